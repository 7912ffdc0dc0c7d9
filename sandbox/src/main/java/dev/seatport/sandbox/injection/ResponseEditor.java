package dev.seatport.sandbox.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.SandboxJson;
import dev.seatport.sandbox.exchange.SandboxResponse;
import dev.seatport.sandbox.exchange.SandboxResponse.Body;
import dev.seatport.sandbox.faults.FaultAction;
import dev.seatport.sandbox.faults.FaultAction.AnnouncedTokenLifetime;
import dev.seatport.sandbox.faults.FaultKind;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Edits successful responses for a fault plan. */
public final class ResponseEditor {
    private static final String EXPIRES_IN = "expires_in";
    private static final List<String> ROW_LIST_KEYS = List.of("data", "Data", "value");

    private ResponseEditor() {}

    /**
     * Result of an edit.
     *
     * @param response response to continue with, changed or not
     * @param changed whether the edit changed something
     */
    public record EditedResponse(SandboxResponse response, boolean changed) {}

    /** Edits a response. The caller must not use the old response afterwards, because its rows are consumed. */
    public static EditedResponse edit(SandboxResponse response, FaultDecision.Edit edit) {
        if (response.body() instanceof Body.Document document) {
            return new EditedResponse(response, edit(document.json(), edit));
        }
        if (response.body() instanceof Body.LazyRows rows && rows.rows().hasNext()) {
            return rows(response, rows, edit);
        }
        return new EditedResponse(response, false);
    }

    /** Returns the number of rows in a document. An object without a list of rows counts as one, text that is not JSON as none. */
    public static long rows(Body body) {
        if (body instanceof Body.Document document) {
            return rows(document.json());
        }
        return body instanceof Body.Text text
                ? SandboxJson.parse(text.text()).map(ResponseEditor::rows).orElse(0L)
                : 0;
    }

    private static long rows(JsonNode document) {
        return list(document).map(ArrayNode::size).orElse(1);
    }

    /**
     * Returns the list of rows.
     *
     * @return empty if the document has none
     */
    private static Optional<ArrayNode> list(JsonNode document) {
        if (document instanceof ArrayNode rows) {
            return Optional.of(rows);
        }
        return ROW_LIST_KEYS.stream()
                .map(document::path)
                .filter(ArrayNode.class::isInstance)
                .map(ArrayNode.class::cast)
                .findFirst();
    }

    private static boolean edit(JsonNode document, FaultDecision.Edit edit) {
        FaultAction action = edit.action();
        Optional<ArrayNode> rows = list(document);
        if (action instanceof FaultAction.SchemaDriftAction drifted) {
            return drift(document, rows, drifted, edit);
        }
        if (action instanceof FaultAction.AnnouncedTokenLifetime expiresIn && document instanceof ObjectNode token) {
            return editExpiresIn(token, expiresIn);
        }
        if (action.kind() == FaultKind.TOTAL && document.path("metadata") instanceof ObjectNode metadata) {
            long before = metadata.path("totalCount").asLong();
            long after = Math.max(0, before + (long) ((FaultAction.ChangedRows) action).number() * (edit.page() - 1));
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
            JsonNode document,
            Optional<ArrayNode> rows,
            FaultAction.SchemaDriftAction drifted,
            FaultDecision.Edit edit) {
        List<ObjectNode> objects = rows.map(ResponseEditor::objects)
                .orElseGet(() -> document instanceof ObjectNode object ? List.of(object) : List.of());
        if (objects.isEmpty()) {
            return false;
        }
        Optional<DriftEdit> driftEdit = DriftEdit.of(drifted, objects.get(0), edit.random());
        driftEdit.ifPresent(found -> objects.forEach(found::apply));
        return driftEdit.isPresent();
    }

    private static List<ObjectNode> objects(ArrayNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    private static boolean editExpiresIn(ObjectNode token, AnnouncedTokenLifetime expiresIn) {
        if (!token.has(EXPIRES_IN)) {
            return false;
        }
        switch (expiresIn.announcement()) {
            case ABSENT -> token.remove(EXPIRES_IN);
            case STRING -> token.put(EXPIRES_IN, token.path(EXPIRES_IN).asText());
            case VALUE ->
                token.set(EXPIRES_IN, SandboxJson.parse(expiresIn.json()).orElseThrow());
        }
        return true;
    }

    private static EditedResponse rows(SandboxResponse response, Body.LazyRows body, FaultDecision.Edit edit) {
        FaultAction action = edit.action();
        if (action.kind() == FaultKind.EMPTY_PAGE) {
            return new EditedResponse(response.with(withRows(body, Stream.empty())), true);
        }
        // Reading the first row consumes it. The body is therefore rebuilt even if nothing changes.
        JsonNode first = body.rows().next();
        Stream<JsonNode> rows = Stream.concat(Stream.of(first), stream(body.rows()));
        if (action.kind() == FaultKind.DUPLICATE_ROW) {
            return new EditedResponse(response.with(withRows(body, Stream.concat(Stream.of(first), rows))), true);
        }
        Optional<DriftEdit> driftEdit =
                action instanceof FaultAction.SchemaDriftAction drifted && first instanceof ObjectNode object
                        ? DriftEdit.of(drifted, object, edit.random())
                        : Optional.empty();
        SandboxResponse edited = response.with(withRows(body, rows.map(row -> withDrift(row, driftEdit))));
        return new EditedResponse(edited, driftEdit.isPresent());
    }

    private static JsonNode withDrift(JsonNode row, Optional<DriftEdit> driftEdit) {
        if (row instanceof ObjectNode object) {
            driftEdit.ifPresent(edit -> edit.apply(object));
        }
        return row;
    }

    private static Body.LazyRows withRows(Body.LazyRows body, Stream<JsonNode> rows) {
        return new Body.LazyRows(body.head(), rows.iterator(), body.tail());
    }

    private static Stream<JsonNode> stream(Iterator<? extends JsonNode> rows) {
        return Stream.iterate(rows, Iterator::hasNext, same -> same).map(Iterator::next);
    }
}
