package dev.seatport.sandbox.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;

/** Where the vendors' documents keep what. */
final class Documents {
    static final String EXPIRES_IN = "expires_in";
    private static final List<String> LISTS = List.of("data", "Data", "value");

    private Documents() {}

    /** The list of rows, if the document has one. */
    static Optional<ArrayNode> rows(JsonNode document) {
        if (document instanceof ArrayNode rows) {
            return Optional.of(rows);
        }
        return LISTS.stream()
                .map(document::path)
                .filter(ArrayNode.class::isInstance)
                .map(ArrayNode.class::cast)
                .findFirst();
    }
}
