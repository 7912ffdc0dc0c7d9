package dev.seatport.reports.policy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Parses YAML 1.2 event by event. Every value stays text. Aliases, tags and directives are errors, so a file cannot expand or
 * create objects.
 */
final class YamlParser {
    /** In levels. A policy needs four. */
    private static final int MAX_DEPTH = 10;

    private static final String KEY_WITHOUT_COLON = "has a key without a colon and a blank after it";

    private static final Set<String> NULLS = Set.of("~", "null", "Null", "NULL");

    private final Iterator<Event> events;
    private final PolicyErrorCollector errors;

    private YamlParser(Iterator<Event> events, PolicyErrorCollector errors) {
        this.events = events;
        this.errors = errors;
    }

    /**
     * Returns the root node; a blank scalar if the document is empty.
     *
     * @throws PolicyException if the text is not YAML, has several documents, or has anchors, aliases, tags or directives
     */
    static ConfigNode of(String text, PolicyErrorCollector errors) {
        try {
            LoadSettings settings = LoadSettings.builder().build();
            return new YamlParser(new ParserImpl(settings, new StreamReader(settings, text)), errors).document();
        } catch (MarkedYamlEngineException e) {
            throw syntax(e, text, errors);
        } catch (YamlEngineException e) {
            throw errors.fatal("is not YAML 1.2");
        }
    }

    private ConfigNode document() {
        events.next();
        if (!(events.next() instanceof DocumentStartEvent start)) {
            return new ConfigNode.Scalar(1, "");
        }
        if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
            throw at(start, "has a directive; allowed values: a document without any");
        }
        ConfigNode content = value(events.next(), 1);
        events.next();
        Event end = events.next();
        if (end instanceof DocumentStartEvent) {
            throw at(end, "begins a second document; allowed values: one");
        }
        return content;
    }

    private ConfigNode value(Event event, int depth) {
        requirePlain(event);
        if (event instanceof ScalarEvent scalar) {
            return new ConfigNode.Scalar(line(event), text(scalar));
        }
        if (depth > MAX_DEPTH) {
            throw at(event, "is nested too deeply; allowed values: at most " + MAX_DEPTH + " levels");
        }
        return event.getEventId() == Event.ID.SequenceStart ? sequence(event, depth) : mapping(event, depth);
    }

    private ConfigNode sequence(Event start, int depth) {
        List<ConfigNode.Entry> members = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            ConfigNode value = value(event, depth + 1);
            members.add(new ConfigNode.Entry(value.line(), Integer.toString(members.size() + 1), value));
        }
        return new ConfigNode.Sequence(line(start), members);
    }

    private ConfigNode mapping(Event start, int depth) {
        List<ConfigNode.Entry> members = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            requirePlain(event);
            if (!(event instanceof ScalarEvent key)) {
                throw at(event, "has a key that is a list or a group; allowed values: keys that are text");
            }
            ConfigNode value = value(events.next(), depth + 1);
            members.add(new ConfigNode.Entry(line(key), key.getValue(), onLine(line(key), value)));
        }
        return new ConfigNode.Mapping(line(start), members);
    }

    /** Returns a list or a group with the line of its key. It begins on the next line, where no error would be expected. */
    private static ConfigNode onLine(int line, ConfigNode value) {
        if (value instanceof ConfigNode.Sequence sequence) {
            return new ConfigNode.Sequence(line, sequence.members());
        }
        return value instanceof ConfigNode.Mapping mapping ? new ConfigNode.Mapping(line, mapping.members()) : value;
    }

    /** Rejects anchors and aliases, with which a small file could expand to a huge tree, and tags. */
    private void requirePlain(Event event) {
        boolean tagged = (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof CollectionStartEvent start
                        && start.getTag().isPresent());
        boolean anchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
        if (event instanceof AliasEvent || tagged || anchored) {
            throw at(
                    event,
                    "has an anchor (&), an alias (*) or a tag (!); allowed values: values without these, or text in quotes");
        }
    }

    private static String text(ScalarEvent scalar) {
        return scalar.isPlain() && NULLS.contains(scalar.getValue()) ? "" : scalar.getValue();
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private PolicyException at(Event event, String what) {
        return errors.fatal(
                line(event), event.getStartMark().map(Mark::getColumn).orElse(0) + 1, what);
    }

    /** Does not use the message of the parser, which may quote the file. */
    private static PolicyException syntax(MarkedYamlEngineException e, String text, PolicyErrorCollector errors) {
        Mark problem = e.getProblemMark().orElse(null);
        if (problem == null) {
            return errors.fatal("is not YAML 1.2");
        }
        String message = String.valueOf(e.getProblem());
        Mark begin = e.getContextMark().orElse(problem);
        if (message.contains("escape") && "while scanning a double-quoted scalar".equals(e.getContext())) {
            return at(
                    problem,
                    "has an unknown escape after \\; write \\\\ for a backslash, or use single quotes",
                    errors);
        }
        if (begin.getIndex() < problem.getIndex()) {
            Optional<String> unfinished = unfinished(String.valueOf(e.getContext()));
            if (unfinished.isPresent()) {
                return at(begin, unfinished.get(), errors);
            }
        }
        if (message.startsWith("mapping values are not allowed")) {
            int before = lineBefore(problem.getLine(), text);
            if (before >= 0 && !text.lines().toList().get(before).contains(":")) {
                return errors.fatal(before + 1, KEY_WITHOUT_COLON);
            }
        }
        int index = problem.getIndex();
        boolean tab = text.codePointCount(0, text.length()) > index
                && text.codePointAt(text.offsetByCodePoints(0, index)) == '\t';
        String context = begin.getLine() < problem.getLine()
                ? ", in the block that begins on line " + (begin.getLine() + 1)
                : "";
        return at(
                problem, tab ? "is indented with a tab; allowed values: spaces" : "is not YAML here" + context, errors);
    }

    private static PolicyException at(Mark mark, String what, PolicyErrorCollector errors) {
        return errors.fatal(mark.getLine() + 1, mark.getColumn() + 1, what);
    }

    /** Returns the error of a text that the parser reads to a later line, because its end is missing. */
    private static Optional<String> unfinished(String context) {
        return switch (context) {
            case "while scanning a simple key" -> Optional.of(KEY_WITHOUT_COLON);
            case "while scanning a quoted scalar" -> Optional.of("has a quotation mark without its end");
            case "while parsing a flow sequence" -> Optional.of("has a [ without its ], or values without a comma");
            case "while parsing a flow mapping" -> Optional.of("has a { without its }, or values without a comma");
            default -> Optional.empty();
        };
    }

    /** Returns the index of the nearest line before that is neither blank nor a comment; -1 if there is none. */
    private static int lineBefore(int index, String text) {
        List<String> lines = text.lines().toList();
        int before = index - 1;
        while (before >= 0
                && (lines.get(before).isBlank() || lines.get(before).strip().startsWith("#"))) {
            before--;
        }
        return before;
    }
}
