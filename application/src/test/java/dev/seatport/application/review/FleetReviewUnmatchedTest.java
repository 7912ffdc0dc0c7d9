package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.LICENSES;
import static dev.seatport.application.review.InMemoryVendors.SEATS;
import static dev.seatport.application.review.InMemoryVendors.VAULT;
import static dev.seatport.application.review.InMemoryVendors.licenseCustomer;
import static dev.seatport.application.review.InMemoryVendors.request;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.FindingKey;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.Severity;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.ReviewedCustomerLookup;
import dev.seatport.ports.review.UnmatchedLicenseTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FleetReviewUnmatchedTest {
    private final InMemoryVendors vendors = new InMemoryVendors();

    private void seated(String customer, @Nullable String organization, String... tenants) {
        vendors.customers.with(Customer.builder(seatCustomer(customer))
                .organization(organization)
                .build());
        vendors.tenantSeats.withCustomer(seatCustomer(customer));
        for (String tenant : tenants) {
            vendors.tenantSeats.with(InMemoryVendors.assignedSeats(customer, tenant(tenant), 1));
        }
    }

    private void licensed(String customer, @Nullable String organization, String... tenants) {
        vendors.licenseCustomers.with(Customer.builder(licenseCustomer(customer))
                .organization(organization)
                .tenants(List.of(tenants).stream().map(InMemoryVendors::tenant).toList())
                .build());
        for (String tenant : tenants) {
            vendors.licenses.withTenant(licenseCustomer(customer), new TenantId(tenant));
        }
    }

    private static UnmatchedLicenseTenant unmatched(
            String customer, @Nullable String organization, String tenant, CustomerId... namesakes) {
        Finding finding = new Finding.TenantWithoutBackup(
                new FindingKey(
                        FindingKind.TENANT_WITHOUT_BACKUP,
                        LICENSES,
                        licenseCustomer(customer),
                        new TenantId(tenant),
                        null,
                        null),
                Severity.WARNING,
                SEATS,
                Quantity.unreported(),
                List.of(namesakes));
        return new UnmatchedLicenseTenant(
                licenseCustomer(customer),
                organization,
                new TenantId(tenant),
                List.of(namesakes),
                true,
                false,
                null,
                finding,
                null);
    }

    @Test
    void tenantsFollowTheCustomersInTheOrderOfTheListing() {
        seated("cafe", null, "t2");
        licensed("L1", "Pub Ltd", "t1", "t2", "t3");
        licensed("L2", null, "t4");

        InMemoryVendors.Outcome outcome = vendors.run(BACKUP);

        assertThat(outcome.unmatched())
                .containsExactly(
                        unmatched("L1", "Pub Ltd", "t1"),
                        unmatched("L1", "Pub Ltd", "t3"),
                        unmatched("L2", null, "t4"));
        assertThat(outcome.completeness().whole()).isTrue();
    }

    @Test
    void guidsMatchInAnyLetterCase() {
        seated("cafe", null, "AAAAAAAA-bbbb-cccc-dddd-eeeeeeeeeeee");
        licensed("L1", null, "aaaaaaaa-BBBB-cccc-dddd-eeeeeeeeeeee");

        assertThat(vendors.run(BACKUP).unmatched()).isEmpty();
    }

    @Test
    void customersOfTheSameNameAreNamesakesButNotMatched() {
        seated("cafe", "The  Café", "t1");
        licensed("L1", "the café ", "t2");
        licensed("L2", "The Cafe", "t3");

        InMemoryVendors.Outcome outcome = vendors.run(BACKUP);

        assertThat(outcome.only().position().namesakes()).containsExactly(licenseCustomer("L1"));
        assertThat(outcome.only().position().licenses()).isEmpty();
        assertThat(outcome.unmatched())
                .containsExactly(
                        unmatched("L1", "the café ", "t2", seatCustomer("cafe")), unmatched("L2", "The Cafe", "t3"));
    }

    @Test
    void aCustomerWithoutUnmatchedTenantsHasNoNamesakes() {
        seated("cafe", "Café", "t1");
        licensed("L1", "Café", "t1");
        licensed("L2", "Café", "t2");

        assertThat(vendors.run(BACKUP).only().position().namesakes()).isEmpty();
    }

    @Test
    void areNotConclusiveIfACustomersTenantsCouldNotBeRead() {
        seated("cafe", null);
        vendors.tenantSeats.fail(seatCustomer("cafe"), 0, InMemoryVendors.failure(SEATS, FailureKind.TIMED_OUT));
        licensed("L1", null, "t1");

        assertThat(vendors.run(BACKUP).unmatched())
                .extracting(UnmatchedLicenseTenant::conclusive)
                .containsExactly(false);
    }

    @Test
    void areNotConclusiveIfTheListingOfCustomersBrokeOff() {
        seated("cafe", null);
        seated("pub", null);
        vendors.customers.failListing(1, InMemoryVendors.failure(SEATS, FailureKind.INCOMPLETE_LISTING));
        licensed("L1", null, "t1");

        assertThat(vendors.run(BACKUP).unmatched())
                .extracting(UnmatchedLicenseTenant::conclusive)
                .containsExactly(false);
    }

    @Test
    void aTenantOfTheCheckpointIsMatched() {
        seated("cafe", null, "t1");
        licensed("L1", null, "t1", "t2");

        InMemoryVendors.Outcome outcome = vendors.run(request(BACKUP).checkpoint(read("cafe", "t1")));

        assertThat(outcome.reviews()).isEmpty();
        assertThat(vendors.tenantSeats.queries()).isEmpty();
        assertThat(outcome.unmatched()).containsExactly(unmatched("L1", null, "t2"));
        assertThat(outcome.completeness().text()).isEqualTo("0 of 0 customers complete");
    }

    @Test
    void aListedTenantOfASkippedCustomerIsMatched() {
        vendors.customers.with(Customer.builder(seatCustomer("cafe"))
                .tenants(List.of(tenant("t1")))
                .build());
        licensed("L1", null, "t1", "t2");

        assertThat(vendors.run(request(BACKUP).checkpoint(read("cafe", "t0"))).unmatched())
                .containsExactly(unmatched("L1", null, "t2"));
    }

    @Test
    void areNotMoreConclusiveForSkippedCustomers() {
        seated("cafe", null, "t1");
        licensed("L1", null, "t1");

        assertThat(vendors.run(request(VAULT).checkpoint(read("cafe", "t0"))).unmatched())
                .isEqualTo(vendors.run(VAULT).unmatched())
                .extracting(UnmatchedLicenseTenant::conclusive)
                .containsExactly(false);
    }

    @Nested
    class Findings {
        @Test
        void nameTheTenantTheVendorAndTheNamesakes() {
            seated("cafe", "Café", "t1");
            licensed("L1", "Café", "t2");

            Finding finding = Objects.requireNonNull(
                    vendors.run(BACKUP).unmatched().get(0).finding());

            assertThat(finding.text())
                    .isEqualTo(
                            "tenant t2 has no backup: it is unknown to acme; check its customers of the same name: cafe");
            assertThat(finding.id()).isEqualTo("TENANT_WITHOUT_BACKUP/globex/L1/t2//");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        }

        @Test
        void areNotReportedIfTheTenantMayBelongToAnUnreadCustomer() {
            seated("cafe", null);
            vendors.tenantSeats.fail(seatCustomer("cafe"), 0, InMemoryVendors.failure(SEATS, FailureKind.TIMED_OUT));
            licensed("L1", null, "t1");

            InMemoryVendors.Outcome outcome = vendors.run(request(BACKUP).unmatchedLicenses(true));

            assertThat(outcome.unmatched().get(0).finding()).isNull();
            assertThat(outcome.unmatched().get(0).licenses()).isNull();
        }

        @Test
        void areNotReportedAboutADeletedTenant() {
            vendors.customer("cafe");
            vendors.licenseCustomers.with(Customer.builder(licenseCustomer("L1"))
                    .tenants(List.of(tenant("t1")))
                    .deletedAt(Instant.EPOCH)
                    .build());

            InMemoryVendors.Outcome outcome = vendors.run(request(BACKUP).unmatchedLicenses(true));

            assertThat(outcome.unmatched().get(0).deleted()).isTrue();
            assertThat(outcome.unmatched().get(0).finding()).isNull();
            assertThat(outcome.completeness().whole()).isTrue();
        }

        @Test
        void followThePolicy() {
            vendors.customer("cafe");
            licensed("L1", null, "t1", "t2");
            licensed("L2", null, "t3");
            Exclusion tenant = Exclusion.of(new TenantId("t1"), "a test tenant").build();
            Exclusion customer = Exclusion.of(licenseCustomer("L2"), "left us").build();

            List<UnmatchedLicenseTenant> unmatched = vendors.run(
                            ReviewPolicy.builder()
                                    .severities(Map.of(FindingKind.TENANT_WITHOUT_BACKUP, Severity.CRITICAL))
                                    .exclusions(List.of(tenant, customer))
                                    .build(),
                            BACKUP)
                    .unmatched();

            assertThat(unmatched).extracting(UnmatchedLicenseTenant::exclusion).containsExactly(tenant, null, customer);
            assertThat(unmatched)
                    .extracting(UnmatchedLicenseTenant::finding)
                    .extracting("severity")
                    .containsOnly(Severity.CRITICAL);
        }
    }

    @Nested
    class Licenses {
        @Test
        void areNotReadUnlessRequested() {
            vendors.customer("cafe");
            licensed("L1", null, "t1");

            assertThat(vendors.run(BACKUP).unmatched().get(0).licenses()).isNull();
            assertThat(vendors.licenses.queries()).isEmpty();
        }

        @Test
        void areReadAndCountedOnRequest() {
            vendors.customer("cafe");
            licensed("L1", null, "t1");
            vendors.licenses.with(InMemoryVendors.license("L1", "t1", "s1"), InMemoryVendors.license("L1", "t1", "s2"));

            UnmatchedLicenseTenant tenant = vendors.run(request(BACKUP).unmatchedLicenses(true))
                    .unmatched()
                    .get(0);

            assertThat(tenant.licenses()).hasSize(2);
            assertThat(tenant.finding())
                    .isNotNull()
                    .extracting(Finding::text)
                    .isEqualTo("tenant t1 has no backup for 20 assigned licenses: it is unknown to acme");
        }

        @Test
        void areAGapIfTheyCannotBeRead() {
            vendors.customer("cafe");
            licensed("L1", null, "t1", "t2");
            vendors.licenses.with(InMemoryVendors.license("L1", "t2", "s1"));
            vendors.licenses.fail(
                    licenseCustomer("L1"),
                    new TenantId("t1"),
                    0,
                    InMemoryVendors.failure(LICENSES, FailureKind.PERMISSION_DENIED));

            InMemoryVendors.Outcome outcome = vendors.run(request(BACKUP).unmatchedLicenses(true));

            assertThat(outcome.unmatched().get(0).licenses()).isNull();
            assertThat(outcome.unmatched().get(0).finding()).isNotNull();
            assertThat(outcome.unmatched().get(1).licenses()).hasSize(1);
            assertThat(outcome.completeness().atLarge())
                    .extracting(Gap::customer, Gap::vendor, Gap::kind)
                    .containsExactly(tuple(licenseCustomer("L1"), LICENSES, FailureKind.PERMISSION_DENIED));
        }
    }

    private static ReviewedCustomerLookup read(String wanted, String theirs) {
        return new ReviewedCustomerLookup() {
            @Override
            public boolean has(CustomerId customer) {
                return customer.equals(seatCustomer(wanted));
            }

            @Override
            public boolean hasTenant(TenantId tenant) {
                return tenant.equals(new TenantId(theirs));
            }
        };
    }
}
