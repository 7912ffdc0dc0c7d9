package dev.seatport.http.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.internal.codec.JsonCodec.NumberText;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsInJsonTest {
    private static @Nullable Map<String, @Nullable Object> read(String document) {
        return JsonCodec.decodeFields(Buffer.buffer(document));
    }

    private static Map<String, @Nullable Object> fields(String document) {
        return Objects.requireNonNull(read(document));
    }

    private static @Nullable Object value(String json) {
        return fields("{\"before\":1,\"a\":" + json + ",\"behind\":\"2\"}").get("a");
    }

    @ParameterizedTest
    @CsvSource({"3599", "-1", "99999999999999999999", "25.50", "3e3"})
    void keepTheNotationOfNumbers(String number) {
        assertThat(value(number)).isEqualTo(new NumberText(number)).hasToString(number);
    }

    @Test
    void keepOtherValues() {
        assertThat(value("\"a\\u00e9\"")).isEqualTo("aé");
        assertThat(value("\"\"")).isEqualTo("");
        assertThat(value("true")).isEqualTo(true);
        assertThat(value("null")).isNull();
        assertThat(value("{\"b\":[1,{\"a\":2}]}"))
                .isEqualTo(Map.of("b", List.of(new NumberText("1"), Map.of("a", new NumberText("2")))));
        assertThat(value("[{\"a\":\"1\"},[false]]")).isEqualTo(List.of(Map.of("a", "1"), List.of(false)));
    }

    @Test
    void includeOnlyThoseOfTheOuterObject() {
        Map<String, @Nullable Object> fields = fields(" {\"a\":{\"inner\":1},\"behind\":[[],{\"inner\":2}]} ");
        assertThat(fields).containsOnlyKeys("a", "behind");
        assertThat(fields("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "1",
                "{\"a\":1",
                "{\"a\":",
                "{\"a\":1}}",
                "{\"a\":1} {}",
                "{\"a\":1}x",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{a:1}",
                "{\"a\":01}",
                "<html></html>"
            })
    void areNullUnlessTheDocumentIsOneCompleteObject(String document) {
        assertThat(read(document)).isNull();
    }

    @Test
    void areLimitedInDepthAndLength() {
        assertThat(read("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}")).isNotNull();
        assertThat(read("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}")).isNull();
        assertThat(read("{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}")).isNotNull();
        assertThat(read("{\"a\":\"" + "x".repeat(1024 * 1024 + 1) + "\"}")).isNull();
    }
}
