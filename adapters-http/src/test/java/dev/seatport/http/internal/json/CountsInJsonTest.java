package dev.seatport.http.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountsInJsonTest {
    /** The DTO of an answer. */
    record AnswerDto(@Nullable List<RowDto> rows, @Nullable Long count) {}

    /** The DTO of a row. */
    record RowDto(@Nullable Long assigned) {}

    private static @Nullable Long count(String json) throws UnreadableJson {
        return Json.read(Buffer.buffer("{\"count\":" + json + "}"), AnswerDto.class)
                .count();
    }

    private static UnreadableJson unreadable(String json) {
        return catchThrowableOfType(UnreadableJson.class, () -> Json.read(Buffer.buffer(json), AnswerDto.class));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "25,25",
                "'\"25\"',25",
                "'\" 25 \"',25",
                "-3,-3",
                "'\"-3\"',-3",
                "'\"+3\"',3",
                "0,0",
                "'\"007\"',7",
                "9223372036854775807,9223372036854775807",
                "'\"9223372036854775807\"',9223372036854775807",
                "-9223372036854775808,-9223372036854775808"
            })
    void areNumbersAndStringsOfDigits(String json, long count) throws UnreadableJson {
        assertThat(count(json)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", "\"N/A\"", "\"n/a\"", "\" N/A \""})
    void areAbsentWhereTheVendorSaysThatThereIsNone(String json) throws UnreadableJson {
        assertThat(count(json)).isNull();
    }

    @Test
    void areAbsentWhereTheyAreMissing() throws UnreadableJson {
        assertThat(Json.read(Buffer.buffer("{}"), AnswerDto.class).count()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25.5",
                "2.0",
                "\"25.5\"",
                "\"abc\"",
                "true",
                "false",
                "{}",
                "{\"a\":1}",
                "[]",
                "[25]",
                "1e3",
                "\"1e3\"",
                "9223372036854775808",
                "\"9223372036854775808\"",
                "\"1,000\"",
                "\"0x19\"",
                "\"--3\"",
                "\"٢٥\"",
            })
    void areMalformedWhenTheyAreAnythingElse(String json) {
        UnreadableJson unreadable = unreadable("{\"count\":" + json + "}");
        assertThat(unreadable.path()).isEqualTo("$.count");
        assertThat(unreadable).hasNoCause();
    }

    @Test
    void areNeitherQuotedNorLostInARow() {
        UnreadableJson unreadable = unreadable("{\"rows\":[{\"assigned\":1},{\"assigned\":\"canary\"}]}");
        assertThat(unreadable).hasMessage("at $.rows[1].assigned: not a whole number");
    }

    @Test
    void areTooLongToBeReadBeyond64Digits() {
        assertThat(unreadable("{\"count\":" + "9".repeat(65) + "}").what()).contains("larger or deeper");
        assertThat(unreadable("{\"count\":" + "9".repeat(64) + "}").what()).isEqualTo("not a whole number");
    }
}
