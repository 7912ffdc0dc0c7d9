package dev.seatport.http.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.internal.json.JsonFields.Form;
import dev.seatport.http.internal.json.JsonFields.Value;
import io.vertx.core.buffer.Buffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {
    private static @Nullable JsonFields read(String document) {
        return JsonFields.read(Buffer.buffer(document));
    }

    private static JsonFields fields(String document) {
        return Objects.requireNonNull(read(document));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'\"a\\u00e9\"',TEXT,aé",
                "'\"\"',TEXT,''",
                "3599,WHOLE_NUMBER,3599",
                "-1,WHOLE_NUMBER,-1",
                "99999999999999999999,WHOLE_NUMBER,99999999999999999999",
                "25.50,DECIMAL_NUMBER,25.50",
                "3e3,DECIMAL_NUMBER,3e3",
                "true,OTHER,true",
                "null,OTHER,null",
                "'{\"b\":[1,{\"a\":2}]}',OTHER,''",
                "'[{\"a\":1},[2]]',OTHER,''"
            })
    void keepWhatAValueIsAndHowItIsWritten(String json, Form form, String text) {
        assertThat(fields("{\"before\":1,\"a\":" + json + ",\"behind\":\"2\"}").get("a"))
                .isEqualTo(new Value(form, text));
    }

    @Test
    void keepTheFirstTenPlainItemsOfAList() {
        Value list = fields("{\"a\":[1,{\"b\":[2]},\"c\",[3],2.5,null]}").get("a");
        assertThat(Objects.requireNonNull(list).items())
                .containsExactly(
                        new Value(Form.WHOLE_NUMBER, "1"),
                        new Value(Form.TEXT, "c"),
                        new Value(Form.DECIMAL_NUMBER, "2.5"),
                        new Value(Form.OTHER, "null"));
        Value more = fields("{\"a\":[" + "1,".repeat(10) + "2],\"b\":3}").get("a");
        assertThat(Objects.requireNonNull(more).items()).hasSize(10).doesNotContain(new Value(Form.WHOLE_NUMBER, "2"));
    }

    @Test
    void knowOnlyThoseThatStandInTheObjectItself() {
        JsonFields fields = fields(" {\"a\":{\"inner\":1},\"behind\":[[],{\"inner\":2}]} ");
        assertThat(fields.get("inner")).isNull();
        assertThat(fields.text("inner")).isEmpty();
        assertThat(fields("{}").get("a")).isNull();
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
    void areThoseOfOneCompleteObjectOrOfNone(String document) {
        assertThat(read(document)).isNull();
    }

    @Test
    void areBoundedInDepthAndLength() {
        assertThat(read("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}")).isNotNull();
        assertThat(read("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}")).isNull();
        assertThat(read("{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}")).isNotNull();
        assertThat(read("{\"a\":\"" + "x".repeat(1024 * 1024 + 1) + "\"}")).isNull();
    }

    @Test
    void printNoValue() {
        assertThat(new Value(Form.TEXT, "CANARY").toString()).doesNotContain("CANARY");
    }
}
