package dev.seatport.http.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
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

    private static @Nullable Long count(String json) throws JsonDecodeException {
        return JsonCodec.read(Buffer.buffer("{\"count\":" + json + "}"), AnswerDto.class, new DriftCollector())
                .count();
    }

    private static JsonDecodeException unreadable(String json) {
        return catchThrowableOfType(
                JsonDecodeException.class,
                () -> JsonCodec.read(Buffer.buffer(json), AnswerDto.class, new DriftCollector()));
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
                "-9223372036854775808,-9223372036854775808",
                "25.0,25",
                "'\"25.0\"',25",
                "'\" 25.00 \"',25",
                "2.5e1,25",
                "'\"2.5E+1\"',25",
                "250e-1,25",
                "1e3,1000",
                "'\"1e3\"',1000",
                "-3.0,-3",
                "-0.0,0",
                "0e999999999,0",
                "9223372036854775807.0,9223372036854775807"
            })
    void areWholeNumbersAndTextsOfThemHoweverTheyAreWritten(String json, long count) throws JsonDecodeException {
        assertThat(count(json)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", "\"N/A\"", "\"n/a\"", "\" N/A \""})
    void areAbsentWhereTheVendorSaysThatThereIsNone(String json) throws JsonDecodeException {
        assertThat(count(json)).isNull();
    }

    /** The last of them names a number of a billion digits, which must not be written out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "\"9223372036854775808\"",
                "-9223372036854775809",
                "9223372036854775808.0",
                "1e19",
                "1e400",
                "\"1e400\"",
                "1e999999999"
            })
    void areAbsentBeyond64Bits(String json) throws JsonDecodeException {
        DriftCollector odd = new DriftCollector();
        assertThat(JsonCodec.read(Buffer.buffer("{\"count\":" + json + "}"), AnswerDto.class, odd)
                        .count())
                .isNull();
        List<String> told = new ArrayList<>();
        odd.forEach((drift, times) -> told.add(drift.path() + ": " + drift.what()));
        assertThat(told).contains("$.count: a number beyond 64 bits");
    }

    @Test
    void areAbsentWhereTheyAreMissing() throws JsonDecodeException {
        assertThat(JsonCodec.read(Buffer.buffer("{}"), AnswerDto.class, new DriftCollector())
                        .count())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25.5",
                "\"25.5\"",
                "2.55e1",
                "1e-1",
                "1e-999999999",
                "1e9999999999",
                "\"1e\"",
                "\".5\"",
                "\"5.\"",
                "\"2 5\"",
                "\"NaN\"",
                "\"abc\"",
                "true",
                "false",
                "{}",
                "{\"a\":1}",
                "[]",
                "[25]",
                "\"1,000\"",
                "\"0x19\"",
                "\"--3\"",
                "\"٢٥\"",
            })
    void areMalformedWhenTheyAreAnythingElse(String json) {
        JsonDecodeException unreadable = unreadable("{\"count\":" + json + "}");
        assertThat(unreadable.path()).isEqualTo("$.count");
        assertThat(unreadable).hasNoCause();
    }

    @Test
    void areNeitherQuotedNorLostInARow() {
        JsonDecodeException unreadable = unreadable("{\"rows\":[{\"assigned\":1},{\"assigned\":\"canary\"}]}");
        assertThat(unreadable).hasMessage("at $.rows[1].assigned: not a whole number");
    }

    @Test
    void areTooLongToBeReadBeyond64Digits() {
        assertThat(unreadable("{\"count\":" + "9".repeat(65) + "}").what()).contains("larger or deeper");
    }
}
