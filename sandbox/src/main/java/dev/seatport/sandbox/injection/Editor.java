package dev.seatport.sandbox.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.exchange.Answer.Body;
import dev.seatport.sandbox.exchange.Json;
import dev.seatport.sandbox.faults.Effect;
import dev.seatport.sandbox.faults.Effect.ExpiresIn;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Changes good answers as a plan says. */
public final class Editor {
    private Editor() {}

    /**
     * What became of an answer.
     *
     * @param answer the answer to go on with, whether or not it was changed
     * @param changed whether there was something in it that could be changed so
     */
    public record Edited(Answer answer, boolean changed) {}

    /** Changes an answer, which is not to be used afterwards. */
    public static Edited edit(Answer answer, Injection.Edit edit) {
        if (answer.body() instanceof Body.Document document) {
            return new Edited(answer, edit(document.json(), edit));
        }
        if (answer.body() instanceof Body.Rows rows && rows.rows().hasNext()) {
            return rows(answer, rows, edit);
        }
        return new Edited(answer, false);
    }

    /** How many rows a document holds; an object without a list of rows is one, and what is no document none. */
    public static long rows(Body body) {
        if (body instanceof Body.Document document) {
            return rows(document.json());
        }
        return body instanceof Body.Text text
                ? Json.read(text.text()).map(Editor::rows).orElse(0L)
                : 0;
    }

    private static long rows(JsonNode document) {
        return Documents.rows(document).map(ArrayNode::size).orElse(1);
    }

    private static boolean edit(JsonNode document, Injection.Edit edit) {
        Effect effect = edit.effect();
        Optional<ArrayNode> rows = Documents.rows(document);
        if (effect instanceof Effect.Drifted drifted) {
            return drift(document, rows, drifted, edit);
        }
        if (effect instanceof Effect.ExpiresIn expiresIn && document instanceof ObjectNode token) {
            return announce(token, expiresIn);
        }
        if (effect instanceof Effect.Total total && document.path("metadata") instanceof ObjectNode metadata) {
            long before = metadata.path("totalCount").asLong();
            long after = Math.max(0, before + (long) total.perPage() * (edit.page() - 1));
            metadata.put("totalCount", after);
            return after != before;
        }
        if (rows.isEmpty() || rows.get().isEmpty()) {
            return false;
        }
        if (effect instanceof Effect.DuplicateRow) {
            rows.get().insert(1, rows.get().get(0).deepCopy());
            return true;
        }
        if (effect instanceof Effect.EmptyPage) {
            rows.get().removeAll();
            return true;
        }
        return false;
    }

    private static boolean drift(
            JsonNode document, Optional<ArrayNode> rows, Effect.Drifted drifted, Injection.Edit edit) {
        List<ObjectNode> objects = rows.map(Editor::objects)
                .orElseGet(() -> document instanceof ObjectNode object ? List.of(object) : List.of());
        if (objects.isEmpty()) {
            return false;
        }
        Optional<Drifting> drifting = Drifting.of(drifted, objects.get(0), edit.chance());
        drifting.ifPresent(found -> objects.forEach(found::apply));
        return drifting.isPresent();
    }

    private static List<ObjectNode> objects(ArrayNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    private static boolean announce(ObjectNode token, ExpiresIn expiresIn) {
        if (!token.has(Documents.EXPIRES_IN)) {
            return false;
        }
        switch (expiresIn.announcement()) {
            case ABSENT -> token.remove(Documents.EXPIRES_IN);
            case STRING ->
                token.put(Documents.EXPIRES_IN, token.path(Documents.EXPIRES_IN).asText());
            case VALUE ->
                token.set(Documents.EXPIRES_IN, Json.read(expiresIn.json()).orElseThrow());
        }
        return true;
    }

    private static Edited rows(Answer answer, Body.Rows body, Injection.Edit edit) {
        Effect effect = edit.effect();
        if (effect instanceof Effect.EmptyPage) {
            return new Edited(answer.with(withRows(body, Stream.empty())), true);
        }
        // The first row is taken off to look at it, so the body is made anew even when nothing changes.
        JsonNode first = body.rows().next();
        Stream<JsonNode> rows = Stream.concat(Stream.of(first), rest(body.rows()));
        if (effect instanceof Effect.DuplicateRow) {
            return new Edited(answer.with(withRows(body, Stream.concat(Stream.of(first), rows))), true);
        }
        Optional<Drifting> drifting = effect instanceof Effect.Drifted drifted && first instanceof ObjectNode object
                ? Drifting.of(drifted, object, edit.chance())
                : Optional.empty();
        Answer edited = answer.with(withRows(body, rows.map(row -> drifted(row, drifting))));
        return new Edited(edited, drifting.isPresent());
    }

    private static JsonNode drifted(JsonNode row, Optional<Drifting> drifting) {
        if (row instanceof ObjectNode object) {
            drifting.ifPresent(found -> found.apply(object));
        }
        return row;
    }

    private static Body.Rows withRows(Body.Rows body, Stream<JsonNode> rows) {
        return new Body.Rows(body.head(), rows.iterator(), body.tail());
    }

    private static Stream<JsonNode> rest(Iterator<? extends JsonNode> rows) {
        return Stream.iterate(rows, Iterator::hasNext, same -> same).map(Iterator::next);
    }
}
