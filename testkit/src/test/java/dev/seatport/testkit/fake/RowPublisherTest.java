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
        return new RowPublisher<>(() -> new StubbedPublisher<>(List.of(rows), null));
    }

    @Test
    void deliversNothingUntilAsked() {
        RecordingSubscriber<String> recordingSubscriber = RecordingSubscriber.on(rows("a"));

        assertThat(recordingSubscriber.rows).isEmpty();
        assertThat(recordingSubscriber.completed).isFalse();
    }

    @Test
    void deliversNoMoreThanAskedFor() {
        RecordingSubscriber<String> recordingSubscriber =
                RecordingSubscriber.on(rows("a", "b", "c")).request(2);

        assertThat(recordingSubscriber.rows).containsExactly("a", "b");
        assertThat(recordingSubscriber.completed).isFalse();
    }

    @Test
    void completesWithTheLastRow() {
        RecordingSubscriber<String> recordingSubscriber =
                RecordingSubscriber.on(rows("a", "b")).request(1).request(1);

        assertThat(recordingSubscriber.rows).containsExactly("a", "b");
        assertThat(recordingSubscriber.completed).isTrue();
    }

    @Test
    void completesWhenThereIsNothing() {
        assertThat(RecordingSubscriber.on(rows()).request(1).completed).isTrue();
    }

    @Test
    void failsAfterTheRowsThatCameBefore() {
        RowPublisher<String> publisher = new RowPublisher<>(() -> new StubbedPublisher<>(List.of("a"), failure));

        RecordingSubscriber<String> recordingSubscriber =
                RecordingSubscriber.on(publisher).request(Long.MAX_VALUE);

        assertThat(recordingSubscriber.rows).containsExactly("a");
        assertThat(recordingSubscriber.failure).isSameAs(failure);
        assertThat(recordingSubscriber.completed).isFalse();
    }

    @Test
    void asksAnewForEachSubscriptionAndOnlyOnRequest() {
        AtomicInteger asked = new AtomicInteger();
        RowPublisher<String> publisher = new RowPublisher<>(() -> {
            asked.incrementAndGet();
            return new StubbedPublisher<>(List.of("a", "b"), null);
        });

        RecordingSubscriber<String> first = RecordingSubscriber.on(publisher);
        assertThat(asked).hasValue(0);
        first.request(1).request(1);
        RecordingSubscriber.on(publisher).request(5);

        assertThat(asked).hasValue(2);
    }

    @Test
    void aRequestFromWithinARowDoesNotNest() {
        String[] many = IntStream.range(0, 100_000).mapToObj(Integer::toString).toArray(String[]::new);

        RecordingSubscriber<String> recordingSubscriber =
                RecordingSubscriber.on(rows(many), 1).request(1);

        assertThat(recordingSubscriber.rows).hasSize(many.length);
        assertThat(recordingSubscriber.completed).isTrue();
    }

    @Test
    void demandDoesNotOverflow() {
        RecordingSubscriber<String> recordingSubscriber =
                RecordingSubscriber.on(rows("a", "b", "c"), Long.MAX_VALUE).request(Long.MAX_VALUE);

        assertThat(recordingSubscriber.rows).hasSize(3);
        assertThat(recordingSubscriber.completed).isTrue();
    }

    @Test
    void deliversNothingAfterCancelling() {
        RecordingSubscriber<String> recordingSubscriber =
                RecordingSubscriber.on(rows("a", "b")).request(1);

        recordingSubscriber.cancel();
        recordingSubscriber.request(1);

        assertThat(recordingSubscriber.rows).containsExactly("a");
        assertThat(recordingSubscriber.completed).isFalse();
    }

    @Test
    void askingForLessThanOneIsAnError() {
        RecordingSubscriber<String> recordingSubscriber =
                RecordingSubscriber.on(rows("a")).request(0);

        assertThat(recordingSubscriber.failure).isInstanceOf(IllegalArgumentException.class);
        assertThat(recordingSubscriber.rows).isEmpty();
    }
}
