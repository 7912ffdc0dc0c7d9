package dev.seatport.http.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.ShelfListing;
import dev.seatport.http.ShelfListing.Book;
import dev.seatport.http.ShelfListing.ShelfDto;
import dev.seatport.http.internal.auth.SecretDetector;
import dev.seatport.http.internal.codec.BufferedBody;
import dev.seatport.http.internal.codec.ResponseBodyDecoder;
import dev.seatport.http.internal.transport.RawResponse;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.testkit.http.RecordingListener;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the fast path and databind return the same result for every response. */
@Tag("slow")
class FastPathTest {
    private static final VendorOperation OPERATION = new VendorOperation(new Vendor("acme"), "shelf", null);
    private static final ErrorBodyParser FAILURES = (status, body) -> new ErrorDetails(
            "Bad".equals(body.text("Status")) ? FailureKind.UNAVAILABLE : null, null, List.of(), body.text("Id"));

    private final RecordingListener callListener = new RecordingListener();
    private int fastPathResponses;

    private <D, B extends ResponseBodyDecoder<D>> DecodableResponse<D, B> read(
            ResponseHandler handler, B body, byte[] bytes) {
        int middle = bytes.length / 2;
        body.accept(Buffer.buffer(bytes).slice(0, middle));
        body.accept(Buffer.buffer(bytes).slice(middle, bytes.length));
        return handler.decode(new DecodableResponse<>(
                OPERATION,
                Secret.of("token-1"),
                new RawResponse(200, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer()),
                body,
                1,
                0));
    }

    private Observed<ListingResult<Book>> fastPath(ResponseHandler handler, byte[] bytes) {
        BufferedBody<ShelfDto, Book> body = new BufferedBody<>(
                ShelfDto.class,
                new BufferedBody.FastDecoder<>(
                        ShelfListing.READER, listener -> handler.partialContext(OPERATION, listener), 4));
        DecodableResponse<ShelfDto, BufferedBody<ShelfDto, Book>> decodableResponse = read(handler, body, bytes);
        fastPathResponses += body.rows() == null ? 0 : 1;
        return decodableResponse
                .context()
                .observed(body.listing(
                        decodableResponse.content(), ShelfListing::translate, decodableResponse.context()));
    }

    private Observed<ListingResult<Book>> databind(ResponseHandler handler, byte[] bytes) {
        DecodableResponse<ShelfDto, BufferedBody<ShelfDto, Book>> decodableResponse =
                read(handler, new BufferedBody<ShelfDto, Book>(ShelfDto.class), bytes);
        return decodableResponse
                .context()
                .observed(ShelfListing.translate(decodableResponse.content(), decodableResponse.context()));
    }

    private interface DecodeMethod {
        Observed<ListingResult<Book>> read(ResponseHandler handler, byte[] bytes);
    }

    /** Returns everything that callers and listeners get from a response. */
    private static String outcome(DecodeMethod method, byte[] bytes) {
        RecordingListener listener = new RecordingListener();
        ResponseHandler handler =
                new ResponseHandler(FAILURES, null, listener, () -> Instant.EPOCH, new SecretDetector(List.of()));
        String result;
        try {
            Observed<ListingResult<Book>> observed = method.read(handler, bytes);
            result = observed.value().rows() + " " + observed.provenance() + " "
                    + observed.value().failure().map(String::valueOf).orElse("whole");
        } catch (RuntimeException e) {
            result = e.toString();
        }
        return result + " " + listener.drifts()
                + listener.drifts().stream().map(listener::furtherDrifts).toList();
    }

    private void assertTheSame(byte[] bytes) {
        assertThat(outcome(this::fastPath, bytes))
                .as(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(outcome(this::databind, bytes));
    }

    /**
     * @param least responses that the fast path must decode, so that the test is not empty
     */
    @ParameterizedTest
    @CsvSource({"1,0,400", "2,200,400", "3,30,250"})
    void generatedResponsesHaveTheSameResultInBothWays(long seed, int oddity, int least) {
        ShelfJsonGenerator generator = new ShelfJsonGenerator(new Random(seed), oddity);
        for (int i = 0; i < 2_000; i++) {
            assertTheSame(generator.next());
        }
        assertThat(fastPathResponses).isGreaterThan(least);
    }

    @ParameterizedTest
    @CsvSource({"4,0", "5,100"})
    void brokenBytesHaveTheSameResultInBothWays(long seed, int oddity) {
        ShelfJsonGenerator generator = new ShelfJsonGenerator(new Random(seed), oddity);
        for (int i = 0; i < 3_000; i++) {
            assertTheSame(generator.broken(generator.next()));
        }
        assertThat(fastPathResponses).isBetween(20, 2_500);
    }

    @Test
    void aTruncatedResponseHasTheSameResultInBothWays() {
        byte[] whole = "{\"Status\":\"Good\",\"Rows\":[{\"id\":\"\\u00e4\",\"count\":12}],\"note\":null,\"total\":1}"
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= whole.length; length++) {
            assertTheSame(Arrays.copyOf(whole, length));
        }
        assertThat(fastPathResponses).isEqualTo(1);
    }

    @Test
    void invalidUtf8HasTheSameResultInBothWays() {
        for (int first = 0x80; first <= 0xFF; first++) {
            for (int second : new int[] {0x22, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0}) {
                byte[] bytes = "{\"Status\":\"Good\",\"Rows\":[{\"id\":\"??\"}]}".getBytes(StandardCharsets.UTF_8);
                int at = new String(bytes, StandardCharsets.UTF_8).indexOf("??");
                bytes[at] = (byte) first;
                bytes[at + 1] = (byte) second;
                assertTheSame(bytes);
            }
        }
    }

    @Test
    void anOverlongTextHasTheSameResultInBothWays() {
        for (int length : new int[] {1024 * 1024, 1024 * 1024 + 1}) {
            String text = "{\"Status\":\"Good\",\"Rows\":[],\"Id\":\"" + "x".repeat(length) + "\"}";
            assertTheSame(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(fastPathResponses).isEqualTo(1);
    }

    @Test
    void aFullPageIsDecodedWhateverTheSizeOfItsFirstRow() {
        for (int rows : new int[] {1, 3, 4, 5, 40}) {
            String many = "{\"id\":\"" + "x".repeat(200) + "\"}" + ",{\"id\":\"y\"}".repeat(rows - 1);
            assertTheSame(("{\"Status\":\"Good\",\"Rows\":[" + many + "]}").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(fastPathResponses).isEqualTo(5);
    }

    @Test
    void anUnknownFieldIsReportedInBothWays() {
        byte[] bytes = "{\"Status\":\"Good\",\"Rows\":[{\"id\":\"a\",\"odd\":1}]}".getBytes(StandardCharsets.UTF_8);
        assertTheSame(bytes);
        assertThat(outcome(this::fastPath, bytes)).contains("$.Rows[*].odd");
    }

    @Test
    void aBodyIsAcceptedWholeAndRetained() {
        BufferedBody<ShelfDto, Book> body = new BufferedBody<>(
                ShelfDto.class,
                new BufferedBody.FastDecoder<>(
                        ShelfListing.READER,
                        listener -> {
                            throw new AssertionError("nothing was to be read");
                        },
                        4));
        assertThat(body.accept(Buffer.buffer("{"))).isTrue();
        assertThat(body.accept(Buffer.buffer("}"))).isTrue();
        assertThat(body.retainsBytes()).isTrue();
    }

    @Test
    void noDriftIsReportedForATruncatedResponse() {
        String body = "{\"Status\":\"Good\",\"Rows\":[{\"id\":\"a\",\"count\":-1},{\"id\":\"b\"";
        ResponseHandler handler =
                new ResponseHandler(FAILURES, null, callListener, () -> Instant.EPOCH, new SecretDetector(List.of()));
        assertThat(catchThrowable(() -> fastPath(handler, body.getBytes(StandardCharsets.UTF_8))))
                .isNotNull();
        assertThat(callListener.drifts()).isEmpty();
    }
}
