package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.LICENSES;
import static dev.seatport.application.review.InMemoryVendors.assignedSeats;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.PurchasedSeats;
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

    private final InMemoryVendors vendors = new InMemoryVendors();
    private final List<HeldPublisher<Observed<TenantSeats>>> held = new ArrayList<>();

    /** Returns sources whose tenant seats deliver only after their release, in any order. */
    private SeatVendorPorts heldSeats() {
        return new SeatVendorPorts(
                InMemoryVendors.SEATS,
                vendors.customers,
                query -> {
                    HeldPublisher<Observed<TenantSeats>> publisher =
                            new HeldPublisher<>(vendors.tenantSeats.seats(query));
                    held.add(publisher);
                    return publisher;
                },
                vendors.productSeats);
    }

    private FleetReview.Builder review(SeatVendorPorts seats) {
        return FleetReview.builder(seats, vendors.licenseSources());
    }

    private static AssertSubscriber<ReviewEvent> subscribe(FleetReview review, long requests) {
        AssertSubscriber<ReviewEvent> subscriber = AssertSubscriber.create(requests);
        review.review(REQUEST).subscribe(subscriber);
        return subscriber;
    }

    private static List<String> order(AssertSubscriber<ReviewEvent> subscriber) {
        return new InMemoryVendors.Outcome(subscriber.getItems()).order();
    }

    private void customers(int customers) {
        vendors.customer(IntStream.range(0, customers).mapToObj(i -> "c" + i).toArray(String[]::new));
    }

    @Nested
    class Order {
        @Test
        void isThatOfTheListingWhateverTheOrderOfResponses() {
            customers(3);
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
            customers(10);
            AssertSubscriber<ReviewEvent> subscriber =
                    subscribe(review(heldSeats()).concurrency(3).build(), Long.MAX_VALUE);

            assertThat(held).hasSize(3);
            held.get(0).release();
            assertThat(held).hasSize(4);
            // The second result is complete but waits for its turn, so it still counts as concurrent.
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
        void isSixteenByDefault() {
            customers(20);
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
        void sendsNoRequestsWithoutDemand() {
            customers(3);
            AssertSubscriber<ReviewEvent> subscriber = subscribe(vendors.review(), 0);

            assertThat(vendors.licenseCustomers.listings()).isZero();
            assertThat(vendors.customers.listings()).isZero();
            subscriber.cancel();
        }

        @Test
        void oneRequestLoadsAtMostTheConcurrency() {
            customers(100);
            AssertSubscriber<ReviewEvent> subscriber = subscribe(
                    FleetReview.builder(vendors.seatSources(), vendors.licenseSources())
                            .concurrency(4)
                            .build(),
                    2);

            assertThat(order(subscriber)).containsExactly("c0");
            assertThat(vendors.tenantSeats.queries()).hasSizeLessThanOrEqualTo(5);
            subscriber.cancel();
        }

        @Test
        void deliversEventsOneByOneOnDemand() {
            customers(5);
            AssertSubscriber<ReviewEvent> subscriber = subscribe(vendors.review(), 0);

            for (int i = 1; i <= 7; i++) {
                subscriber.request(1);
                assertThat(subscriber.getItems()).hasSize(i);
            }
            // A concatenation may complete only after a further request.
            subscriber.request(1);

            subscriber.assertCompleted();
            assertThat(subscriber.getLastItem()).isInstanceOf(ReviewEvent.Finished.class);
        }

        @Test
        void manyCustomersDoNotGrowTheStack() {
            customers(20_000);

            AssertSubscriber<ReviewEvent> subscriber = subscribe(vendors.review(), Long.MAX_VALUE);

            subscriber.assertCompleted();
            assertThat(subscriber.getItems()).hasSize(20_002);
        }

        @Test
        void eachSubscriptionSendsItsOwnRequests() {
            customers(2);
            Flow.Publisher<ReviewEvent> events = vendors.review().review(REQUEST);

            for (int i = 1; i <= 2; i++) {
                AssertSubscriber<ReviewEvent> subscriber = AssertSubscriber.create(Long.MAX_VALUE);
                events.subscribe(subscriber);
                assertThat(order(subscriber)).containsExactly("c0", "c1");
                assertThat(vendors.customers.listings()).isEqualTo(i);
            }
        }
    }

    @Nested
    class Cancelling {
        @Test
        void cancelsTheListingOfLicenseCustomers() {
            HeldPublisher<Observed<Customer>> listing = new HeldPublisher<>(vendors.licenseCustomers.all());
            LicenseVendorPorts licenses = new LicenseVendorPorts(LICENSES, directory(listing), vendors.licenses);
            AssertSubscriber<ReviewEvent> subscriber = subscribe(
                    FleetReview.builder(vendors.seatSources(), licenses).build(), 2);
            assertThat(listing.requested()).isTrue();

            subscriber.cancel();

            assertThat(listing.cancelled()).isTrue();
            assertThat(vendors.customers.listings()).isZero();
        }

        @Test
        void cancelsTheListingOfCustomers() {
            HeldPublisher<Observed<Customer>> listing = new HeldPublisher<>(vendors.customers.all());
            SeatVendorPorts seats = new SeatVendorPorts(
                    InMemoryVendors.SEATS, directory(listing), vendors.tenantSeats, vendors.productSeats);
            AssertSubscriber<ReviewEvent> subscriber = subscribe(review(seats).build(), 2);
            assertThat(listing.requested()).isTrue();

            subscriber.cancel();

            assertThat(listing.cancelled()).isTrue();
        }

        @Test
        void cancelsTheTenantSeatRequestsOfAllLoadingCustomers() {
            customers(10);
            AssertSubscriber<ReviewEvent> subscriber =
                    subscribe(review(heldSeats()).concurrency(3).build(), 2);

            subscriber.cancel();

            assertThat(held).hasSize(3).allMatch(HeldPublisher::cancelled);
        }

        @Test
        void cancelsTheProductSeatRequests() {
            customers(1);
            CompletableFuture<Observed<PurchasedSeats>> response = new CompletableFuture<>();
            SeatVendorPorts seats = new SeatVendorPorts(
                    InMemoryVendors.SEATS, vendors.customers, vendors.tenantSeats, (customer, product) -> response);
            AssertSubscriber<ReviewEvent> subscriber = subscribe(review(seats).build(), 2);

            subscriber.cancel();

            assertThat(response).isCancelled();
        }

        @Test
        void cancelsTheLicenseRequests() {
            vendors.customer("cafe").licensed("L1", "t");
            vendors.tenantSeats.with(assignedSeats("cafe", tenant("t"), 1));
            List<HeldPublisher<Observed<LicenseConsumption>>> publishers = new ArrayList<>();
            LicenseVendorPorts licenses =
                    new LicenseVendorPorts(LICENSES, vendors.licenseCustomers, (customer, tenant) -> {
                        HeldPublisher<Observed<LicenseConsumption>> response =
                                new HeldPublisher<>(vendors.licenses.consumption(customer, tenant));
                        publishers.add(response);
                        return response;
                    });
            AssertSubscriber<ReviewEvent> subscriber = subscribe(
                    FleetReview.builder(vendors.seatSources(), licenses).build(), 2);

            subscriber.cancel();

            assertThat(publishers).hasSize(1).allMatch(HeldPublisher::cancelled);
        }

        @Test
        void cancelsRequestsAfterAnEventToo() {
            customers(10);
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
                    return vendors.customers.find(id);
                }

                @Override
                public Flow.Publisher<Observed<Customer>> all() {
                    return listing;
                }

                @Override
                public CompletionStage<Quantity> count() {
                    return vendors.customers.count();
                }

                @Override
                public CompletionStage<Long> suspectResponseCount() {
                    return vendors.customers.suspectResponseCount();
                }
            };
        }
    }

    @Test
    void listedCustomersAreNotFoundOneByOne() {
        customers(3);

        vendors.run(BACKUP);

        assertThat(vendors.customers.queries()).isEmpty();
        assertThat(vendors.tenantSeats.queries())
                .extracting(query -> query.customer())
                .containsExactly(seatCustomer("c0"), seatCustomer("c1"), seatCustomer("c2"));
    }
}
