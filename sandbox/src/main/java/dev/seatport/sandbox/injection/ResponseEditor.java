package dev.seatport.sandbox.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.SandboxJson;
import dev.seatport.sandbox.exchange.SandboxResponse;
import dev.seatport.sandbox.exchange.SandboxResponse.Body;
import dev.seatport.sandbox.faults.FaultAction;
import dev.seatport.sandbox.faults.FaultAction.ExpiresIn;
import dev.seatport.sandbox.faults.FaultKind;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Changes good answers as a plan says. */
public final class ResponseEditor {
    private static final String EXPIRES_IN = "expires_in";
    private static final List<String> LISTS = List.of("data", "Data", "value");

    private ResponseEditor() {}

    /**
     * The result of a change.
     *
     * @param response the response to go on with, whether or not it was changed
     * @param changed whether there was something in it that could be changed so
     */
    public record Edited(SandboxResponse response, boolean changed) {}

    /** Changes an answer, which is not to be used afterwards. */
    public static Edited edit(SandboxResponse answer, FaultDecision.Edit edit) {
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
                ? SandboxJson.read(text.text()).map(ResponseEditor::rows).orElse(0L)
                : 0;
    }

    private static long rows(JsonNode document) {
        return list(document).map(ArrayNode::size).orElse(1);
    }

    /** The list of rows, if the document has one. */
    private static Optional<ArrayNode> list(JsonNode document) {
        if (document instanceof ArrayNode rows) {
            return Optional.of(rows);
        }
        return LISTS.stream()
                .map(document::path)
                .filter(ArrayNode.class::isInstance)
                .map(ArrayNode.class::cast)
                .findFirst();
    }

    private static boolean edit(JsonNode document, FaultDecision.Edit edit) {
        FaultAction action = edit.action();
        Optional<ArrayNode> rows = list(document);
        if (action instanceof FaultAction.Drifted drifted) {
            return drift(document, rows, drifted, edit);
        }
        if (action instanceof FaultAction.ExpiresIn expiresIn && document instanceof ObjectNode token) {
            return announce(token, expiresIn);
        }
        if (action.kind() == FaultKind.TOTAL && document.path("metadata") instanceof ObjectNode metadata) {
            long before = metadata.path("totalCount").asLong();
            long after = Math.max(0, before + (long) ((FaultAction.Rows) action).number() * (edit.page() - 1));
            metadata.put("totalCount", after);
            return after != before;
        }
        if (rows.isEmpty() || rows.get().isEmpty()) {
            return false;
        }
        if (action.kind() == FaultKind.DUPLICATE_ROW) {
            rows.get().insert(1, rows.get().get(0).deepCopy());
            return true;
        }
        if (action.kind() == FaultKind.EMPTY_PAGE) {
            rows.get().removeAll();
            return true;
        }
        return false;
    }

    private static boolean drift(
            JsonNode document, Optional<ArrayNode> rows, FaultAction.Drifted drifted, FaultDecision.Edit edit) {
        List<ObjectNode> objects = rows.map(ResponseEditor::objects)
                .orElseGet(() -> document instanceof ObjectNode object ? List.of(object) : List.of());
        if (objects.isEmpty()) {
            return false;
        }
        Optional<DriftEdit> drifting = DriftEdit.of(drifted, objects.get(0), edit.random());
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
        if (!token.has(EXPIRES_IN)) {
            return false;
        }
        switch (expiresIn.announcement()) {
            case ABSENT -> token.remove(EXPIRES_IN);
            case STRING -> token.put(EXPIRES_IN, token.path(EXPIRES_IN).asText());
            case VALUE ->
                token.set(EXPIRES_IN, SandboxJson.read(expiresIn.json()).orElseThrow());
        }
        return true;
    }

    private static Edited rows(SandboxResponse answer, Body.Rows body, FaultDecision.Edit edit) {
        FaultAction action = edit.action();
        if (action.kind() == FaultKind.EMPTY_PAGE) {
            return new Edited(answer.with(withRows(body, Stream.empty())), true);
        }
        // The first row is taken off to look at it, so the body is made anew even when nothing changes.
        JsonNode first = body.rows().next();
        Stream<JsonNode> rows = Stream.concat(Stream.of(first), rest(body.rows()));
        if (action.kind() == FaultKind.DUPLICATE_ROW) {
            return new Edited(answer.with(withRows(body, Stream.concat(Stream.of(first), rows))), true);
        }
        Optional<DriftEdit> drifting =
                action instanceof FaultAction.Drifted drifted && first instanceof ObjectNode object
                        ? DriftEdit.of(drifted, object, edit.random())
                        : Optional.empty();
        SandboxResponse edited = answer.with(withRows(body, rows.map(row -> drifted(row, drifting))));
        return new Edited(edited, drifting.isPresent());
    }

    private static JsonNode drifted(JsonNode row, Optional<DriftEdit> drifting) {
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
