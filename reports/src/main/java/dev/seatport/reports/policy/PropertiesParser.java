package dev.seatport.reports.policy;

import dev.seatport.reports.policy.ConfigNode.Entry;
import dev.seatport.reports.policy.ConfigNode.Mapping;
import dev.seatport.reports.policy.ConfigNode.Scalar;
import dev.seatport.reports.policy.ConfigNode.Sequence;
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
final class PropertiesParser {
    private static final Map<String, UnaryOperator<ConfigNode>> LISTS = Map.of(
            PolicyReader.PRODUCTS, PropertiesParser::separated,
            PolicyReader.SEAT_SKUS, PropertiesParser::separatedMembers,
            PolicyReader.FREE_SKUS, PropertiesParser::separatedOrNone,
            PolicyReader.EXCLUSIONS, PropertiesParser::numbered);

    private final Diagnostics diagnostics;
    private final List<Entry> root = new ArrayList<>();
    private final Map<String, Mapping> groups = new HashMap<>();
    /** On which line a key has a value of its own. */
    private final Map<String, Integer> values = new HashMap<>();

    private PropertiesParser(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * What the text says; a blank value if it says nothing.
     *
     * @throws PolicyException if it is not a properties file
     */
    static ConfigNode of(String scalar, Diagnostics diagnostics) {
        PropertiesParser tree = new PropertiesParser(diagnostics);
        for (Property property : properties(scalar, diagnostics)) {
            tree.put(property);
        }
        List<Entry> members = tree.root.stream()
                .map(member -> new Entry(
                        member.line(),
                        member.key(),
                        LISTS.getOrDefault(member.key(), UnaryOperator.identity())
                                .apply(member.value())))
                .toList();
        return members.isEmpty()
                ? new Scalar(1, "")
                : new Mapping(members.get(0).line(), members);
    }

    /** A product's name may have dots, so nothing behind {@code seat-skus} is unfolded further. */
    private void put(Property property) {
        int levels = property.key().startsWith(PolicyReader.SEAT_SKUS + ".") ? 2 : 3;
        List<String> path = Arrays.asList(property.key().split("\\.", levels));
        List<Entry> members = root;
        for (int depth = 1; depth < path.size(); depth++) {
            members = below(members, path.subList(0, depth), property);
        }
        Mapping mapping = groups.get(property.key());
        if (mapping != null) {
            throw both(property, mapping.line());
        }
        values.putIfAbsent(property.key(), property.line());
        members.add(
                new Entry(property.line(), path.get(path.size() - 1), new Scalar(property.line(), property.value())));
    }

    private List<Entry> below(List<Entry> members, List<String> path, Property property) {
        String key = String.join(".", path);
        Integer value = values.get(key);
        if (value != null) {
            throw both(property, value);
        }
        return groups.computeIfAbsent(key, unused -> {
                    Mapping mapping = new Mapping(property.line(), new ArrayList<>());
                    members.add(new Entry(property.line(), path.get(path.size() - 1), mapping));
                    return mapping;
                })
                .members();
    }

    private PolicyException both(Property property, int other) {
        return diagnostics.fatal(
                property.line(),
                Diagnostics.quoted(property.key()) + " does not go with line " + other
                        + "; legal: a value, or keys below it, not both");
    }

    private static ConfigNode separated(ConfigNode value) {
        if (!(value instanceof Scalar scalar) || scalar.text().isBlank()) {
            return value;
        }
        List<Entry> items = new ArrayList<>();
        for (String item : scalar.text().split(",", -1)) {
            items.add(new Entry(scalar.line(), Integer.toString(items.size() + 1), new Scalar(scalar.line(), item)));
        }
        return new Sequence(scalar.line(), items);
    }

    /** A blank value is an empty list. */
    private static ConfigNode separatedOrNone(ConfigNode value) {
        return value instanceof Scalar scalar && scalar.text().isBlank()
                ? new Sequence(scalar.line(), List.of())
                : separated(value);
    }

    private static ConfigNode separatedMembers(ConfigNode value) {
        if (!(value instanceof Mapping mapping)) {
            return value;
        }
        return new Mapping(
                mapping.line(),
                mapping.members().stream()
                        .map(member -> new Entry(member.line(), member.key(), separated(member.value())))
                        .toList());
    }

    /** In the file's order, as in YAML: the numbers only say which keys belong together. */
    private static ConfigNode numbered(ConfigNode value) {
        return value instanceof Mapping mapping ? new Sequence(mapping.line(), mapping.members()) : value;
    }

    /** A property, and the line that it begins on. Keys may be there twice. */
    private record Property(int line, String key, String value) {}

    /**
     * The properties in their order. What a property is, the JDK says; the lines, which it forgets, are counted here.
     *
     * @throws PolicyException if one has an escape that means nothing
     */
    private static List<Property> properties(String scalar, Diagnostics diagnostics) {
        List<Property> properties = new ArrayList<>();
        Iterator<String> lines = scalar.lines().iterator();
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
            add(properties, begin, whole.toString(), diagnostics);
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

    private static void add(List<Property> properties, int line, String whole, Diagnostics diagnostics) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(whole));
        } catch (IllegalArgumentException e) {
            throw diagnostics.fatal(line, "has a \\u that is no character; legal: \\u and four hexadecimal digits");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : one.stringPropertyNames()) {
            properties.add(new Property(line, key, one.getProperty(key, "")));
        }
    }
}
