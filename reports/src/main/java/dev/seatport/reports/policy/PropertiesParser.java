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
 * Parses a properties file. Dots in keys become nested mappings. The format has no lists: products and SKUs are separated by
 * commas, exclusions are numbered.
 */
final class PropertiesParser {
    private static final Map<String, UnaryOperator<ConfigNode>> LISTS = Map.of(
            PolicyNodeConverter.PRODUCTS, PropertiesParser::commaSeparated,
            PolicyNodeConverter.SEAT_SKUS, PropertiesParser::commaSeparatedEntries,
            PolicyNodeConverter.FREE_SKUS, PropertiesParser::commaSeparatedOrEmpty,
            PolicyNodeConverter.MORE_FREE_SKUS, PropertiesParser::commaSeparatedOrEmpty,
            PolicyNodeConverter.EXCLUSIONS, PropertiesParser::numbered);

    private final PolicyErrorCollector errors;
    private final List<Entry> root = new ArrayList<>();
    private final Map<String, Mapping> groups = new HashMap<>();
    private final Map<String, Integer> lineByKey = new HashMap<>();

    private PropertiesParser(PolicyErrorCollector errors) {
        this.errors = errors;
    }

    /**
     * Returns the root node; a blank scalar if the file has no properties.
     *
     * @throws PolicyException if the text is not a properties file
     */
    static ConfigNode of(String text, PolicyErrorCollector errors) {
        PropertiesParser parser = new PropertiesParser(errors);
        for (Property property : properties(text, errors)) {
            parser.put(property);
        }
        List<Entry> members = parser.root.stream()
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

    /** Splits the key at its dots, but below {@code seat-skus} only once: a product name may contain dots. */
    private void put(Property property) {
        int levels = property.key().startsWith(PolicyNodeConverter.SEAT_SKUS + ".") ? 2 : 3;
        List<String> path = Arrays.asList(property.key().split("\\.", levels));
        List<Entry> members = root;
        for (int depth = 1; depth < path.size(); depth++) {
            members = childrenOf(members, path.subList(0, depth), property);
        }
        Mapping mapping = groups.get(property.key());
        if (mapping != null) {
            throw conflict(property, mapping.line());
        }
        lineByKey.putIfAbsent(property.key(), property.line());
        members.add(
                new Entry(property.line(), path.get(path.size() - 1), new Scalar(property.line(), property.value())));
    }

    private List<Entry> childrenOf(List<Entry> members, List<String> path, Property property) {
        String key = String.join(".", path);
        Integer line = lineByKey.get(key);
        if (line != null) {
            throw conflict(property, line);
        }
        return groups.computeIfAbsent(key, unused -> {
                    Mapping mapping = new Mapping(property.line(), new ArrayList<>());
                    members.add(new Entry(property.line(), path.get(path.size() - 1), mapping));
                    return mapping;
                })
                .members();
    }

    private PolicyException conflict(Property property, int other) {
        return errors.fatal(
                property.line(),
                PolicyErrorCollector.quoted(property.key()) + " conflicts with line " + other
                        + "; allowed values: a value, or keys below it, not both");
    }

    private static ConfigNode commaSeparated(ConfigNode value) {
        if (!(value instanceof Scalar scalar) || scalar.text().isBlank()) {
            return value;
        }
        List<Entry> items = new ArrayList<>();
        for (String item : scalar.text().split(",", -1)) {
            items.add(new Entry(scalar.line(), Integer.toString(items.size() + 1), new Scalar(scalar.line(), item)));
        }
        return new Sequence(scalar.line(), items);
    }

    private static ConfigNode commaSeparatedOrEmpty(ConfigNode value) {
        return value instanceof Scalar scalar && scalar.text().isBlank()
                ? new Sequence(scalar.line(), List.of())
                : commaSeparated(value);
    }

    private static ConfigNode commaSeparatedEntries(ConfigNode value) {
        if (!(value instanceof Mapping mapping)) {
            return value;
        }
        return new Mapping(
                mapping.line(),
                mapping.members().stream()
                        .map(member -> new Entry(member.line(), member.key(), commaSeparated(member.value())))
                        .toList());
    }

    /** Keeps the order of the file, as in YAML: the numbers only group the keys of one exclusion. */
    private static ConfigNode numbered(ConfigNode value) {
        return value instanceof Mapping mapping ? new Sequence(mapping.line(), mapping.members()) : value;
    }

    private record Property(int line, String key, String value) {}

    /**
     * Splits the text into properties and loads each with {@link Properties}, which does not report line numbers.
     *
     * @throws PolicyException if an escape is invalid
     */
    private static List<Property> properties(String text, PolicyErrorCollector errors) {
        List<Property> properties = new ArrayList<>();
        Iterator<String> lines = text.lines().iterator();
        int line = 0;
        while (lines.hasNext()) {
            int begin = ++line;
            String part = lines.next();
            boolean comment = isComment(part);
            StringBuilder whole = new StringBuilder(part).append('\n');
            while (!comment && isContinued(part) && lines.hasNext()) {
                part = lines.next();
                line++;
                whole.append(part).append('\n');
            }
            add(properties, begin, whole.toString(), errors);
        }
        return properties;
    }

    private static boolean isComment(String line) {
        String begin = line.stripLeading();
        return begin.startsWith("#") || begin.startsWith("!");
    }

    /** Returns whether the line ends with an unescaped backslash, which joins the next line. */
    private static boolean isContinued(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }

    private static void add(List<Property> properties, int line, String whole, PolicyErrorCollector errors) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(whole));
        } catch (IllegalArgumentException e) {
            throw errors.fatal(line, "has an invalid \\u escape; allowed values: \\u and four hexadecimal digits");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : one.stringPropertyNames()) {
            properties.add(new Property(line, key, one.getProperty(key, "")));
        }
    }
}
