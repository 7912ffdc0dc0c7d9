package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Result of a command line: exit code, standard output and standard error. */
record CommandResult(int code, String out, String err) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Parses the standard output as JSON. Validates a review against its schema. */
    JsonNode json() {
        try {
            return ReviewOutputSchema.valid(MAPPER.readTree(out));
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + out, e);
        }
    }

    List<String> errLines() {
        return err.lines().toList();
    }

    /** Asserts this exit code, one error line and no result. */
    CommandResult refused(int expected) {
        assertThat(err).startsWith("seatport: ").endsWith("\n");
        assertThat(errLines()).hasSize(1);
        assertThat(out).isEmpty();
        assertThat(code).as(err).isEqualTo(expected);
        return this;
    }

    /** Asserts exit code 0. */
    CommandResult fine() {
        assertThat(code).as(err).isEqualTo(0);
        return this;
    }
}
