package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.testkit.wait.Await;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerBatchFixturesTest {
    private StubbedAvePoint vendor;

    @BeforeAll
    void start() {
        vendor = StubbedAvePoint.start();
    }

    @BeforeEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    private static CustomerId id(String value) {
        return new CustomerId(AvePoint.VENDOR, value);
    }

    @Nested
    class Batch {
        private Flow.Publisher<Observed<Customer>> all(String fixture) {
            vendor.fixture("customers-batch/" + fixture + ".json");
            return vendor.connect().customers().all();
        }

        @Test
        void documentedSampleIsDecoded() {
            ListingResult<Observed<Customer>> listing = Await.listing(all("documented"));
            Tenant tenant =
                    new Tenant(new TenantId("f04d7aee-0c1b-5f92-9d3e-65215f92e596"), "Tenant ABC", TenantKind.UNKNOWN);
            assertThat(listing.complete()).isTrue();
            assertThat(Await.values(listing))
                    .containsExactly(
                            Customer.builder(id("03f7382e-0000-1cda-0000-dd9a000074f0"))
                                    .organization("OrganizationABC")
                                    .ownerEmail("user@example.com")
                                    .status(CustomerServiceStatus.NOT_AVAILABLE, "N/A")
                                    .country("Afghanistan")
                                    .tenants(List.of(tenant))
                                    .build(),
                            Customer.builder(id("03f7382e-0000-1bac-0000-dd9a000074f0"))
                                    .organization("OrganizationDEF")
                                    .ownerEmail("usera@example.com")
                                    .status(CustomerServiceStatus.NOT_AVAILABLE, "N/A")
                                    .country("Afghanistan")
                                    .tenants(List.of())
                                    .build());
            assertThat(listing.rows())
                    .extracting(Observed::provenance)
                    .containsOnly(new Provenance(AvePoint.VENDOR, "customers", StubbedAvePoint.NOW, "rq-7"));
            assertThat(vendor.drifts()).isEmpty();
        }

        @Test
        void statusesMayBeNumbersOrTexts() {
            List<Customer> customers = Await.rows(all("statuses"));
            assertThat(customers)
                    .extracting(Customer::status)
                    .containsExactly(
                            CustomerServiceStatus.NOT_AVAILABLE,
                            CustomerServiceStatus.WORKING,
                            CustomerServiceStatus.FAILED,
                            CustomerServiceStatus.WAITING_FOR_CONFIGURATION,
                            CustomerServiceStatus.MULTIPLE_ISSUES,
                            CustomerServiceStatus.FINISHED_WITH_EXCEPTION,
                            CustomerServiceStatus.NO_BACKUP_UPDATES,
                            CustomerServiceStatus.FAILED,
                            CustomerServiceStatus.NO_BACKUP_UPDATES,
                            CustomerServiceStatus.UNKNOWN,
                            CustomerServiceStatus.UNKNOWN,
                            CustomerServiceStatus.UNKNOWN,
                            CustomerServiceStatus.UNKNOWN);
            assertThat(customers.subList(7, 13))
                    .extracting(Customer::statusText)
                    .containsExactly(
                            Optional.of("Failed"),
                            Optional.of("no BACKUP updates"),
                            Optional.of("77"),
                            Optional.of("Resting"),
                            Optional.empty(),
                            Optional.empty());
        }

        @Test
        void unknownOrMissingStatusesAreReportedOnceWithoutTheirValue() {
            Await.rows(all("statuses"));
            assertThat(vendor.drifts())
                    .containsExactly(
                            "avepoint customers $.data[*].organization: missing",
                            "avepoint customers $.data[*].ownerEmail: missing",
                            "avepoint customers $.data[*].countryOrRegion: missing",
                            "avepoint customers $.data[*].jobStatus: an unknown status",
                            "avepoint customers $.data[*].jobStatus: missing");
        }

        @Test
        void missingTenantsDifferFromNone() {
            assertThat(Await.rows(all("tenants")))
                    .extracting(Customer::tenants)
                    .containsExactly(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(List.of()),
                            Optional.of(List.of(
                                    new Tenant(
                                            new TenantId("F04D7AEE-0C1B-5F92-9D3E-65215F92E596"),
                                            "Tenant ABC",
                                            TenantKind.UNKNOWN),
                                    new Tenant(new TenantId("00D7f1"), null, TenantKind.UNKNOWN))));
        }

        @Test
        void incompleteTenantIsCountedAndDoesNotEndTheListing() {
            ListingResult<Observed<Customer>> listing = Await.listing(all("tenants-half-made"));

            assertThat(listing.complete()).isTrue();
            assertThat(Await.values(listing))
                    .extracting(customer -> customer.id().value() + " "
                            + customer.tenants()
                                    .map(tenants -> tenants.stream()
                                            .map(tenant -> tenant.id().value())
                                            .toList())
                                    .orElse(null)
                            + " " + customer.tenantsWithoutId())
                    .containsExactly(
                            "whole [t1] 0",
                            "no-id [t2] 1",
                            "null [t3] 1",
                            "null-id null 1",
                            "blank-ids null 4",
                            "no-objects null 4",
                            "ids-of-other-types null 4",
                            "no-list null 1",
                            "text null 1",
                            "name-of-another-type [t10] 0");
            assertThat(vendor.drifts())
                    .contains(
                            "avepoint customers $.data[*].tenants[*].id: missing",
                            "avepoint customers $.data[*].tenants[*].new: a new field");
        }

        @Test
        void withoutMetadataPagesAreReadUntilOneIsEmpty() {
            vendor.page(1, "customers-batch/metadata-missing.json").page(2, "customers-batch/empty.json");
            assertThat(Await.rows(vendor.connect().customers().all()))
                    .extracting(Customer::id)
                    .containsExactly(id("c1"));
        }

        @Test
        void duplicateCustomerIsDeliveredOnceAndReported() {
            vendor.page(1, "customers-batch/rows-shifted-1.json").page(2, "customers-batch/rows-shifted-2.json");
            assertThat(Await.rows(vendor.connect().customers().all()))
                    .extracting(customer -> customer.id().value())
                    .containsExactly("c1", "03f7382e-0000-1cda-0000-dd9a000074f0", "c3");
            assertThat(vendor.callListener().repeated()).isEqualTo(1);
        }
    }
}
