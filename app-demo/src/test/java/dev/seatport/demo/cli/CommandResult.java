package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** What became of a command line. */
record CommandResult(int code, String out, String err) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The whole of the standard output, as JSON; that of a review is valid against its schema. */
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

    /** It ended with a code, printed no result and one line of complaint. */
    CommandResult refused(int expected) {
        assertThat(err).startsWith("seatport: ").endsWith("\n");
        assertThat(errLines()).hasSize(1);
        assertThat(out).isEmpty();
        assertThat(code).as(err).isEqualTo(expected);
        return this;
    }

    /** It ended well. */
    CommandResult fine() {
        assertThat(code).as(err).isEqualTo(0);
        return this;
    }
}
