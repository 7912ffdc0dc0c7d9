package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.LICENSES;
import static dev.seatport.application.review.InMemoryVendors.NOW;
import static dev.seatport.application.review.InMemoryVendors.SEATS;
import static dev.seatport.application.review.InMemoryVendors.VAULT;
import static dev.seatport.application.review.InMemoryVendors.assignedSeats;
import static dev.seatport.application.review.InMemoryVendors.failure;
import static dev.seatport.application.review.InMemoryVendors.license;
import static dev.seatport.application.review.InMemoryVendors.licenseCustomer;
import static dev.seatport.application.review.InMemoryVendors.purchasedSeats;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.PurchasedSeatComparison;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.seats.PurchasedSeatSource;
import dev.seatport.ports.seats.TenantSeatSource;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FleetReviewFailureTest {
    private final InMemoryVendors vendors = new InMemoryVendors();

    private static Gap gap(String customer, VendorException failure, Dataset dataset) {
        return new Gap(
                seatCustomer(customer),
                failure.vendor(),
                dataset,
                failure.kind(),
                String.valueOf(failure.getMessage()));
    }

    @Nested
    class OneSourceOfOneCustomer {
        @Test
        void keepsItsRowsAndLeavesAGapIfItBreaksOff() {
            VendorException cut = failure(SEATS, FailureKind.INCOMPLETE_LISTING);
            vendors.customer("cafe", "bakery").licensed("L1", "t1", "t2");
            vendors.tenantSeats
                    .with(assignedSeats("cafe", tenant("t1"), 1), assignedSeats("cafe", tenant("t2"), 2))
                    .fail(seatCustomer("cafe"), 1, cut);

            InMemoryVendors.Outcome outcome = vendors.run(BACKUP);

            CustomerPosition cafe = outcome.reviews().get(0).position();
            assertThat(cafe.tenantSeats()).hasSize(1);
            assertThat(cafe.gaps())
                    .containsExactly(gap("cafe", cut, Dataset.TENANT_SEATS), gap("cafe", cut, Dataset.LICENSES));
            assertThat(outcome.reviews().get(0).review().coverage().get(0))
                    .isInstanceOf(PurchasedSeatComparison.NotComparable.class);
            assertThat(outcome.gaps()).isEqualTo(cafe.gaps());
            assertThat(outcome.completeness().text()).isEqualTo("1 of 2 customers complete; 2 INCOMPLETE_LISTING");
        }

        @Test
        void leavesACountUnreportedIfItListsATenantTwiceWithDifferentCounts() {
            vendors.customer("cafe").licensed("L1", "t1", "t2");
            vendors.tenantSeats.with(
                    assignedSeats("cafe", tenant("t1"), 10),
                    assignedSeats("cafe", tenant("t2"), 5),
                    assignedSeats("cafe", tenant("t1"), 20),
                    assignedSeats("cafe", tenant("t2"), 5),
                    assignedSeats("cafe", tenant("t1"), 10));

            CustomerReview cafe = vendors.run(BACKUP).only();

            assertThat(cafe.position().tenantSeats())
                    .extracting(
                            row -> row.value().tenant().id() + " " + row.value().assigned())
                    .containsExactly("t1 unreported", "t2 5");
            assertThat(cafe.position().gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
                assertThat(gap.explanation()).contains("listed tenant t1 more than once, with different counts");
            });
            assertThat(cafe.review().coverage().get(0)).isInstanceOf(PurchasedSeatComparison.NotComparable.class);
        }

        @Test
        void leavesOneGapIfItReportsTheDifferenceItself() {
            VendorException reported = failure(SEATS, FailureKind.INCOMPLETE_LISTING);
            vendors.customer("cafe");
            vendors.tenantSeats
                    .with(assignedSeats("cafe", tenant("t1"), 10), assignedSeats("cafe", tenant("t1"), 20))
                    .fail(seatCustomer("cafe"), 2, reported);

            CustomerPosition cafe = vendors.run(BACKUP).only().position();

            assertThat(cafe.tenantSeats()).hasSize(1);
            assertThat(cafe.gaps())
                    .filteredOn(gap -> gap.source() == Dataset.TENANT_SEATS)
                    .hasSize(1);
        }

        @Test
        void leavesAGapThatNamesTheAudienceOfARefusedToken() {
            VendorException refused = VendorException.builder(
                            FailureKind.PERMISSION_DENIED, SEATS, "token", "give admin consent")
                    .audience("t1")
                    .build();
            vendors.customer("cafe");
            vendors.productSeats.fail(seatCustomer("cafe"), BACKUP.code(), refused);

            assertThat(vendors.run(BACKUP).only().position().gaps())
                    .anySatisfy(gap -> assertThat(gap.explanation())
                            .isEqualTo(SEATS + " token: PERMISSION_DENIED: give admin consent (audience t1)"));
        }

        @Test
        void leavesAGapForOneProductAndKeepsTheOther() {
            VendorException denied = failure(SEATS, FailureKind.PERMISSION_DENIED);
            vendors.customer("cafe");
            vendors.productSeats
                    .with(purchasedSeats("cafe", VAULT, 3))
                    .fail(seatCustomer("cafe"), BACKUP.code(), denied);

            CustomerPosition cafe = vendors.run(BACKUP, VAULT).only().position();

            assertThat(cafe.productSeats())
                    .extracting(row -> row.value().product())
                    .containsExactly(VAULT);
            assertThat(cafe.gaps()).containsExactly(gap("cafe", denied, Dataset.PRODUCT_SEATS));
        }

        @Test
        void leavesSeatsUnreportedWithoutAGapIfTheProductIsNotFound() {
            vendors.customer("cafe");
            vendors.productSeats.fail(seatCustomer("cafe"), BACKUP.code(), failure(SEATS, FailureKind.NOT_FOUND));

            CustomerReview cafe = vendors.run(BACKUP).only();

            assertThat(cafe.position().gaps()).isEmpty();
            assertThat(cafe.position().productSeats().get(0).value().purchased())
                    .isEqualTo(Quantity.unreported());
            assertThat(cafe.position().productSeats().get(0).provenance())
                    .isEqualTo(new Provenance(SEATS, "something", NOW, "rq-7"));
            assertThat(cafe.review().coverage().get(0).text())
                    .isEqualTo("not comparable: purchased seats are not reported");
        }

        @Test
        void leavesAGapForOneTenantsLicensesAndKeepsTheOthers() {
            VendorException slow = failure(LICENSES, FailureKind.TIMED_OUT);
            vendors.customer("cafe").licensed("L1", "t1", "t2");
            vendors.tenantSeats.with(assignedSeats("cafe", tenant("t1"), 1), assignedSeats("cafe", tenant("t2"), 1));
            vendors.licenses
                    .with(license("L1", "t1", "s1"), license("L1", "t1", "s2"), license("L1", "t2", "s3"))
                    .fail(licenseCustomer("L1"), new TenantId("t1"), 1, slow);

            CustomerPosition cafe = vendors.run(BACKUP).only().position();

            assertThat(cafe.licenses())
                    .extracting(row -> row.value().sku().value())
                    .containsExactly("s1", "s3");
            assertThat(cafe.gaps())
                    .containsExactly(new Gap(
                            seatCustomer("cafe"),
                            LICENSES,
                            Dataset.LICENSES,
                            FailureKind.TIMED_OUT,
                            String.valueOf(slow.getMessage()),
                            new TenantId("t1")));
        }

        @Test
        void leavesAGapIfItThrows() {
            VendorException closed = failure(SEATS, FailureKind.CLOSED);
            vendors.customer("cafe");
            TenantSeatSource tenantSeats = query -> {
                throw closed;
            };
            PurchasedSeatSource productSeats = (customer, product) -> {
                throw closed;
            };
            FleetReview review = FleetReview.builder(
                            new SeatVendorPorts(SEATS, vendors.customers, tenantSeats, productSeats),
                            vendors.licenseSources())
                    .build();

            assertThat(InMemoryVendors.Outcome.of(review, ReviewPolicy.defaults(), BACKUP)
                            .gaps())
                    .containsExactly(
                            gap("cafe", closed, Dataset.TENANT_SEATS),
                            gap("cafe", closed, Dataset.LICENSES),
                            gap("cafe", closed, Dataset.PRODUCT_SEATS));
        }

        @Test
        void failsTheReviewWithAnUnexpectedException() {
            vendors.customer("cafe");
            TenantSeatSource broken = query -> {
                throw new IllegalStateException("a bug");
            };
            FleetReview review = FleetReview.builder(
                            new SeatVendorPorts(SEATS, vendors.customers, broken, vendors.productSeats),
                            vendors.licenseSources())
                    .build();

            assertThatThrownBy(() -> InMemoryVendors.Outcome.of(review, ReviewPolicy.defaults(), BACKUP))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a bug");
        }
    }

    @Nested
    class TheListingOfCustomers {
        @Test
        void leavesAGapWithoutCustomerIfItBreaksOff() {
            VendorException cut = failure(SEATS, FailureKind.UNAVAILABLE);
            vendors.customer("cafe", "bakery", "bar");
            vendors.customers.failListing(2, cut);

            InMemoryVendors.Outcome outcome = vendors.run(BACKUP);

            assertThat(outcome.order()).containsExactly("cafe", "bakery");
            assertThat(outcome.gaps())
                    .containsExactly(new Gap(
                            null, SEATS, Dataset.CUSTOMERS, FailureKind.UNAVAILABLE, String.valueOf(cut.getMessage())));
            assertThat(outcome.completeness().complete()).isEqualTo(2);
        }

        @Test
        void failsTheReviewIfItFailsBeforeTheFirstRow() {
            VendorException denied = failure(SEATS, FailureKind.AUTHENTICATION_FAILED);
            vendors.customer("cafe");
            vendors.customers.failListing(0, denied);

            assertThatThrownBy(() -> vendors.run(BACKUP)).isSameAs(denied);
        }
    }

    @Nested
    class TheListingOfLicenseCustomers {
        private final VendorException down = failure(LICENSES, FailureKind.UNAVAILABLE);
        private final Gap withoutCustomer =
                new Gap(null, LICENSES, Dataset.CUSTOMERS, FailureKind.UNAVAILABLE, String.valueOf(down.getMessage()));

        @Test
        void leavesAGapForEveryCustomerAndReportsNoUnknownTenantIfItFails() {
            vendors.customer("cafe", "bakery");
            vendors.tenantSeats.with(assignedSeats("cafe", tenant("t1"), 31));
            vendors.productSeats.with(purchasedSeats("cafe", BACKUP, 25));
            vendors.licenseCustomers.failListing(0, down);

            InMemoryVendors.Outcome outcome = vendors.run(BACKUP);

            assertThat(outcome.gaps())
                    .containsExactly(
                            withoutCustomer,
                            gap("cafe", down, Dataset.LICENSES),
                            gap("bakery", down, Dataset.LICENSES));
            assertThat(outcome.reviews())
                    .allMatch(review -> review.position().unmatchedTenants().isEmpty());
            assertThat(outcome.reviews().get(0).review().findings())
                    .extracting(Finding::kind)
                    .containsExactly(FindingKind.BACKUP_SHORTFALL);
        }

        @Test
        void leavesGapsIfItThrows() {
            vendors.customer("cafe");
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

                @Override
                public CompletionStage<Long> suspectResponseCount() {
                    return vendors.customers.suspectResponseCount();
                }
            };
            FleetReview review = FleetReview.builder(
                            vendors.seatSources(), new LicenseVendorPorts(LICENSES, closed, vendors.licenses))
                    .build();

            assertThat(InMemoryVendors.Outcome.of(review, ReviewPolicy.defaults(), BACKUP)
                            .gaps())
                    .containsExactly(withoutCustomer, gap("cafe", down, Dataset.LICENSES));
        }

        @Test
        void leavesAGapWithoutCustomerAfterSuspectResponses() {
            vendors.customer("cafe");
            Iterator<Long> suspect = List.of(2L, 5L).iterator();
            CustomerDirectory confused = new CustomerDirectory() {
                @Override
                public CompletionStage<Observed<Customer>> find(CustomerId id) {
                    return vendors.licenseCustomers.find(id);
                }

                @Override
                public Flow.Publisher<Observed<Customer>> all() {
                    return vendors.licenseCustomers.all();
                }

                @Override
                public CompletionStage<Quantity> count() {
                    return vendors.licenseCustomers.count();
                }

                @Override
                public CompletionStage<Long> suspectResponseCount() {
                    return CompletableFuture.completedFuture(suspect.next());
                }
            };
            FleetReview review = FleetReview.builder(
                            vendors.seatSources(), new LicenseVendorPorts(LICENSES, confused, vendors.licenses))
                    .build();

            InMemoryVendors.Outcome outcome = InMemoryVendors.Outcome.of(review, ReviewPolicy.defaults(), BACKUP);
            assertThat(outcome.reviews()).hasSize(1);
            assertThat(outcome.completeness().whole()).isFalse();
            assertThat(outcome.gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.customer()).isNull();
                assertThat(gap.kind()).isEqualTo(FailureKind.MALFORMED_ANSWER);
                assertThat(gap.explanation()).contains("up to 3 responses");
            });
        }

        @Test
        void isUsedAsFarAsItArrived() {
            vendors.customer("cafe", "bakery").licensed("L1", "t1").licensed("L2", "t2");
            vendors.tenantSeats.with(assignedSeats("cafe", tenant("t1"), 1), assignedSeats("bakery", tenant("t2"), 1));
            vendors.licenses.with(license("L1", "t1", "s1"));
            vendors.licenseCustomers.failListing(1, down);

            InMemoryVendors.Outcome outcome = vendors.run(BACKUP);

            CustomerPosition cafe = outcome.reviews().get(0).position();
            CustomerPosition bakery = outcome.reviews().get(1).position();
            assertThat(cafe.complete()).isTrue();
            assertThat(cafe.licenses()).hasSize(1);
            assertThat(bakery.gaps()).containsExactly(gap("bakery", down, Dataset.LICENSES));
            assertThat(bakery.unmatchedTenants()).isEmpty();
            assertThat(outcome.gaps()).contains(withoutCustomer);
        }

        @Test
        void leavesAGapIfItHasOnlySomeOfACustomersTenants() {
            vendors.customer("cafe").licensed("L1", "t1").licensed("L2", "t2");
            vendors.tenantSeats.with(assignedSeats("cafe", tenant("t1"), 1), assignedSeats("cafe", tenant("t2"), 1));
            vendors.licenseCustomers.failListing(1, down);

            assertThat(vendors.run(BACKUP).only().position().gaps())
                    .containsExactly(gap("cafe", down, Dataset.LICENSES));
        }

        @Test
        void isIncompleteIfItOmitsTenants() {
            vendors.customer("cafe");
            vendors.tenantSeats.with(assignedSeats("cafe", tenant("t1"), 1));
            vendors.licenseCustomers.with(
                    Customer.builder(licenseCustomer("L1")).build());

            CustomerPosition cafe = vendors.run(BACKUP).only().position();

            assertThat(cafe.unmatchedTenants()).isEmpty();
            assertThat(cafe.gaps())
                    .containsExactly(new Gap(
                            seatCustomer("cafe"),
                            LICENSES,
                            Dataset.LICENSES,
                            FailureKind.INCOMPLETE_LISTING,
                            "globex did not report the tenants of 1 customer"));
        }

        @Test
        void isCompleteIfACustomerHasNoTenants() {
            vendors.customer("cafe");
            vendors.tenantSeats.with(assignedSeats("cafe", tenant("t1"), 1));
            vendors.licenseCustomers.with(
                    Customer.builder(licenseCustomer("L1")).tenants(List.of()).build());

            assertThat(vendors.run(BACKUP).only().position().unmatchedTenants()).containsExactly(tenant("t1"));
        }
    }
}
