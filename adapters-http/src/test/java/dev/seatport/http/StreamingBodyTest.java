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
import dev.seatport.ports.listing.Listing;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A large answer that is parsed while it arrives. */
class StreamingBodyTest {
    private static final long ROOMY = 1024 * 1024;
    private static final String GOOD =
            "{\"x\":[{}],\"data\":[{\"id\":1,\"name\":\"\u20ac\"},{\"id\":\"2\",\"more\":[{\"id\":[]}]},"
                    + "{\"id\":3}],\"after\":{\"data\":[{\"id\":4}]},\"status\":\"Success\",\"correlationId\":\"c-1\"}";
    private static final ResponseContext CONTEXT = new ResponseContext(
            new Provenance(VendorServer.ACME, "numbers", Instant.EPOCH, "c-1"), CallListener.none(), 200, 1);

    private static StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> body(long memory) {
        return new StreamingBody<>(
                new StreamedNumbersQuery(),
                memory,
                new ResponseContext(
                        new Provenance(VendorServer.ACME, "numbers", Instant.EPOCH, null),
                        CallListener.none(),
                        200,
                        1));
    }

    private static StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> read(
            byte[] bytes, int pieceLength) throws JsonDecodeException {
        StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> body = body(ROOMY);
        boolean wanted = true;
        for (int from = 0; from < bytes.length && wanted; from += pieceLength) {
            wanted = body.accept(Buffer.buffer(bytes).getBuffer(from, Math.min(bytes.length, from + pieceLength)));
        }
        body.value();
        return body;
    }

    private static Listing<Long> listing(String json) throws JsonDecodeException {
        StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> body =
                read(json.getBytes(StandardCharsets.UTF_8), 7);
        return body.listing(body.value(), CONTEXT);
    }

    private static void assertUnreadable(String json, String problem) {
        for (int pieceLength : new int[] {1, 16, 1_000_000}) {
            assertThatThrownBy(() -> read(json.getBytes(StandardCharsets.UTF_8), pieceLength))
                    .isInstanceOfSatisfying(
                            JsonDecodeException.class,
                            unreadable -> assertThat(unreadable.kind()).isEqualTo(FailureKind.MALFORMED_ANSWER))
                    .hasMessage(problem);
        }
    }

    @Nested
    class Rows {
        @Test
        void areTheSameHoweverTheAnswerIsCutIntoPieces() throws Exception {
            byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
            for (int pieceLength = 1; pieceLength <= bytes.length; pieceLength++) {
                var answer = read(bytes, pieceLength);
                assertThat(answer.value().succeeded()).isTrue();
                assertThat(answer.value().correlationId()).isEqualTo("c-1");
                assertThat(answer.listing(answer.value(), CONTEXT))
                        .isEqualTo(new Listing<>(java.util.List.of(1L, 2L, 3L), null));
            }
        }

        @Test
        void areReadBehindAByteOrderMark() throws Exception {
            assertThat(listing("\uFEFF" + GOOD).rows()).hasSize(3);
        }

        @Test
        void mayBeNone() throws Exception {
            assertThat(listing("{\"data\":[]}").rows()).isEmpty();
            assertThat(listing("{\"data\":[]}").complete()).isTrue();
        }

        @Test
        void areMissedWhereTheyAreDue() {
            for (String without : new String[] {"{}", "{\"data\":null}"}) {
                assertThatThrownBy(() -> listing(without)).hasMessageContaining("at $.data: no list of rows");
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"data\":[{\"id\":1},{\"name\":\"n\"},{\"id\":3}]} | at $.data[1].id: missing",
                    "{\"data\":[{\"id\":1},null,{\"id\":3}]} | at $.data[1]: null where a row is due"
                })
        void endAtOneThatCannotBeUnderstoodWithTheIdOfTheExchange(String json, String problem) throws Exception {
            Listing<Long> listing = listing(json);
            assertThat(listing.rows()).containsExactly(1L);
            assertThat(listing.failure().orElseThrow())
                    .hasMessageContaining(problem)
                    .satisfies(failure -> assertThat(failure.correlationId()).hasValue("c-1"));
        }
    }

    @Nested
    class Malformed {
        @Test
        void isWhatEndsTooEarlyWhereverItIsCut() {
            for (int length = 0; length < GOOD.length(); length++) {
                assertUnreadable(GOOD.substring(0, length), "at $: not one complete JSON document");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {" x", "{}", "]", " null", "\u0000"})
        void isWhatGoesOnBehindItsEnd(String more) {
            for (int pieceLength : new int[] {1, 1_000_000}) {
                assertThatThrownBy(() -> read((GOOD + more).getBytes(StandardCharsets.UTF_8), pieceLength))
                        .isInstanceOf(JsonDecodeException.class);
            }
        }

        @Test
        void isWhatHasAnotherShape() {
            assertUnreadable("[]", "at $: not one JSON document of the documented shape");
            assertUnreadable("7", "at $: not one JSON document of the documented shape");
            assertUnreadable("null", "at $: null where a value is due");
            assertUnreadable("{\"data\":{}}", "at $.data: not of the documented type");
            assertUnreadable(
                    "{\"data\":[{\"id\":1},[]]}", "at $.data[1]: not one JSON document of the documented shape");
            assertUnreadable("{\"data\":[{\"id\":1},{\"id\":true}]}", "at $.data[1].id: not a whole number");
        }

        @Test
        void isWhatSaysOneThingTwice() {
            assertUnreadable("{\"data\":[{\"id\":1,\"id\":2}]}", "at $: not one complete JSON document");
            assertUnreadable("{\"data\":[{\"id\":1}],\"data\":[]}", "at $: not one complete JSON document");
        }

        @Test
        void isWhatIsDeeperThanAnyDocument() {
            String problem = "at $: larger or deeper than any documented answer";
            assertUnreadable("{\"data\":[{\"id\":" + "[".repeat(70), problem);
            assertUnreadable("[".repeat(100_000), problem);
            assertUnreadable("{\"data\":[{\"id\":" + "1".repeat(100) + "}]}", problem);
        }

        @Test
        void isWhatIsNotUtf8() {
            assertThatThrownBy(() -> read(GOOD.getBytes(StandardCharsets.UTF_16LE), 64))
                    .isInstanceOf(JsonDecodeException.class);
        }
    }

    @Nested
    class Declared {
        @Test
        void failureMayStandBehindRowsOfAnotherShape() throws Exception {
            StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> body = body(ROOMY);
            assertThat(body.accept(Buffer.buffer("{\"data\":[[\"v\"],{\"id\":{}}],\"status\":\"Error\"}")))
                    .isTrue();
            assertThatThrownBy(body::value).hasMessageContaining("$.data[0]");
            assertThat(body.readLeniently().text("status")).isEqualTo("Error");
            assertThat(body.readLeniently().objects("data")).hasSize(1);
        }

        @Test
        void failureIsSeenBehindMoreRowsThanAreKeptForIt() throws Exception {
            StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> body =
                    body(Long.MAX_VALUE);
            body.accept(Buffer.buffer("{\"data\":[{\"id\":1}"));
            body.accept(Buffer.buffer(",{\"id\":1}".repeat(20_000)));
            body.accept(Buffer.buffer("],\"status\":\"Error\"}"));
            assertThat(body.value().succeeded()).isFalse();
            assertThat(body.readLeniently().text("status")).isEqualTo("Error");
            assertThat(body.readLeniently().objects("data")).isEmpty();
        }

        @Test
        void failureIsNotLookedForInWhatIsNoJson() {
            StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> body = body(ROOMY);
            body.accept(Buffer.buffer("{\"status\":\"Error\",\"data\":[{"));
            assertThat(body.readLeniently().text("status")).isNull();
        }
    }

    @Nested
    class TooMuch {
        private void assertTooLarge(
                StreamingBody<StreamedNumbersQuery.NumbersDto, StreamedNumbersQuery.RowDto, Long> body,
                String beginning,
                String more,
                String problem) {
            assertThat(body.accept(Buffer.buffer(beginning))).isTrue();
            int pieces = 1;
            while (body.accept(Buffer.buffer(more)) && pieces < 1000) {
                pieces++;
            }
            assertThat(pieces).isLessThan(1000);
            assertThatThrownBy(body::value)
                    .isInstanceOfSatisfying(
                            JsonDecodeException.class,
                            unreadable -> assertThat(unreadable.kind()).isEqualTo(FailureKind.ANSWER_TOO_LARGE))
                    .hasMessageContaining(problem);
        }

        @Test
        void isMoreRowsThanFit() {
            assertTooLarge(
                    body(1000),
                    "{\"data\":[{\"id\":1}",
                    ",{\"id\":1}",
                    "at $.data[16]: the listing would fill half of the memory; give Java more (-Xmx)");
        }

        @Test
        void isOneLongRow() {
            assertTooLarge(
                    body(ROOMY), "{\"data\":[{\"id\":1},{\"m\":[0", ",1".repeat(10_000), "at $.data[1]: larger than");
        }

        @Test
        void isMuchAroundTheRows() {
            assertTooLarge(body(ROOMY), "{\"data\":[],\"m\":[0", ",1".repeat(10_000), "at $: larger than");
        }
    }
}
