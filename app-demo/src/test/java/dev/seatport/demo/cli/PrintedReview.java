package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What was printed, beside what is true. */
final class PrintedReview {
    private PrintedReview() {}

    /** The members of an object that the truth tells of, in the order of the truth. */
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
