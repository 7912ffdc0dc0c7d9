package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Compares printed JSON with the expected JSON. */
final class PrintedReview {
    private PrintedReview() {}

    /** Returns the members of the printed object that the expected object has, in the order of the expected object. */
    static String known(JsonNode printed, ObjectNode truth) {
        ObjectNode known = truth.objectNode();
        truth.fieldNames().forEachRemaining(name -> known.set(name, printed.path(name)));
        return known.toString();
    }

    static void assertRows(JsonNode printed, List<ObjectNode> truth) {
        assertThat(printed.isArray()).isTrue();
        assertThat(printed).hasSize(truth.size());
        for (int i = 0; i < truth.size(); i++) {
            assertThat(known(printed.get(i), truth.get(i)))
                    .isEqualTo(truth.get(i).toString());
        }
    }

    static List<ObjectNode> objects(Iterable<JsonNode> rows) {
        List<ObjectNode> objects = new ArrayList<>();
        rows.forEach(row -> objects.add((ObjectNode) row));
        return objects;
    }
}
