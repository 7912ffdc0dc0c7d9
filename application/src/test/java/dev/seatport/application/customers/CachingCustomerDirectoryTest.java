package dev.seatport.application.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.wait.TestSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class CachingCustomerDirectoryTest {
    private static final Vendor VENDOR = new Vendor("acme");
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<Observed<Customer>> ROWS = List.of(row("cafe"), row("bakery"));

    private Instant now = START;
    private final HeldDirectory vendor = new HeldDirectory();
    private final CachingCustomerDirectory cache =
            CachingCustomerDirectory.of(vendor, Duration.ofMinutes(15), () -> now);

    private static Observed<Customer> row(String id) {
        return new Observed<>(
                Customer.builder(new CustomerId(VENDOR, id)).build(), new Provenance(VENDOR, "customers", START, null));
    }

    private static VendorException down() {
        return VendorException.builder(FailureKind.UNAVAILABLE, VENDOR, "customers", "down")
                .build();
    }

    private TestSubscriber<Observed<Customer>> subscribe() {
        return TestSubscriber.on(cache.all()).request(Long.MAX_VALUE);
    }

    private void keepAListing() {
        TestSubscriber<Observed<Customer>> subscriber = subscribe();
        vendor.last().deliver(ROWS);
        assertThat(subscriber.rest().rows()).isEqualTo(ROWS);
    }

    @Test
    void sendsNothingBeforeTheFirstRequestForRows() {
        TestSubscriber<Observed<Customer>> subscriber = TestSubscriber.on(cache.all());

        assertThat(vendor.listings).isEmpty();

        subscriber.request(1);
        vendor.last().deliver(ROWS);
        assertThat(subscriber.row()).isEqualTo(ROWS.get(0));
        assertThat(subscriber.isSilent()).as("one row was requested").isTrue();
    }

    @Test
    void deliversTheKeptListingUntilItIsTooOld() {
        keepAListing();
        now = START.plus(Duration.ofMinutes(15)).minusMillis(1);

        assertThat(subscribe().rest().rows()).isEqualTo(ROWS);
        assertThat(cache.listedAt()).hasValue(START);
        assertThat(vendor.listings).hasSize(1);

        now = START.plus(Duration.ofMinutes(15));
        assertThat(cache.listedAt()).isEmpty();
        keepAListing();
        assertThat(vendor.listings).hasSize(2);
        assertThat(cache.listedAt()).hasValue(now);
    }

    @Test
    void doesNotUseAListingOfALaterTimeThanNow() {
        keepAListing();
        now = START.minusSeconds(1);

        keepAListing();

        assertThat(vendor.listings).hasSize(2);
    }

    @Test
    void sharesARunningListing() {
        TestSubscriber<Observed<Customer>> first = subscribe();
        TestSubscriber<Observed<Customer>> second = subscribe();

        vendor.last().deliver(ROWS);

        assertThat(first.rest().rows()).isEqualTo(ROWS);
        assertThat(second.rest().rows()).isEqualTo(ROWS);
        assertThat(vendor.listings).hasSize(1);
    }

    @Test
    void failsForEverySubscriberIfTheDirectoryThrows() {
        IllegalStateException broken = new IllegalStateException("broken");
        List<TestSubscriber<Observed<Customer>>> others = new ArrayList<>();
        vendor.beforeListing = () -> {
            vendor.beforeListing = () -> {};
            others.add(subscribe());
            throw broken;
        };

        TestSubscriber<Observed<Customer>> first = subscribe();

        assertThat(first.rest().failure()).isSameAs(broken);
        assertThat(others.get(0).rest().failure()).isSameAs(broken);
        keepAListing();
    }

    @Test
    void cancelsTheListingWhenTheLastSubscriberCancels() {
        TestSubscriber<Observed<Customer>> first = subscribe();
        TestSubscriber<Observed<Customer>> second = subscribe();

        first.cancel();
        assertThat(vendor.last().cancelled).isFalse();
        second.cancel();
        assertThat(vendor.last().cancelled).isTrue();

        keepAListing();
        assertThat(vendor.listings).hasSize(2);
    }

    @Test
    void deliversAnIncompleteListingAndDoesNotKeepIt() {
        VendorException failure = down();
        TestSubscriber<Observed<Customer>> subscriber = subscribe();
        vendor.last().fail(ROWS.subList(0, 1), failure);

        TestSubscriber.Outcome<Observed<Customer>> outcome = subscriber.rest();

        assertThat(outcome.rows()).isEqualTo(ROWS.subList(0, 1));
        assertThat(outcome.failure()).isSameAs(failure);
        assertThat(cache.listedAt()).isEmpty();
        keepAListing();
    }

    @Test
    void failsAllSubscribersOnAnInternalErrorAndListsAgain() {
        IllegalStateException error = new IllegalStateException("defect");
        TestSubscriber<Observed<Customer>> first = subscribe();
        TestSubscriber<Observed<Customer>> second = subscribe();

        vendor.last().fail(List.of(), error);

        assertThat(first.rest().failure()).isSameAs(error);
        assertThat(second.rest().failure()).isSameAs(error);
        keepAListing();
    }

    @Test
    void listsAgainIfResponsesBecameSuspect() {
        keepAListing();
        vendor.suspectResponses = 3;

        keepAListing();

        assertThat(vendor.listings).hasSize(2);
        assertThat(subscribe().rest().rows()).isEqualTo(ROWS);
        assertThat(vendor.listings).hasSize(2);
    }

    @Test
    void doesNotShareARunningListingWhoseResponsesAreSuspect() {
        TestSubscriber<Observed<Customer>> first = subscribe();
        vendor.suspectResponses = 1;
        TestSubscriber<Observed<Customer>> second = subscribe();

        assertThat(vendor.listings).hasSize(2);
        vendor.listings.get(0).deliver(ROWS.subList(0, 1));
        vendor.listings.get(1).deliver(ROWS);
        assertThat(first.rest().rows()).hasSize(1);
        assertThat(second.rest().rows()).isEqualTo(ROWS);
        assertThat(subscribe().rest().rows()).isEqualTo(ROWS);
    }

    @Test
    void listsAgainAfterTheKeptListingWasDiscarded() {
        keepAListing();
        cache.discard();

        assertThat(cache.listedAt()).isEmpty();
        keepAListing();
    }

    @Test
    void passesOtherRequestsOn() {
        vendor.suspectResponses = 7;

        assertThat(cache.count().toCompletableFuture().join()).isEqualTo(Quantity.of(2));
        assertThat(cache.suspectResponseCount().toCompletableFuture().join()).isEqualTo(7);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> cache.find(new CustomerId(VENDOR, "cafe"))
                        .toCompletableFuture()
                        .join())
                .withCauseInstanceOf(VendorException.class);
    }

    @Test
    void rejectsAnAgeThatIsNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CachingCustomerDirectory.of(vendor, Duration.ZERO))
                .withMessageContaining("maxAge");
    }

    /** Directory whose listings deliver nothing until the test says so. */
    private static final class HeldDirectory implements CustomerDirectory {
        private final List<HeldListing> listings = new ArrayList<>();
        private long suspectResponses;
        private Runnable beforeListing = () -> {};

        HeldListing last() {
            return listings.get(listings.size() - 1);
        }

        @Override
        public Flow.Publisher<Observed<Customer>> all() {
            beforeListing.run();
            return subscriber -> {
                HeldListing listing = new HeldListing(subscriber);
                listings.add(listing);
                subscriber.onSubscribe(listing);
            };
        }

        @Override
        public CompletionStage<Observed<Customer>> find(CustomerId id) {
            return CompletableFuture.failedFuture(down());
        }

        @Override
        public CompletionStage<Quantity> count() {
            return CompletableFuture.completedFuture(Quantity.of(2));
        }

        @Override
        public CompletionStage<Long> suspectResponseCount() {
            return CompletableFuture.completedFuture(suspectResponses);
        }
    }

    private static final class HeldListing implements Flow.Subscription {
        private final Flow.Subscriber<? super Observed<Customer>> subscriber;
        private boolean cancelled;

        HeldListing(Flow.Subscriber<? super Observed<Customer>> subscriber) {
            this.subscriber = subscriber;
        }

        void deliver(List<Observed<Customer>> rows) {
            rows.forEach(subscriber::onNext);
            subscriber.onComplete();
        }

        void fail(List<Observed<Customer>> rows, RuntimeException failure) {
            rows.forEach(subscriber::onNext);
            subscriber.onError(failure);
        }

        @Override
        public void request(long more) {}

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
