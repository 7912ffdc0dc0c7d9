package dev.seatport.http.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON escapes can express a lone surrogate. UTF-8 cannot encode it, so decoded texts must not contain one. */
class TextsInJsonTest {
    /** The DTO of a response. */
    record NamedDto(@Nullable String name, @Nullable List<String> names) {}

    @ParameterizedTest
    @CsvSource({
        "a \\ud83d b,a \uFFFD b",
        "\\ude00\\ud83d,\uFFFD\uFFFD",
        "\\ud83d\\ud83d\\ude00,\uFFFD\uD83D\uDE00",
        "\\ud83d\\ude00,\uD83D\uDE00",
        "\uD83D\uDE00 plain,\uD83D\uDE00 plain"
    })
    void replaceEachLoneSurrogate(String json, String text) throws JsonDecodeException {
        NamedDto decoded = JsonCodec.decode(
                Buffer.buffer("{\"name\":\"" + json + "\",\"names\":[\"" + json + "\",null]}"),
                NamedDto.class,
                new DriftCollector());

        assertThat(decoded.name()).isEqualTo(text);
        assertThat(decoded.names()).containsExactly(text, null);
    }

    @Test
    void areRejectedWithASurrogateEncodedAsBytes() {
        Buffer body = Buffer.buffer("{\"name\":\"a")
                .appendBytes(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0xBD})
                .appendString("b\"}");

        assertThatExceptionOfType(JsonDecodeException.class)
                .isThrownBy(() -> JsonCodec.decode(body, NamedDto.class, new DriftCollector()));
    }
}
