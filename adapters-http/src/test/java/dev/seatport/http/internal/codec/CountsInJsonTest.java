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
    /** The DTO of a response. */
    record ResponseDto(
            @Nullable List<RowDto> rows, @Nullable Long count) {}

    /** The DTO of a row. */
    record RowDto(@Nullable Long assigned) {}

    private static @Nullable Long count(String json) throws JsonDecodeException {
        return JsonCodec.decode(Buffer.buffer("{\"count\":" + json + "}"), ResponseDto.class, new DriftCollector())
                .count();
    }

    private static JsonDecodeException malformed(String json) {
        return catchThrowableOfType(
                JsonDecodeException.class,
                () -> JsonCodec.decode(Buffer.buffer(json), ResponseDto.class, new DriftCollector()));
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
    void areWholeNumbersInAnyNotation(String json, long count) throws JsonDecodeException {
        assertThat(count(json)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", "\"N/A\"", "\"n/a\"", "\" N/A \""})
    void areAbsentForEmptyValues(String json) throws JsonDecodeException {
        assertThat(count(json)).isNull();
    }

    /** The last value denotes a number of a billion digits, which must not be expanded. */
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
        DriftCollector drifts = new DriftCollector();
        assertThat(JsonCodec.decode(Buffer.buffer("{\"count\":" + json + "}"), ResponseDto.class, drifts)
                        .count())
                .isNull();
        List<String> reported = new ArrayList<>();
        drifts.forEach((drift, times) -> reported.add(drift.path() + ": " + drift.what()));
        assertThat(reported).contains("$.count: a number beyond 64 bits");
    }

    @Test
    void areAbsentForAMissingField() throws JsonDecodeException {
        assertThat(JsonCodec.decode(Buffer.buffer("{}"), ResponseDto.class, new DriftCollector())
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
    void areMalformedForAnyOtherValue(String json) {
        JsonDecodeException malformed = malformed("{\"count\":" + json + "}");
        assertThat(malformed.path()).isEqualTo("$.count");
        assertThat(malformed).hasNoCause();
    }

    @Test
    void areReportedByPathAndNotQuoted() {
        JsonDecodeException malformed = malformed("{\"rows\":[{\"assigned\":1},{\"assigned\":\"canary\"}]}");
        assertThat(malformed).hasMessage("at $.rows[1].assigned: not a whole number");
    }

    @Test
    void areRejectedBeyond64Digits() {
        assertThat(malformed("{\"count\":" + "9".repeat(65) + "}").what()).contains("larger or deeper");
    }
}
