package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.LICENSES;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static dev.seatport.application.review.InMemoryVendors.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.ProductSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewRequest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FleetReviewFlowTest {
    private static final ReviewRequest REQUEST =
            ReviewRequest.of(List.of(BACKUP)).build();

    private final InMemoryVendors inMemoryVendors = new InMemoryVendors();
    private final List<HeldPublisher<Observed<TenantSeats>>> held = new ArrayList<>();

    /** Tenant seats answer only when they are released, in whatever order. */
    private SeatSources heldSeats() {
        return new SeatSources(
                InMemoryVendors.SEATS,
                inMemoryVendors.customers,
                query -> {
                    HeldPublisher<Observed<TenantSeats>> one =
                            new HeldPublisher<>(inMemoryVendors.tenantSeats.seats(query));
                    held.add(one);
                    return one;
                },
                inMemoryVendors.productSeats);
    }

    private FleetReview.Builder review(SeatSources seats) {
        return FleetReview.builder(seats, inMemoryVendors.licenseSources());
    }

    private static AssertSubscriber<ReviewEvent> subscribe(FleetReview review, long requests) {
        AssertSubscriber<ReviewEvent> subscriber = AssertSubscriber.create(requests);
        review.review(REQUEST).subscribe(subscriber);
        return subscriber;
    }

    private static List<String> order(AssertSubscriber<ReviewEvent> subscriber) {
        return new InMemoryVendors.Outcome(subscriber.getItems()).order();
    }

    private void fleetOf(int customers) {
        inMemoryVendors.customer(
                IntStream.range(0, customers).mapToObj(i -> "c" + i).toArray(String[]::new));
    }

    @Nested
    class Order {
        @Test
        void isTheListingsWhoeverAnswersFirst() {
            fleetOf(3);
            AssertSubscriber<ReviewEvent> subscriber =
                    subscribe(review(heldSeats()).build(), Long.MAX_VALUE);

            held.get(2).release();
            held.get(1).release();
            assertThat(order(subscriber)).isEmpty();
            held.get(0).release();

            assertThat(order(subscriber)).containsExactly("c0", "c1", "c2");
            subscriber.assertCompleted();
        }
    }

    @Nested
    class Concurrency {
        @Test
        void isNeverExceeded() {
            fleetOf(10);
            AssertSubscriber<ReviewEvent> subscriber =
                    subscribe(review(heldSeats()).concurrency(3).build(), Long.MAX_VALUE);

            assertThat(held).hasSize(3);
            held.get(0).release();
            assertThat(held).hasSize(4);
            // The next one is done, but must wait for its turn, and so takes a place.
            held.get(2).release();
            assertThat(held).hasSize(4);

            for (int i = 1; i < 10; i++) {
                if (i != 2) {
                    held.get(i).release();
                }
            }
            subscriber.assertCompleted();
            assertThat(order(subscriber)).hasSize(10);
        }

        @Test
        void isSixteenUnlessItIsSet() {
            fleetOf(20);
            AssertSubscriber<ReviewEvent> subscriber =
                    subscribe(review(heldSeats()).build(), Long.MAX_VALUE);

            assertThat(held).hasSize(16);
            subscriber.cancel();
        }

        @Test
        void isAtLeastOne() {
            FleetReview.Builder builder = review(heldSeats());

            assertThatIllegalArgumentException().isThrownBy(() -> builder.concurrency(0));
        }
    }

    @Nested
    class BackPressure {
        @Test
        void nothingIsAskedOfAnybodyBeforeTheFirstRequest() {
            fleetOf(3);
            AssertSubscriber<ReviewEvent> subscriber = subscribe(inMemoryVendors.review(), 0);

            assertThat(inMemoryVendors.licenseCustomers.listings()).isZero();
            assertThat(inMemoryVendors.customers.listings()).isZero();
            subscriber.cancel();
        }

        @Test
        void oneRequestReadsNoMoreCustomersThanAreReadAtOnce() {
            fleetOf(100);
            AssertSubscriber<ReviewEvent> subscriber = subscribe(
                    FleetReview.builder(inMemoryVendors.seatSources(), inMemoryVendors.licenseSources())
                            .concurrency(4)
                            .build(),
                    2);

            assertThat(order(subscriber)).containsExactly("c0");
            assertThat(inMemoryVendors.tenantSeats.asked()).hasSizeLessThanOrEqualTo(5);
            subscriber.cancel();
        }

        @Test
        void eventsComeOneByOneToTheEnd() {
            fleetOf(5);
            AssertSubscriber<ReviewEvent> subscriber = subscribe(inMemoryVendors.review(), 0);

            for (int i = 1; i <= 7; i++) {
                subscriber.request(1);
                assertThat(subscriber.getItems()).hasSize(i);
            }
            // A sequence of sequences may tell only when it is asked on that there is nothing more.
            subscriber.request(1);

            subscriber.assertCompleted();
            assertThat(subscriber.getLastItem()).isInstanceOf(ReviewEvent.Finished.class);
        }

        @Test
        void aLargeFleetDoesNotDeepenTheStack() {
            fleetOf(20_000);

            AssertSubscriber<ReviewEvent> subscriber = subscribe(inMemoryVendors.review(), Long.MAX_VALUE);

            subscriber.assertCompleted();
            assertThat(subscriber.getItems()).hasSize(20_002);
        }

        @Test
        void eachSubscriptionReviewsAnew() {
            fleetOf(2);
            Flow.Publisher<ReviewEvent> events = inMemoryVendors.review().review(REQUEST);

            for (int i = 1; i <= 2; i++) {
                AssertSubscriber<ReviewEvent> subscriber = AssertSubscriber.create(Long.MAX_VALUE);
                events.subscribe(subscriber);
                assertThat(order(subscriber)).containsExactly("c0", "c1");
                assertThat(inMemoryVendors.customers.listings()).isEqualTo(i);
            }
        }
    }

    @Nested
    class Cancelling {
        @Test
        void endsTheListingOfLicenseCustomers() {
            HeldPublisher<Observed<Customer>> listing = new HeldPublisher<>(inMemoryVendors.licenseCustomers.all());
            LicenseSources licenses = new LicenseSources(LICENSES, directory(listing), inMemoryVendors.licenses);
            AssertSubscriber<ReviewEvent> subscriber = subscribe(
                    FleetReview.builder(inMemoryVendors.seatSources(), licenses).build(), 2);
            assertThat(listing.asked()).isTrue();

            subscriber.cancel();

            assertThat(listing.cancelled()).isTrue();
            assertThat(inMemoryVendors.customers.listings()).isZero();
        }

        @Test
        void endsTheListingOfCustomers() {
            HeldPublisher<Observed<Customer>> listing = new HeldPublisher<>(inMemoryVendors.customers.all());
            SeatSources seats = new SeatSources(
                    InMemoryVendors.SEATS,
                    directory(listing),
                    inMemoryVendors.tenantSeats,
                    inMemoryVendors.productSeats);
            AssertSubscriber<ReviewEvent> subscriber = subscribe(review(seats).build(), 2);
            assertThat(listing.asked()).isTrue();

            subscriber.cancel();

            assertThat(listing.cancelled()).isTrue();
        }

        @Test
        void endsTheQuestionsAboutTenantsOfAllCustomersAtWork() {
            fleetOf(10);
            AssertSubscriber<ReviewEvent> subscriber =
                    subscribe(review(heldSeats()).concurrency(3).build(), 2);

            subscriber.cancel();

            assertThat(held).hasSize(3).allMatch(HeldPublisher::cancelled);
        }

        @Test
        void endsTheQuestionsAboutProducts() {
            fleetOf(1);
            CompletableFuture<Observed<ProductSeats>> question = new CompletableFuture<>();
            SeatSources seats = new SeatSources(
                    InMemoryVendors.SEATS,
                    inMemoryVendors.customers,
                    inMemoryVendors.tenantSeats,
                    (customer, product) -> question);
            AssertSubscriber<ReviewEvent> subscriber = subscribe(review(seats).build(), 2);

            subscriber.cancel();

            assertThat(question).isCancelled();
        }

        @Test
        void endsTheQuestionsAboutLicenses() {
            inMemoryVendors.customer("cafe").licensed("L1", "t");
            inMemoryVendors.tenantSeats.with(used("cafe", tenant("t"), 1));
            List<HeldPublisher<Observed<LicenseConsumption>>> questions = new ArrayList<>();
            LicenseSources licenses =
                    new LicenseSources(LICENSES, inMemoryVendors.licenseCustomers, (customer, tenant) -> {
                        HeldPublisher<Observed<LicenseConsumption>> question =
                                new HeldPublisher<>(inMemoryVendors.licenses.consumption(customer, tenant));
                        questions.add(question);
                        return question;
                    });
            AssertSubscriber<ReviewEvent> subscriber = subscribe(
                    FleetReview.builder(inMemoryVendors.seatSources(), licenses).build(), 2);

            subscriber.cancel();

            assertThat(questions).hasSize(1).allMatch(HeldPublisher::cancelled);
        }

        @Test
        void endsAfterAnEventToo() {
            fleetOf(10);
            AssertSubscriber<ReviewEvent> subscriber =
                    subscribe(review(heldSeats()).concurrency(2).build(), 2);
            held.get(0).release();
            assertThat(order(subscriber)).containsExactly("c0");

            subscriber.cancel();

            assertThat(held.subList(1, held.size())).isNotEmpty().allMatch(HeldPublisher::cancelled);
        }

        private CustomerDirectory directory(Flow.Publisher<Observed<Customer>> listing) {
            return new CustomerDirectory() {
                @Override
                public CompletionStage<Observed<Customer>> find(CustomerId id) {
                    return inMemoryVendors.customers.find(id);
                }

                @Override
                public Flow.Publisher<Observed<Customer>> all() {
                    return listing;
                }

                @Override
                public CompletionStage<Quantity> count() {
                    return inMemoryVendors.customers.count();
                }
            };
        }
    }

    @Test
    void aCustomerIsNotLookedUpOneByOne() {
        fleetOf(3);

        inMemoryVendors.run(BACKUP);

        assertThat(inMemoryVendors.customers.asked()).isEmpty();
        assertThat(inMemoryVendors.tenantSeats.asked())
                .extracting(query -> query.customer())
                .containsExactly(seatCustomer("c0"), seatCustomer("c1"), seatCustomer("c2"));
    }
}
