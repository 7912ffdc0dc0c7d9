package dev.seatport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.internal.codec.JsonDecodeException;
import dev.seatport.http.internal.codec.StreamingBody;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.listing.ListingResult;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Large response that is decoded while it arrives. */
class StreamingBodyTest {
    private static final long AMPLE_ROW_BYTES = 1024 * 1024;
    private static final String GOOD =
            "{\"x\":[{}],\"data\":[{\"id\":1,\"name\":\"\u20ac\"},{\"id\":\"2\",\"more\":[{\"id\":[]}]},"
                    + "{\"id\":3}],\"after\":{\"data\":[{\"id\":4}]},\"status\":\"Success\",\"correlationId\":\"c-1\"}";
    private static final ResponseContext CONTEXT = new ResponseContext(
            new Provenance(VendorServer.ACME, "numbers", Instant.EPOCH, "c-1"), CallListener.none(), 200, 1);

    private static StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> body(
            long maxRowBytes) {
        return new StreamingBody<>(
                new StreamedNumbersQuery(),
                maxRowBytes,
                new ResponseContext(
                        new Provenance(VendorServer.ACME, "numbers", Instant.EPOCH, null),
                        CallListener.none(),
                        200,
                        1));
    }

    private static StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> read(
            byte[] bytes, int chunkLength) throws JsonDecodeException {
        StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> body = body(AMPLE_ROW_BYTES);
        boolean more = true;
        for (int from = 0; from < bytes.length && more; from += chunkLength) {
            more = body.accept(Buffer.buffer(bytes).getBuffer(from, Math.min(bytes.length, from + chunkLength)));
        }
        body.value();
        return body;
    }

    private static ListingResult<Long> listing(String json) throws JsonDecodeException {
        StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> body =
                read(json.getBytes(StandardCharsets.UTF_8), 7);
        return body.listing(body.value(), CONTEXT);
    }

    private static void assertMalformed(String json, String problem) {
        for (int chunkLength : new int[] {1, 16, 1_000_000}) {
            assertThatThrownBy(() -> read(json.getBytes(StandardCharsets.UTF_8), chunkLength))
                    .isInstanceOfSatisfying(
                            JsonDecodeException.class,
                            malformed -> assertThat(malformed.kind()).isEqualTo(FailureKind.MALFORMED_ANSWER))
                    .hasMessage(problem);
        }
    }

    @Nested
    class Rows {
        @Test
        void areTheSameForEveryChunkSize() throws Exception {
            byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
            for (int chunkLength = 1; chunkLength <= bytes.length; chunkLength++) {
                var body = read(bytes, chunkLength);
                assertThat(body.value().succeeded()).isTrue();
                assertThat(body.value().correlationId()).isEqualTo("c-1");
                assertThat(body.listing(body.value(), CONTEXT))
                        .isEqualTo(new ListingResult<>(java.util.List.of(1L, 2L, 3L), null));
            }
        }

        @Test
        void areDecodedAfterAByteOrderMark() throws Exception {
            assertThat(listing("\uFEFF" + GOOD).rows()).hasSize(3);
        }

        @Test
        void mayBeEmpty() throws Exception {
            assertThat(listing("{\"data\":[]}").rows()).isEmpty();
            assertThat(listing("{\"data\":[]}").complete()).isTrue();
        }

        @Test
        void areRequired() {
            for (String withoutRows : new String[] {"{}", "{\"data\":null}"}) {
                assertThatThrownBy(() -> listing(withoutRows)).hasMessageContaining("at $.data: no list of rows");
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"data\":[{\"id\":1},{\"name\":\"n\"},{\"id\":3}]} | at $.data[1].id: missing",
                    "{\"data\":[{\"id\":1},null,{\"id\":3}]} | at $.data[1]: null where a row is due"
                })
        void endAtAnInvalidRowWithTheCorrelationId(String json, String problem) throws Exception {
            ListingResult<Long> listing = listing(json);
            assertThat(listing.rows()).containsExactly(1L);
            assertThat(listing.failure().orElseThrow())
                    .hasMessageContaining(problem)
                    .satisfies(failure -> assertThat(failure.correlationId()).hasValue("c-1"));
        }
    }

    @Nested
    class Malformed {
        @Test
        void isATruncatedDocument() {
            for (int length = 0; length < GOOD.length(); length++) {
                assertMalformed(GOOD.substring(0, length), "at $: not one complete JSON document");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {" x", "{}", "]", " null", "\u0000"})
        void isContentAfterTheDocument(String suffix) {
            for (int chunkLength : new int[] {1, 1_000_000}) {
                assertThatThrownBy(() -> read((GOOD + suffix).getBytes(StandardCharsets.UTF_8), chunkLength))
                        .isInstanceOf(JsonDecodeException.class);
            }
        }

        @Test
        void isADocumentOfAnotherType() {
            assertMalformed("[]", "at $: not one JSON document of the documented shape");
            assertMalformed("7", "at $: not one JSON document of the documented shape");
            assertMalformed("null", "at $: null where a value is due");
            assertMalformed("{\"data\":{}}", "at $.data: not of the documented type");
            assertMalformed(
                    "{\"data\":[{\"id\":1},[]]}", "at $.data[1]: not one JSON document of the documented shape");
            assertMalformed("{\"data\":[{\"id\":1},{\"id\":true}]}", "at $.data[1].id: not a whole number");
        }

        @Test
        void isADuplicateKey() {
            assertMalformed("{\"data\":[{\"id\":1,\"id\":2}]}", "at $: not one complete JSON document");
            assertMalformed("{\"data\":[{\"id\":1}],\"data\":[]}", "at $: not one complete JSON document");
        }

        @Test
        void isADocumentBeyondTheLimits() {
            String problem = "at $: larger or deeper than any documented response";
            assertMalformed("{\"data\":[{\"id\":" + "[".repeat(70), problem);
            assertMalformed("[".repeat(100_000), problem);
            assertMalformed("{\"data\":[{\"id\":" + "1".repeat(100) + "}]}", problem);
        }

        @Test
        void isAnotherEncodingThanUtf8() {
            assertThatThrownBy(() -> read(GOOD.getBytes(StandardCharsets.UTF_16LE), 64))
                    .isInstanceOf(JsonDecodeException.class);
        }
    }

    @Nested
    class Declared {
        @Test
        void failureMayFollowRowsOfAnotherType() throws Exception {
            StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> body =
                    body(AMPLE_ROW_BYTES);
            assertThat(body.accept(Buffer.buffer("{\"data\":[[\"v\"],{\"id\":{}}],\"status\":\"Error\"}")))
                    .isTrue();
            assertThatThrownBy(body::value).hasMessageContaining("$.data[0]");
            assertThat(body.errorBody().text("status")).isEqualTo("Error");
            assertThat(body.errorBody().objects("data")).hasSize(1);
        }

        @Test
        void failureIsFoundAfterMoreRowsThanThePrefixHolds() throws Exception {
            StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> body =
                    body(Long.MAX_VALUE);
            body.accept(Buffer.buffer("{\"data\":[{\"id\":1}"));
            body.accept(Buffer.buffer(",{\"id\":1}".repeat(20_000)));
            body.accept(Buffer.buffer("],\"status\":\"Error\"}"));
            assertThat(body.value().succeeded()).isFalse();
            assertThat(body.errorBody().text("status")).isEqualTo("Error");
            assertThat(body.errorBody().objects("data")).isEmpty();
        }

        @Test
        void failureIsIgnoredInATruncatedDocument() {
            StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> body =
                    body(AMPLE_ROW_BYTES);
            body.accept(Buffer.buffer("{\"status\":\"Error\",\"data\":[{"));
            assertThat(body.errorBody().text("status")).isNull();
        }
    }

    @Nested
    class TooLarge {
        private void assertTooLarge(
                StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> body,
                String prefix,
                String repeated,
                String problem) {
            assertThat(body.accept(Buffer.buffer(prefix))).isTrue();
            int chunks = 1;
            while (body.accept(Buffer.buffer(repeated)) && chunks < 1000) {
                chunks++;
            }
            assertThat(chunks).isLessThan(1000);
            assertThatThrownBy(body::value)
                    .isInstanceOfSatisfying(
                            JsonDecodeException.class,
                            malformed -> assertThat(malformed.kind()).isEqualTo(FailureKind.ANSWER_TOO_LARGE))
                    .hasMessageContaining(problem);
        }

        @Test
        void isAListingOfTooManyRows() {
            assertTooLarge(
                    body(1000),
                    "{\"data\":[{\"id\":1}",
                    ",{\"id\":1}",
                    "at $.data[16]: the listing would fill half of the memory; give Java more memory (-Xmx)");
        }

        @Test
        void isALongRow() {
            assertTooLarge(
                    body(AMPLE_ROW_BYTES),
                    "{\"data\":[{\"id\":1},{\"m\":[0",
                    ",1".repeat(10_000),
                    "at $.data[1]: larger than");
        }

        @Test
        void isALongFieldBesidesTheRows() {
            assertTooLarge(body(AMPLE_ROW_BYTES), "{\"data\":[],\"m\":[0", ",1".repeat(10_000), "at $: larger than");
        }
    }
}
