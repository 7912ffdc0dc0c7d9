package dev.seatport.reports.policy;

import dev.seatport.reports.output.TerminalSanitizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one node of a policy file. Adds an error with the path of the key for each value that is not allowed. */
final class NodeReader {
    private static final int MAX_TEXT_CHARACTERS = 500;

    private final String path;
    private final ConfigNode value;
    private final PolicyErrorCollector errors;

    private NodeReader(String path, ConfigNode value, PolicyErrorCollector errors) {
        this.path = path;
        this.value = value;
        this.errors = errors;
    }

    static NodeReader root(ConfigNode value, PolicyErrorCollector errors) {
        return new NodeReader("", value, errors);
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

    void addError(String what, String allowed) {
        errors.add(line(), (path.isEmpty() ? "the file" : path) + " " + what + "; allowed values: " + allowed);
    }

    /**
     * Returns the text of a scalar without surrounding blanks.
     *
     * @return empty, with an error added, if the node is not one line of visible text
     */
    Optional<String> text(String allowed) {
        if (!(value instanceof ConfigNode.Scalar scalar) || scalar.text().isBlank()) {
            addError("is " + value.kind(), allowed);
            return Optional.empty();
        }
        String stripped = scalar.text().strip();
        if (!TerminalSanitizer.of(stripped).equals(stripped)) {
            addError("has invisible characters", allowed);
            return Optional.empty();
        }
        if (stripped.length() > MAX_TEXT_CHARACTERS) {
            addError("is longer than " + MAX_TEXT_CHARACTERS + " characters", allowed);
            return Optional.empty();
        }
        return Optional.of(stripped);
    }

    /**
     * Returns the allowed value that the text names.
     *
     * @return empty, with an error added, if there is none
     */
    <V> Optional<V> one(AllowedValues<V> allowedValues) {
        return text(allowedValues.allowed()).flatMap(scalar -> {
            Optional<V> found = allowedValues.find(scalar);
            if (found.isEmpty()) {
                addError(
                        "is " + PolicyErrorCollector.quoted(scalar) + ", which " + allowedValues.unknown(scalar),
                        allowedValues.allowed());
            }
            return found;
        });
    }

    /** Returns the entries of a mapping by allowed key. Adds an error for each unknown or repeated key and omits it. */
    <K> Map<K, NodeReader> group(AllowedValues<K> allowedValues) {
        Map<K, NodeReader> members = new LinkedHashMap<>();
        if (!(value instanceof ConfigNode.Mapping mapping)) {
            addError("is " + value.kind(), "a group of these keys: " + allowedValues.allowed());
            return members;
        }
        for (ConfigNode.Entry entry : mapping.members()) {
            Optional<K> key = allowedValues.find(entry.key());
            if (key.isEmpty()) {
                errors.add(
                        entry.line(),
                        pathOf(entry) + " " + allowedValues.unknown(entry.key()) + "; allowed values: "
                                + allowedValues.allowed());
            } else {
                NodeReader earlier =
                        members.putIfAbsent(key.get(), new NodeReader(pathOf(entry), entry.value(), errors));
                if (earlier != null) {
                    errors.add(entry.line(), repeated(entry, earlier));
                }
            }
        }
        return members;
    }

    /** Returns the entries of a mapping whose keys are free text. Adds an error if the node is not a mapping. */
    List<Map.Entry<NodeReader, NodeReader>> entries(String allowed) {
        if (!(value instanceof ConfigNode.Mapping mapping)) {
            addError("is " + value.kind(), allowed);
            return List.of();
        }
        return mapping.members().stream()
                .map(entry -> Map.entry(
                        new NodeReader(pathOf(entry), new ConfigNode.Scalar(entry.line(), entry.key()), errors),
                        new NodeReader(pathOf(entry), entry.value(), errors)))
                .toList();
    }

    private String repeated(ConfigNode.Entry entry, NodeReader earlier) {
        return pathOf(entry) + " is already set on line " + earlier.line() + "; allowed values: each key once";
    }

    /**
     * Returns the values of a list.
     *
     * @return empty, with an error added, if the node is not a list
     */
    List<NodeReader> items(String allowed) {
        if (!(value instanceof ConfigNode.Sequence sequence)) {
            addError("is " + value.kind(), allowed);
            return List.of();
        }
        return sequence.members().stream()
                .map(entry -> new NodeReader(pathOf(entry), entry.value(), errors))
                .toList();
    }

    /** Returns the parsed values of a list, in order. Adds an error for an empty list and for each repeated value. */
    <V> List<V> distinct(String allowed, Function<NodeReader, Optional<V>> parser) {
        if (isEmptyList()) {
            addError("is empty", allowed + "; or no such key");
        }
        Map<V, NodeReader> seen = new LinkedHashMap<>();
        for (NodeReader item : items(allowed)) {
            parser.apply(item).ifPresent(found -> item.addIfFirst(found, seen));
        }
        return List.copyOf(seen.keySet());
    }

    /**
     * Adds a parsed value to those seen.
     *
     * @return false, with an error added, if an earlier node has the same value
     */
    <V> boolean addIfFirst(V parsed, Map<V, NodeReader> seen) {
        NodeReader earlier = seen.putIfAbsent(parsed, this);
        if (earlier != null) {
            addError("repeats " + earlier.path + " on line " + earlier.line(), "each value once");
        }
        return earlier == null;
    }

    private String pathOf(ConfigNode.Entry entry) {
        String key = PolicyErrorCollector.quoted(entry.key());
        return path.isEmpty() ? key : path + "." + key;
    }
}
