package dev.seatport.reports.policy;

import dev.seatport.reports.output.TerminalSanitizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A value on the way through a policy: what it is, the path of its key, and where to note what is wrong with it. */
final class Node {
    private static final int LONGEST = 500;

    private final String path;
    private final Located value;
    private final Mistakes mistakes;

    private Node(String path, Located value, Mistakes mistakes) {
        this.path = path;
        this.value = value;
        this.mistakes = mistakes;
    }

    static Node root(Located value, Mistakes mistakes) {
        return new Node("", value, mistakes);
    }

    int line() {
        return value.line();
    }

    boolean isGroup() {
        return value instanceof Located.Group;
    }

    boolean isEmptyList() {
        return value instanceof Located.Items list && list.members().isEmpty();
    }

    /** Notes that the value will not do. */
    void refuse(String what, String legal) {
        mistakes.add(line(), (path.isEmpty() ? "the file" : path) + " " + what + "; legal: " + legal);
    }

    /** Its text on one line, without blanks around it; empty, and noted, if it has none. */
    Optional<String> text(String legal) {
        if (!(value instanceof Located.Text text) || text.text().isBlank()) {
            refuse("is " + value.kind(), legal);
            return Optional.empty();
        }
        String stripped = text.text().strip();
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
    <V> Optional<V> one(Choice<V> choice) {
        return text(choice.legal()).flatMap(text -> {
            Optional<V> found = choice.find(text);
            if (found.isEmpty()) {
                refuse("is " + Mistakes.quoted(text) + ", which " + choice.objection(text), choice.legal());
            }
            return found;
        });
    }

    /** Its members by what their keys name; those that name nothing, or the same again, are noted and left out. */
    <K> Map<K, Node> group(Choice<K> choice) {
        Map<K, Node> members = new LinkedHashMap<>();
        if (!(value instanceof Located.Group group)) {
            refuse("is " + value.kind(), "a group of these keys: " + choice.legal());
            return members;
        }
        for (Located.Member member : group.members()) {
            Optional<K> key = choice.find(member.key());
            if (key.isEmpty()) {
                mistakes.add(
                        member.line(),
                        pathOf(member) + " " + choice.objection(member.key()) + "; legal: " + choice.legal());
            } else {
                Node earlier = members.putIfAbsent(key.get(), new Node(pathOf(member), member.value(), mistakes));
                if (earlier != null) {
                    mistakes.add(member.line(), again(member, earlier));
                }
            }
        }
        return members;
    }

    private String again(Located.Member member, Node earlier) {
        return pathOf(member) + " is set again, after line " + earlier.line() + "; legal: once";
    }

    /** The values of its list; none, and noted, if it is no list. */
    List<Node> items(String legal) {
        if (!(value instanceof Located.Items items)) {
            refuse("is " + value.kind(), legal);
            return List.of();
        }
        return items.members().stream()
                .map(member -> new Node(pathOf(member), member.value(), mistakes))
                .toList();
    }

    /** What the values of its list mean, in their order; an empty list and what is there twice are noted. */
    <V> List<V> distinct(String legal, Function<Node, Optional<V>> meaning) {
        if (isEmptyList()) {
            refuse("is empty", legal + "; or no such key");
        }
        Map<V, Node> seen = new LinkedHashMap<>();
        for (Node item : items(legal)) {
            meaning.apply(item).ifPresent(found -> item.first(found, seen));
        }
        return List.copyOf(seen.keySet());
    }

    /** Whether nothing before it meant the same; if something did, that is noted. */
    <V> boolean first(V meaning, Map<V, Node> seen) {
        Node earlier = seen.putIfAbsent(meaning, this);
        if (earlier != null) {
            refuse("says the same as " + earlier.path + " on line " + earlier.line(), "each once");
        }
        return earlier == null;
    }

    private String pathOf(Located.Member member) {
        String key = Mistakes.quoted(member.key());
        return path.isEmpty() ? key : path + "." + key;
    }
}
