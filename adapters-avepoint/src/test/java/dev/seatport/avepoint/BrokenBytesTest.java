package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.seats.TenantSeatQuery;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers whose bytes were cut or changed on the way: they come to a value or to a failure that a port promises, in time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class BrokenBytesTest {
    private static final int CHANGES = 1_000;
    private static final List<String> PIECES = List.of(
            "null", "[]", "{}", "\"", "-1", "1e400", "99999999999999999999", "\\u0000", "\uFEFF", ",", "}", "]");

    private RawVendor vendor;
    private AvePoint avePoint;

    /** What is asked, and a good answer to it. */
    private enum Question {
        SEATS("tenant-seats/documented.json"),
        OLDER_SEATS("tenant-seats/documented-older.json"),
        CUSTOMERS("customers-batch/documented.json"),
        ONE_CUSTOMER("specific-customer/documented.json"),
        PRODUCT("product-overview/documented.json");

        private final String fixture;

        Question(String fixture) {
            this.fixture = fixture;
        }

        byte[] answer() {
            return Fixture.read(fixture).strip().getBytes(StandardCharsets.UTF_8);
        }
    }

    @BeforeAll
    void start() {
        vendor = new RawVendor();
        avePoint = vendor.connect();
    }

    @AfterAll
    void stop() {
        avePoint.close();
        vendor.close();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatTheConnectionCutsIsNoAnswerWhereverItIsCut(Question question) {
        byte[] whole = question.answer();
        vendor.answer(whole);
        assertThat(ask(question).map(VendorException::kind).orElse(FailureKind.INCOMPLETE_LISTING))
                .isEqualTo(FailureKind.INCOMPLETE_LISTING);
        for (int length = 0; length < whole.length; length++) {
            vendor.answerUntilClosed(Arrays.copyOf(whole, length));
            assertThat(ask(question).map(VendorException::kind))
                    .as("cut after %d bytes", length)
                    .hasValue(FailureKind.MALFORMED_ANSWER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void changedBytesComeToAValueOrAPromisedFailure(Question question) {
        SplittableRandom chance = new SplittableRandom(question.answer().length);
        for (int i = 0; i < CHANGES; i++) {
            byte[] changed = changed(question.answer(), chance);
            vendor.answer(changed);
            ask(question)
                    .ifPresent(failure -> assertThat(failure.getMessage())
                            .as(new String(changed, StandardCharsets.ISO_8859_1))
                            .doesNotContain("\n")
                            .hasSizeLessThan(400));
        }
    }

    /** A few bytes flipped, or a piece of JSON put in the place of a few. */
    private static byte[] changed(byte[] whole, SplittableRandom chance) {
        if (chance.nextBoolean()) {
            byte[] flipped = whole.clone();
            for (int flips = 1 + chance.nextInt(4); flips > 0; flips--) {
                flipped[chance.nextInt(whole.length)] ^= (byte) (1 << chance.nextInt(8));
            }
            return flipped;
        }
        String text = new String(whole, StandardCharsets.UTF_8);
        int from = chance.nextInt(text.length());
        int to = Math.min(text.length(), from + chance.nextInt(12));
        String piece = PIECES.get(chance.nextInt(PIECES.size()));
        return (text.substring(0, from) + piece + text.substring(to)).getBytes(StandardCharsets.UTF_8);
    }

    /** How the question failed, if it did; any failure that no port promises is an error here. */
    private Optional<VendorException> ask(Question question) {
        return switch (question) {
            case SEATS, OLDER_SEATS ->
                end(avePoint.tenantSeats()
                        .seats(TenantSeatQuery.all(StubbedVendor.CUSTOMER, TenantKind.MICROSOFT_365)));
            case CUSTOMERS -> end(avePoint.customers().all());
            case ONE_CUSTOMER -> end(avePoint.customers().find(StubbedVendor.CUSTOMER));
            case PRODUCT ->
                end(avePoint.productSeats()
                        .seats(StubbedVendor.CUSTOMER, new Product(new ProductCode("2048"), "Backup", null)));
        };
    }

    private static <T> Optional<VendorException> end(Flow.Publisher<Observed<T>> publisher) {
        Signals<T> signals = Signals.of(publisher).await(60);
        assertThat(signals.ends()).isEqualTo(1);
        return signals.complete() ? Optional.empty() : Optional.of(signals.failure());
    }

    private static <T> Optional<VendorException> end(CompletionStage<T> stage) {
        CompletableFuture<Optional<VendorException>> end = stage.toCompletableFuture()
                .thenApply(value -> Optional.<VendorException>empty())
                .exceptionally(thrown -> Optional.of(promised(thrown)));
        return end.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static VendorException promised(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        assertThat(cause).isInstanceOf(VendorException.class);
        return (VendorException) cause;
    }
}
