package dev.seatport.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowPublisherTest {
    private final VendorException failure = VendorException.builder(
                    FailureKind.UNAVAILABLE, new Vendor("acme"), "customers", "is down")
            .build();

    private static RowPublisher<String> rows(String... rows) {
        return new RowPublisher<>(() -> new ListingResult<>(List.of(rows), null));
    }

    @Test
    void emitsNothingBeforeARequest() {
        RecordingSubscriber<String> subscriber = RecordingSubscriber.on(rows("a"));

        assertThat(subscriber.rows).isEmpty();
        assertThat(subscriber.completed).isFalse();
    }

    @Test
    void emitsNoMoreThanRequested() {
        RecordingSubscriber<String> subscriber =
                RecordingSubscriber.on(rows("a", "b", "c")).request(2);

        assertThat(subscriber.rows).containsExactly("a", "b");
        assertThat(subscriber.completed).isFalse();
    }

    @Test
    void completesWithTheLastRow() {
        RecordingSubscriber<String> subscriber =
                RecordingSubscriber.on(rows("a", "b")).request(1).request(1);

        assertThat(subscriber.rows).containsExactly("a", "b");
        assertThat(subscriber.completed).isTrue();
    }

    @Test
    void completesWithoutRows() {
        assertThat(RecordingSubscriber.on(rows()).request(1).completed).isTrue();
    }

    @Test
    void failsAfterTheRows() {
        RowPublisher<String> publisher = new RowPublisher<>(() -> new ListingResult<>(List.of("a"), failure));

        RecordingSubscriber<String> subscriber =
                RecordingSubscriber.on(publisher).request(Long.MAX_VALUE);

        assertThat(subscriber.rows).containsExactly("a");
        assertThat(subscriber.failure).isSameAs(failure);
        assertThat(subscriber.completed).isFalse();
    }

    @Test
    void callsTheSupplierForEachSubscriptionAtItsFirstRequest() {
        AtomicInteger calls = new AtomicInteger();
        RowPublisher<String> publisher = new RowPublisher<>(() -> {
            calls.incrementAndGet();
            return new ListingResult<>(List.of("a", "b"), null);
        });

        RecordingSubscriber<String> first = RecordingSubscriber.on(publisher);
        assertThat(calls).hasValue(0);
        first.request(1).request(1);
        RecordingSubscriber.on(publisher).request(5);

        assertThat(calls).hasValue(2);
    }

    @Test
    void aRequestFromOnNextDoesNotRecurse() {
        String[] many = IntStream.range(0, 100_000).mapToObj(Integer::toString).toArray(String[]::new);

        RecordingSubscriber<String> subscriber =
                RecordingSubscriber.on(rows(many), 1).request(1);

        assertThat(subscriber.rows).hasSize(many.length);
        assertThat(subscriber.completed).isTrue();
    }

    @Test
    void demandDoesNotOverflow() {
        RecordingSubscriber<String> subscriber =
                RecordingSubscriber.on(rows("a", "b", "c"), Long.MAX_VALUE).request(Long.MAX_VALUE);

        assertThat(subscriber.rows).hasSize(3);
        assertThat(subscriber.completed).isTrue();
    }

    @Test
    void emitsNothingAfterCancel() {
        RecordingSubscriber<String> subscriber =
                RecordingSubscriber.on(rows("a", "b")).request(1);

        subscriber.cancel();
        subscriber.request(1);

        assertThat(subscriber.rows).containsExactly("a");
        assertThat(subscriber.completed).isFalse();
    }

    @Test
    void aRequestBelowOneIsAnError() {
        RecordingSubscriber<String> subscriber =
                RecordingSubscriber.on(rows("a")).request(0);

        assertThat(subscriber.failure).isInstanceOf(IllegalArgumentException.class);
        assertThat(subscriber.rows).isEmpty();
    }
}
