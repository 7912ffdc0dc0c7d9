package dev.seatport.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowPublisherTest {
    private final VendorException failure = VendorException.builder(
                    FailureKind.UNAVAILABLE, new Vendor("acme"), "customers", "is down")
            .build();

    private static RowPublisher<String> rows(String... rows) {
        return new RowPublisher<>(() -> new Rows<>(List.of(rows), null));
    }

    @Test
    void deliversNothingUntilAsked() {
        Recorder<String> recorder = Recorder.on(rows("a"));

        assertThat(recorder.rows).isEmpty();
        assertThat(recorder.completed).isFalse();
    }

    @Test
    void deliversNoMoreThanAskedFor() {
        Recorder<String> recorder = Recorder.on(rows("a", "b", "c")).request(2);

        assertThat(recorder.rows).containsExactly("a", "b");
        assertThat(recorder.completed).isFalse();
    }

    @Test
    void completesWithTheLastRow() {
        Recorder<String> recorder = Recorder.on(rows("a", "b")).request(1).request(1);

        assertThat(recorder.rows).containsExactly("a", "b");
        assertThat(recorder.completed).isTrue();
    }

    @Test
    void completesWhenThereIsNothing() {
        assertThat(Recorder.on(rows()).request(1).completed).isTrue();
    }

    @Test
    void failsAfterTheRowsThatCameBefore() {
        RowPublisher<String> publisher = new RowPublisher<>(() -> new Rows<>(List.of("a"), failure));

        Recorder<String> recorder = Recorder.on(publisher).request(Long.MAX_VALUE);

        assertThat(recorder.rows).containsExactly("a");
        assertThat(recorder.failure).isSameAs(failure);
        assertThat(recorder.completed).isFalse();
    }

    @Test
    void asksAnewForEachSubscriptionAndOnlyOnRequest() {
        AtomicInteger asked = new AtomicInteger();
        RowPublisher<String> publisher = new RowPublisher<>(() -> {
            asked.incrementAndGet();
            return new Rows<>(List.of("a", "b"), null);
        });

        Recorder<String> first = Recorder.on(publisher);
        assertThat(asked).hasValue(0);
        first.request(1).request(1);
        Recorder.on(publisher).request(5);

        assertThat(asked).hasValue(2);
    }

    @Test
    void aRequestFromWithinARowDoesNotNest() {
        String[] many = IntStream.range(0, 100_000).mapToObj(Integer::toString).toArray(String[]::new);

        Recorder<String> recorder = Recorder.on(rows(many), 1).request(1);

        assertThat(recorder.rows).hasSize(many.length);
        assertThat(recorder.completed).isTrue();
    }

    @Test
    void demandDoesNotOverflow() {
        Recorder<String> recorder =
                Recorder.on(rows("a", "b", "c"), Long.MAX_VALUE).request(Long.MAX_VALUE);

        assertThat(recorder.rows).hasSize(3);
        assertThat(recorder.completed).isTrue();
    }

    @Test
    void deliversNothingAfterCancelling() {
        Recorder<String> recorder = Recorder.on(rows("a", "b")).request(1);

        recorder.cancel();
        recorder.request(1);

        assertThat(recorder.rows).containsExactly("a");
        assertThat(recorder.completed).isFalse();
    }

    @Test
    void askingForLessThanOneIsAnError() {
        Recorder<String> recorder = Recorder.on(rows("a")).request(0);

        assertThat(recorder.failure).isInstanceOf(IllegalArgumentException.class);
        assertThat(recorder.rows).isEmpty();
    }
}
