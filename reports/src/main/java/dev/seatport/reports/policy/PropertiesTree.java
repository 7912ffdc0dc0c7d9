package dev.seatport.reports.policy;

import dev.seatport.reports.policy.Located.Group;
import dev.seatport.reports.policy.Located.Items;
import dev.seatport.reports.policy.Located.Member;
import dev.seatport.reports.policy.Located.Text;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * Properties, with the dots in their keys unfolded. A properties file has no lists, so this knows where a policy has them:
 * products and SKUs are separated by commas, exclusions are numbered.
 */
final class PropertiesTree {
    private static final Map<String, UnaryOperator<Located>> LISTS = Map.of(
            PolicyReader.PRODUCTS, PropertiesTree::separated,
            PolicyReader.SEAT_SKUS, PropertiesTree::separatedMembers,
            PolicyReader.FREE_SKUS, PropertiesTree::separatedOrNone,
            PolicyReader.EXCLUSIONS, PropertiesTree::numbered);

    private final Mistakes mistakes;
    private final List<Member> root = new ArrayList<>();
    private final Map<String, Group> groups = new HashMap<>();
    /** On which line a key has a value of its own. */
    private final Map<String, Integer> values = new HashMap<>();

    private PropertiesTree(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /**
     * What the text says; a blank value if it says nothing.
     *
     * @throws PolicyException if it is not a properties file
     */
    static Located of(String text, Mistakes mistakes) {
        PropertiesTree tree = new PropertiesTree(mistakes);
        for (Property property : properties(text, mistakes)) {
            tree.put(property);
        }
        List<Member> members = tree.root.stream()
                .map(member -> new Member(
                        member.line(),
                        member.key(),
                        LISTS.getOrDefault(member.key(), UnaryOperator.identity())
                                .apply(member.value())))
                .toList();
        return members.isEmpty() ? new Text(1, "") : new Group(members.get(0).line(), members);
    }

    /** A product's name may have dots, so nothing behind {@code seat-skus} is unfolded further. */
    private void put(Property property) {
        int levels = property.key().startsWith(PolicyReader.SEAT_SKUS + ".") ? 2 : 3;
        List<String> path = Arrays.asList(property.key().split("\\.", levels));
        List<Member> members = root;
        for (int depth = 1; depth < path.size(); depth++) {
            members = below(members, path.subList(0, depth), property);
        }
        Group group = groups.get(property.key());
        if (group != null) {
            throw both(property, group.line());
        }
        values.putIfAbsent(property.key(), property.line());
        members.add(
                new Member(property.line(), path.get(path.size() - 1), new Text(property.line(), property.value())));
    }

    private List<Member> below(List<Member> members, List<String> path, Property property) {
        String key = String.join(".", path);
        Integer value = values.get(key);
        if (value != null) {
            throw both(property, value);
        }
        return groups.computeIfAbsent(key, unused -> {
                    Group group = new Group(property.line(), new ArrayList<>());
                    members.add(new Member(property.line(), path.get(path.size() - 1), group));
                    return group;
                })
                .members();
    }

    private PolicyException both(Property property, int other) {
        return mistakes.fatal(
                property.line(),
                Mistakes.quoted(property.key()) + " does not go with line " + other
                        + "; legal: a value, or keys below it, not both");
    }

    private static Located separated(Located value) {
        if (!(value instanceof Text text) || text.text().isBlank()) {
            return value;
        }
        List<Member> items = new ArrayList<>();
        for (String item : text.text().split(",", -1)) {
            items.add(new Member(text.line(), Integer.toString(items.size() + 1), new Text(text.line(), item)));
        }
        return new Items(text.line(), items);
    }

    /** A blank value is an empty list. */
    private static Located separatedOrNone(Located value) {
        return value instanceof Text text && text.text().isBlank()
                ? new Items(text.line(), List.of())
                : separated(value);
    }

    private static Located separatedMembers(Located value) {
        if (!(value instanceof Group group)) {
            return value;
        }
        return new Group(
                group.line(),
                group.members().stream()
                        .map(member -> new Member(member.line(), member.key(), separated(member.value())))
                        .toList());
    }

    /** In the file's order, as in YAML: the numbers only say which keys belong together. */
    private static Located numbered(Located value) {
        return value instanceof Group group ? new Items(group.line(), group.members()) : value;
    }

    /** A property, and the line that it begins on. Keys may be there twice. */
    private record Property(int line, String key, String value) {}

    /**
     * The properties in their order. What a property is, the JDK says; the lines, which it forgets, are counted here.
     *
     * @throws PolicyException if one has an escape that means nothing
     */
    private static List<Property> properties(String text, Mistakes mistakes) {
        List<Property> properties = new ArrayList<>();
        Iterator<String> lines = text.lines().iterator();
        int line = 0;
        while (lines.hasNext()) {
            int begin = ++line;
            String part = lines.next();
            boolean comment = isComment(part);
            StringBuilder whole = new StringBuilder(part).append('\n');
            while (!comment && goesOn(part) && lines.hasNext()) {
                part = lines.next();
                line++;
                whole.append(part).append('\n');
            }
            add(properties, begin, whole.toString(), mistakes);
        }
        return properties;
    }

    private static boolean isComment(String line) {
        String begin = line.stripLeading();
        return begin.startsWith("#") || begin.startsWith("!");
    }

    /** Whether an unescaped backslash at its end joins the next line. */
    private static boolean goesOn(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }

    private static void add(List<Property> properties, int line, String whole, Mistakes mistakes) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(whole));
        } catch (IllegalArgumentException e) {
            throw mistakes.fatal(line, "has a \\u that is no character; legal: \\u and four hexadecimal digits");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : one.stringPropertyNames()) {
            properties.add(new Property(line, key, one.getProperty(key, "")));
        }
    }
}
