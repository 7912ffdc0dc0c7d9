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
            members.add(new ConfigNode.Entry(line(key), key.getValue(), value(events.next(), depth + 1)));
        }
        return new ConfigNode.Mapping(line(start), members);
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
        Optional<Mark> problem = e.getProblemMark();
        int line = problem.map(Mark::getLine).orElse(0) + 1;
        int column = problem.map(Mark::getColumn).orElse(0) + 1;
        boolean tab = problem.map(mark -> text.codePointCount(0, text.length()) > mark.getIndex()
                        && text.codePointAt(text.offsetByCodePoints(0, mark.getIndex())) == '\t')
                .orElse(false);
        String context = e.getContextMark()
                .filter(mark -> mark.getLine() + 1 < line)
                .map(mark -> ", in the block that begins on line " + (mark.getLine() + 1))
                .orElse("");
        return errors.fatal(
                line, column, tab ? "is indented with a tab; allowed values: spaces" : "is not YAML here" + context);
    }
}
