package dev.seatport.reports.policy;

import dev.seatport.reports.output.TerminalSanitizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A value on the way through a policy: what it is, the path of its key, and where to note what is wrong with it. */
final class NodeReader {
    private static final int LONGEST = 500;

    private final String path;
    private final ConfigNode value;
    private final Diagnostics diagnostics;

    private NodeReader(String path, ConfigNode value, Diagnostics diagnostics) {
        this.path = path;
        this.value = value;
        this.diagnostics = diagnostics;
    }

    static NodeReader root(ConfigNode value, Diagnostics diagnostics) {
        return new NodeReader("", value, diagnostics);
    }

    int line() {
        return value.line();
    }

    boolean isGroup() {
        return value instanceof ConfigNode.Mapping;
    }

    boolean isEmptyList() {
        return value instanceof ConfigNode.Sequence list && list.members().isEmpty();
    }

    /** Notes that the value will not do. */
    void refuse(String what, String legal) {
        diagnostics.add(line(), (path.isEmpty() ? "the file" : path) + " " + what + "; legal: " + legal);
    }

    /** Its text on one line, without blanks around it; empty, and noted, if it has none. */
    Optional<String> text(String legal) {
        if (!(value instanceof ConfigNode.Scalar scalar) || scalar.text().isBlank()) {
            refuse("is " + value.kind(), legal);
            return Optional.empty();
        }
        String stripped = scalar.text().strip();
        if (!TerminalSanitizer.of(stripped).equals(stripped)) {
            refuse("has characters that cannot be seen", legal);
            return Optional.empty();
        }
        if (stripped.length() > LONGEST) {
            refuse("is longer than " + LONGEST + " characters", legal);
            return Optional.empty();
        }
        return Optional.of(stripped);
    }

    /** What its text names; empty, and noted, if that is nothing. */
    <V> Optional<V> one(AllowedValues<V> allowedValues) {
        return text(allowedValues.legal()).flatMap(scalar -> {
            Optional<V> found = allowedValues.find(scalar);
            if (found.isEmpty()) {
                refuse(
                        "is " + Diagnostics.quoted(scalar) + ", which " + allowedValues.objection(scalar),
                        allowedValues.legal());
            }
            return found;
        });
    }

    /** Its members by what their keys name; those that name nothing, or the same again, are noted and left out. */
    <K> Map<K, NodeReader> group(AllowedValues<K> allowedValues) {
        Map<K, NodeReader> members = new LinkedHashMap<>();
        if (!(value instanceof ConfigNode.Mapping mapping)) {
            refuse("is " + value.kind(), "a group of these keys: " + allowedValues.legal());
            return members;
        }
        for (ConfigNode.Entry entry : mapping.members()) {
            Optional<K> key = allowedValues.find(entry.key());
            if (key.isEmpty()) {
                diagnostics.add(
                        entry.line(),
                        pathOf(entry) + " " + allowedValues.objection(entry.key()) + "; legal: "
                                + allowedValues.legal());
            } else {
                NodeReader earlier =
                        members.putIfAbsent(key.get(), new NodeReader(pathOf(entry), entry.value(), diagnostics));
                if (earlier != null) {
                    diagnostics.add(entry.line(), again(entry, earlier));
                }
            }
        }
        return members;
    }

    private String again(ConfigNode.Entry entry, NodeReader earlier) {
        return pathOf(entry) + " is set again, after line " + earlier.line() + "; legal: once";
    }

    /** The values of its list; none, and noted, if it is no list. */
    List<NodeReader> items(String legal) {
        if (!(value instanceof ConfigNode.Sequence sequence)) {
            refuse("is " + value.kind(), legal);
            return List.of();
        }
        return sequence.members().stream()
                .map(entry -> new NodeReader(pathOf(entry), entry.value(), diagnostics))
                .toList();
    }

    /** What the values of its list mean, in their order; an empty list and what is there twice are noted. */
    <V> List<V> distinct(String legal, Function<NodeReader, Optional<V>> meaning) {
        if (isEmptyList()) {
            refuse("is empty", legal + "; or no such key");
        }
        Map<V, NodeReader> seen = new LinkedHashMap<>();
        for (NodeReader item : items(legal)) {
            meaning.apply(item).ifPresent(found -> item.first(found, seen));
        }
        return List.copyOf(seen.keySet());
    }

    /** Whether nothing before it meant the same; if something did, that is noted. */
    <V> boolean first(V meaning, Map<V, NodeReader> seen) {
        NodeReader earlier = seen.putIfAbsent(meaning, this);
        if (earlier != null) {
            refuse("says the same as " + earlier.path + " on line " + earlier.line(), "each once");
        }
        return earlier == null;
    }

    private String pathOf(ConfigNode.Entry entry) {
        String key = Diagnostics.quoted(entry.key());
        return path.isEmpty() ? key : path + "." + key;
    }
}
