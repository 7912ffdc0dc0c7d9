package dev.seatport.application.review;

import static dev.seatport.application.review.World.BACKUP;
import static dev.seatport.application.review.World.LICENSES;
import static dev.seatport.application.review.World.NOW;
import static dev.seatport.application.review.World.SEATS;
import static dev.seatport.application.review.World.VAULT;
import static dev.seatport.application.review.World.bought;
import static dev.seatport.application.review.World.failure;
import static dev.seatport.application.review.World.license;
import static dev.seatport.application.review.World.licenseCustomer;
import static dev.seatport.application.review.World.seatCustomer;
import static dev.seatport.application.review.World.tenant;
import static dev.seatport.application.review.World.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.observed.Source;
import dev.seatport.domain.review.Coverage;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.seats.ProductSeatSource;
import dev.seatport.ports.seats.TenantSeatSource;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FleetReviewFailureTest {
    private final World world = new World();

    private static Gap gap(String customer, VendorException failure, Source source) {
        return new Gap(
                seatCustomer(customer), failure.vendor(), source, failure.kind(), String.valueOf(failure.getMessage()));
    }

    @Nested
    class OneSourceOfOneCustomer {
        @Test
        void thatBreaksOffKeepsItsRowsAndLeavesAGap() {
            VendorException cut = failure(SEATS, FailureKind.INCOMPLETE_LISTING);
            world.customer("cafe", "bakery").licensed("L1", "t1", "t2");
            world.tenantSeats
                    .with(used("cafe", tenant("t1"), 1), used("cafe", tenant("t2"), 2))
                    .fail(seatCustomer("cafe"), 1, cut);

            World.Outcome outcome = world.run(BACKUP);

            CustomerPosition cafe = outcome.reviews().get(0).position();
            assertThat(cafe.tenantSeats()).hasSize(1);
            assertThat(cafe.gaps())
                    .containsExactly(gap("cafe", cut, Source.TENANT_SEATS), gap("cafe", cut, Source.LICENSES));
            assertThat(outcome.reviews().get(0).review().coverage().get(0)).isInstanceOf(Coverage.NotComparable.class);
            assertThat(outcome.gaps()).isEqualTo(cafe.gaps());
            assertThat(outcome.completeness().text()).isEqualTo("1 of 2 customers complete; 2 INCOMPLETE_LISTING");
        }

        @Test
        void thatListsATenantTwiceWithOtherCountsLeavesItsCountUnreported() {
            world.customer("cafe").licensed("L1", "t1", "t2");
            world.tenantSeats.with(
                    used("cafe", tenant("t1"), 10),
                    used("cafe", tenant("t2"), 5),
                    used("cafe", tenant("t1"), 20),
                    used("cafe", tenant("t2"), 5),
                    used("cafe", tenant("t1"), 10));

            CustomerReview cafe = world.run(BACKUP).only();

            assertThat(cafe.position().tenantSeats())
                    .extracting(
                            row -> row.value().tenant().id() + " " + row.value().assigned())
                    .containsExactly("t1 unreported", "t2 5");
            assertThat(cafe.position().gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
                assertThat(gap.explanation()).contains("listed tenant t1 more than once, with different counts");
            });
            assertThat(cafe.review().coverage().get(0)).isInstanceOf(Coverage.NotComparable.class);
        }

        @Test
        void thatSaysThatCountsDifferIsNotToldTwice() {
            VendorException told = failure(SEATS, FailureKind.INCOMPLETE_LISTING);
            world.customer("cafe");
            world.tenantSeats
                    .with(used("cafe", tenant("t1"), 10), used("cafe", tenant("t1"), 20))
                    .fail(seatCustomer("cafe"), 2, told);

            CustomerPosition cafe = world.run(BACKUP).only().position();

            assertThat(cafe.tenantSeats()).hasSize(1);
            assertThat(cafe.gaps())
                    .filteredOn(gap -> gap.source() == Source.TENANT_SEATS)
                    .hasSize(1);
        }

        @Test
        void thatIsAProductLeavesAGapAndTheOtherProduct() {
            VendorException denied = failure(SEATS, FailureKind.PERMISSION_DENIED);
            world.customer("cafe");
            world.productSeats.with(bought("cafe", VAULT, 3)).fail(seatCustomer("cafe"), BACKUP.code(), denied);

            CustomerPosition cafe = world.run(BACKUP, VAULT).only().position();

            assertThat(cafe.productSeats())
                    .extracting(row -> row.value().product())
                    .containsExactly(VAULT);
            assertThat(cafe.gaps()).containsExactly(gap("cafe", denied, Source.PRODUCT_SEATS));
        }

        @Test
        void thatDoesNotKnowTheProductReportsNoSeatsAndLeavesNoGap() {
            world.customer("cafe");
            world.productSeats.fail(seatCustomer("cafe"), BACKUP.code(), failure(SEATS, FailureKind.NOT_FOUND));

            CustomerReview cafe = world.run(BACKUP).only();

            assertThat(cafe.position().gaps()).isEmpty();
            assertThat(cafe.position().productSeats().get(0).value().purchased())
                    .isEqualTo(Quantity.unreported());
            assertThat(cafe.position().productSeats().get(0).provenance())
                    .isEqualTo(new Provenance(SEATS, "something", NOW, "rq-7"));
            assertThat(cafe.review().coverage().get(0).text())
                    .isEqualTo("not comparable: purchased seats are not reported");
        }

        @Test
        void thatIsATenantsLicensesKeepsTheOtherTenants() {
            VendorException slow = failure(LICENSES, FailureKind.TIMED_OUT);
            world.customer("cafe").licensed("L1", "t1", "t2");
            world.tenantSeats.with(used("cafe", tenant("t1"), 1), used("cafe", tenant("t2"), 1));
            world.licenses
                    .with(license("L1", "t1", "s1"), license("L1", "t1", "s2"), license("L1", "t2", "s3"))
                    .fail(licenseCustomer("L1"), new TenantId("t1"), 1, slow);

            CustomerPosition cafe = world.run(BACKUP).only().position();

            assertThat(cafe.licenses())
                    .extracting(row -> row.value().sku().value())
                    .containsExactly("s1", "s3");
            assertThat(cafe.gaps()).containsExactly(gap("cafe", slow, Source.LICENSES));
        }

        @Test
        void thatThrowsInsteadOfAnsweringLeavesAGapToo() {
            VendorException closed = failure(SEATS, FailureKind.CLOSED);
            world.customer("cafe");
            TenantSeatSource tenantSeats = query -> {
                throw closed;
            };
            ProductSeatSource productSeats = (customer, product) -> {
                throw closed;
            };
            FleetReview review = FleetReview.builder(
                            new SeatSources(SEATS, world.customers, tenantSeats, productSeats), world.licenseSources())
                    .build();

            assertThat(World.Outcome.of(review, ReviewPolicy.defaults(), BACKUP).gaps())
                    .containsExactly(
                            gap("cafe", closed, Source.TENANT_SEATS),
                            gap("cafe", closed, Source.LICENSES),
                            gap("cafe", closed, Source.PRODUCT_SEATS));
        }

        @Test
        void thatHasABugEndsTheReviewWithIt() {
            world.customer("cafe");
            TenantSeatSource broken = query -> {
                throw new IllegalStateException("a bug");
            };
            FleetReview review = FleetReview.builder(
                            new SeatSources(SEATS, world.customers, broken, world.productSeats), world.licenseSources())
                    .build();

            assertThatThrownBy(() -> World.Outcome.of(review, ReviewPolicy.defaults(), BACKUP))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a bug");
        }
    }

    @Nested
    class TheListingOfCustomers {
        @Test
        void thatBreaksOffLeavesAGapOfNobodyAndTheRowsReviewed() {
            VendorException cut = failure(SEATS, FailureKind.UNAVAILABLE);
            world.customer("cafe", "bakery", "bar");
            world.customers.failListing(2, cut);

            World.Outcome outcome = world.run(BACKUP);

            assertThat(outcome.order()).containsExactly("cafe", "bakery");
            assertThat(outcome.gaps())
                    .containsExactly(new Gap(
                            null, SEATS, Source.CUSTOMERS, FailureKind.UNAVAILABLE, String.valueOf(cut.getMessage())));
            assertThat(outcome.completeness().complete()).isEqualTo(2);
        }

        @Test
        void thatFailsBeforeTheFirstRowFailsTheReview() {
            VendorException denied = failure(SEATS, FailureKind.AUTHENTICATION_FAILED);
            world.customer("cafe");
            world.customers.failListing(0, denied);

            assertThatThrownBy(() -> world.run(BACKUP)).isSameAs(denied);
        }
    }

    @Nested
    class TheListingOfLicenseCustomers {
        private final VendorException down = failure(LICENSES, FailureKind.UNAVAILABLE);
        private final Gap ofNobody =
                new Gap(null, LICENSES, Source.CUSTOMERS, FailureKind.UNAVAILABLE, String.valueOf(down.getMessage()));

        @Test
        void thatFailsLeavesEveryCustomerAGapAndNoTenantIsSaidToBeUnknown() {
            world.customer("cafe", "bakery");
            world.tenantSeats.with(used("cafe", tenant("t1"), 31));
            world.productSeats.with(bought("cafe", BACKUP, 25));
            world.licenseCustomers.failListing(0, down);

            World.Outcome outcome = world.run(BACKUP);

            assertThat(outcome.gaps())
                    .containsExactly(
                            ofNobody, gap("cafe", down, Source.LICENSES), gap("bakery", down, Source.LICENSES));
            assertThat(outcome.reviews())
                    .allMatch(review -> review.position().unmatchedTenants().isEmpty());
            assertThat(outcome.reviews().get(0).review().findings())
                    .extracting(Finding::kind)
                    .containsExactly(FindingKind.BACKUP_SHORTFALL);
        }

        @Test
        void thatThrowsInsteadOfAnsweringLeavesGapsToo() {
            world.customer("cafe");
            CustomerDirectory closed = new CustomerDirectory() {
                @Override
                public CompletionStage<Observed<Customer>> find(CustomerId id) {
                    throw down;
                }

                @Override
                public Flow.Publisher<Observed<Customer>> all() {
                    throw down;
                }

                @Override
                public CompletionStage<Quantity> count() {
                    throw down;
                }
            };
            FleetReview review = FleetReview.builder(
                            world.seatSources(), new LicenseSources(LICENSES, closed, world.licenses))
                    .build();

            assertThat(World.Outcome.of(review, ReviewPolicy.defaults(), BACKUP).gaps())
                    .containsExactly(ofNobody, gap("cafe", down, Source.LICENSES));
        }

        @Test
        void thatSentMoreAnswersThanItWasAskedForLeavesAGapOfNobody() {
            world.customer("cafe");
            Iterator<Long> doubtful = List.of(2L, 5L).iterator();
            CustomerDirectory confused = new CustomerDirectory() {
                @Override
                public CompletionStage<Observed<Customer>> find(CustomerId id) {
                    return world.licenseCustomers.find(id);
                }

                @Override
                public Flow.Publisher<Observed<Customer>> all() {
                    return world.licenseCustomers.all();
                }

                @Override
                public CompletionStage<Quantity> count() {
                    return world.licenseCustomers.count();
                }

                @Override
                public CompletionStage<Long> doubtfulAnswers() {
                    return CompletableFuture.completedFuture(doubtful.next());
                }
            };
            FleetReview review = FleetReview.builder(
                            world.seatSources(), new LicenseSources(LICENSES, confused, world.licenses))
                    .build();

            World.Outcome outcome = World.Outcome.of(review, ReviewPolicy.defaults(), BACKUP);
            assertThat(outcome.reviews()).hasSize(1);
            assertThat(outcome.completeness().whole()).isFalse();
            assertThat(outcome.gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.customer()).isNull();
                assertThat(gap.kind()).isEqualTo(FailureKind.MALFORMED_ANSWER);
                assertThat(gap.explanation()).contains("up to 3 answers");
            });
        }

        @Test
        void thatBreaksOffIsUsedAsFarAsItCame() {
            world.customer("cafe", "bakery").licensed("L1", "t1").licensed("L2", "t2");
            world.tenantSeats.with(used("cafe", tenant("t1"), 1), used("bakery", tenant("t2"), 1));
            world.licenses.with(license("L1", "t1", "s1"));
            world.licenseCustomers.failListing(1, down);

            World.Outcome outcome = world.run(BACKUP);

            CustomerPosition cafe = outcome.reviews().get(0).position();
            CustomerPosition bakery = outcome.reviews().get(1).position();
            assertThat(cafe.complete()).isTrue();
            assertThat(cafe.licenses()).hasSize(1);
            assertThat(bakery.gaps()).containsExactly(gap("bakery", down, Source.LICENSES));
            assertThat(bakery.unmatchedTenants()).isEmpty();
            assertThat(outcome.gaps()).contains(ofNobody);
        }

        @Test
        void thatKnowsOnlySomeOfACustomersTenantsLeavesAGap() {
            world.customer("cafe").licensed("L1", "t1").licensed("L2", "t2");
            world.tenantSeats.with(used("cafe", tenant("t1"), 1), used("cafe", tenant("t2"), 1));
            world.licenseCustomers.failListing(1, down);

            assertThat(world.run(BACKUP).only().position().gaps()).containsExactly(gap("cafe", down, Source.LICENSES));
        }

        @Test
        void thatLeavesTenantsOutIsNotComplete() {
            world.customer("cafe");
            world.tenantSeats.with(used("cafe", tenant("t1"), 1));
            world.licenseCustomers.with(Customer.builder(licenseCustomer("L1")).build());

            CustomerPosition cafe = world.run(BACKUP).only().position();

            assertThat(cafe.unmatchedTenants()).isEmpty();
            assertThat(cafe.gaps())
                    .containsExactly(new Gap(
                            seatCustomer("cafe"),
                            LICENSES,
                            Source.LICENSES,
                            FailureKind.INCOMPLETE_LISTING,
                            "globex listed 1 customers without their tenants"));
        }

        @Test
        void thatReportsACustomerWithoutTenantsIsComplete() {
            world.customer("cafe");
            world.tenantSeats.with(used("cafe", tenant("t1"), 1));
            world.licenseCustomers.with(
                    Customer.builder(licenseCustomer("L1")).tenants(List.of()).build());

            assertThat(world.run(BACKUP).only().position().unmatchedTenants()).containsExactly(tenant("t1"));
        }
    }
}
