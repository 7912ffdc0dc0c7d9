package dev.seatport.c3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.testkit.wait.Await;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActiveCustomerFixturesTest {
    private static final String CORRELATION = "da879f7a-732a-4045-84bb-b1777a1ffc3c";

    private StubbedC3 vendor;

    @BeforeAll
    void start() {
        vendor = StubbedC3.start();
    }

    @BeforeEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    private CustomerDirectory customers(String fixture) {
        vendor.fixture("active-customers/" + fixture + ".json");
        return vendor.connect().customers();
    }

    private List<Customer> rows(String fixture) {
        return Await.rows(customers(fixture).all());
    }

    private static CustomerId id(String value) {
        return new CustomerId(C3.VENDOR, value);
    }

    private static Tenant tenant(String id, String name) {
        return new Tenant(new TenantId(id), name, TenantKind.MICROSOFT_365);
    }

    private static Customer documented() {
        return Customer.builder(id("78CC4BB7-2A0D-49A0-9DD9-4199CE02C27A"))
                .organization("1 Azure Awesome Computers")
                .statusText("Onboarded")
                .country("US")
                .tenants(List.of(tenant("204ac14e-0428-47dc-ade0-eeb1af753ddc", "1 Azure Awesome Computers")))
                .build();
    }

    @Nested
    class AllCustomers {
        @Test
        void matchTheDocumentedSample() {
            ListingResult<Observed<Customer>> listing =
                    Await.listing(customers("documented").all());
            assertThat(listing.complete()).isTrue();
            assertThat(Await.values(listing)).containsExactly(documented());
            assertThat(listing.rows())
                    .extracting(Observed::provenance)
                    .containsExactly(new Provenance(
                            C3.VENDOR, "customers", StubbedC3.NOW, "7e5e5d40-21a2-4daa-a68e-c745b4cd7c74"));
            assertThat(vendor.calls())
                    .extracting(call -> call.getMethod() + " " + call.getUrl())
                    .containsExactly("GET /api/activecustomers/details/");
            assertThat(vendor.drifts()).isEmpty();
        }

        @Test
        void haveNoJobStatusAndNoOwnerEmail() {
            assertThat(rows("documented")).extracting(Customer::status).containsExactly(CustomerServiceStatus.UNKNOWN);
            assertThat(rows("documented")).extracting(Customer::ownerEmail).containsExactly(Optional.empty());
        }

        @Test
        void areMergedFromOneRowPerTenantInTheOrderOfTheirFirstRows() {
            assertThat(rows("several-tenants"))
                    .containsExactly(
                            Customer.builder(id("78CC4BB7-2A0D-49A0-9DD9-4199CE02C27A"))
                                    .organization("Alpha")
                                    .statusText("Onboarded")
                                    .country("US")
                                    .tenants(List.of(
                                            tenant("204ac14e-0428-47dc-ade0-eeb1af753ddc", "Alpha 1"),
                                            tenant("0f96f6b1-fe7f-4322-8567-152d0f2ff171", "Alpha 2")))
                                    .build(),
                            Customer.builder(id("9582D9F2-1234945-AB56-DADED948C1C4"))
                                    .organization("Beta")
                                    .statusText("Pending")
                                    .country("DE")
                                    .tenants(List.of(tenant("5d0c0a70-6f3c-4a05-8f8e-7f1f3c6a1b11", "Beta")))
                                    .build());
        }

        @Test
        void keepTheVendorsSpellingOfTheirIds() {
            List<Customer> customers = rows("several-tenants");
            assertThat(customers)
                    .extracting(customer -> customer.id().value())
                    .containsExactly("78CC4BB7-2A0D-49A0-9DD9-4199CE02C27A", "9582D9F2-1234945-AB56-DADED948C1C4");
            assertThat(customers.get(0).tenants().orElseThrow().get(0).id().value())
                    .isEqualTo("204AC14E-0428-47dc-ade0-eeb1af753ddc");
        }

        @Test
        void areDeletedIfAllTheirRowsAreDeleted() {
            assertThat(rows("deleted"))
                    .extracting(customer -> customer.id().value() + " " + customer.deleted())
                    .containsExactly("gone true", "half-gone false", "not-gone false");
        }

        @Test
        void areNoneWithStatus204() {
            vendor.respond(204, "");
            assertThat(Await.rows(vendor.connect().customers().all())).isEmpty();
        }

        @Test
        void haveATenantOnceIfItHasTwoNames() {
            assertThat(rows("several-tenants").get(0).tenants().orElseThrow()).hasSize(2);
            assertThat(vendor.drifts()).contains("c3 customers $.Data[*].TenantName: two names of one tenant");
        }

        /** Reads 32,768 ids with the same hash, which take quadratic time in a map of ids that are not comparable. */
        @Test
        void areReadFastIfTheirIdsHaveTheSameHash() {
            String rows = IntStream.range(0, 1 << 15)
                    .mapToObj(bits -> "{\"CustomerID\":\""
                            + IntStream.range(0, 15)
                                    .mapToObj(bit -> (bits >> bit & 1) == 0 ? "Aa" : "BB")
                                    .collect(Collectors.joining())
                            + "\",\"TenantId\":\"t\"}")
                    .collect(Collectors.joining(",", "{\"Status\":\"Success\",\"Data\":[", "]}"));
            vendor.respond(200, rows);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThat(Await.rows(vendor.connect().customers().all()))
                            .hasSize(1 << 15));
        }

        @Test
        void haveADeletionDateInUtcUnlessItHasAnOffset() {
            assertThat(rows("deletion-dates"))
                    .extracting(customer ->
                            customer.id().value() + " " + customer.deletedAt().orElseThrow())
                    .containsExactly(
                            "local 2024-05-06T07:08:09.100Z",
                            "zulu 2024-05-06T07:08:09Z",
                            "offset 2024-05-06T05:08:09Z",
                            "short-offset 2024-05-06T08:38:09.123456700Z",
                            "blank-between 2024-05-06T07:08:09Z",
                            "day 2024-05-06T00:00:00Z",
                            "now 2026-06-30T12:00:00Z");
            assertThat(vendor.drifts()).noneMatch(drift -> drift.contains("DeletedOn"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "deletion-dates-unset|",
                    "deletion-dates-impossible|not a plausible deletion date",
                    "deletion-dates-none|not a date"
                })
        void areNotDeletedWithAnyOtherDate(String fixture, @Nullable String drift) {
            assertThat(rows(fixture))
                    .isNotEmpty()
                    .noneMatch(Customer::deleted)
                    .allSatisfy(customer ->
                            assertThat(customer.tenants().orElseThrow()).noneMatch(Tenant::deleted));
            assertThat(vendor.drifts())
                    .filteredOn(text -> text.contains("DeletedOn"))
                    .isEqualTo(drift == null ? List.of() : List.of("c3 customers $.Data[*].DeletedOn: " + drift));
        }

        @Test
        void areDeletedPerTenant() {
            Customer customer = rows("deleted-in-one-tenant").get(0);

            assertThat(customer.deleted()).isFalse();
            assertThat(customer.tenants().orElseThrow())
                    .extracting(tenant -> tenant.id() + " " + tenant.deletedAt())
                    .containsExactly("T1 2024-05-06T07:08:09Z", "t2 null", "t3 2025-01-01T00:00:00Z", "t4 null");
        }

        @Test
        void stayInTheListingIfTheirTenantIsMalformed() {
            assertThat(rows("tenant-half-made"))
                    .extracting(customer -> customer.id().value() + " " + customer.tenantsWithoutId())
                    .containsExactly("number 1", "object 1", "list 1", "zero 1", "yes 1", "named-by-a-number 0");
            assertThat(rows("tenant-missing"))
                    .extracting(Customer::tenantsWithoutId)
                    .containsExactly(1, 1, 1, 1);
        }

        @Test
        void haveUnreportedTenantsIfNoRowHasATenantId() {
            assertThat(rows("tenant-missing"))
                    .extracting(Customer::tenants)
                    .containsExactly(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(List.of(new Tenant(new TenantId("t1"), null, TenantKind.MICROSOFT_365))));
        }

        @ParameterizedTest
        @CsvSource({
            "id-missing, .CustomerID: missing, a c",
            "id-empty-guid, .CustomerID: missing, a c",
            "row-null, : null where a row is due, a"
        })
        void areIncompleteIfARowHasNoIdOrIsNull(String fixture, String problem, String ids) {
            ListingResult<Observed<Customer>> listing =
                    Await.listing(customers(fixture).all());
            assertThat(Await.values(listing))
                    .extracting(customer -> customer.id().value())
                    .containsExactly(ids.split(" "));
            assertThat(listing.failure().orElseThrow())
                    .hasMessage("c3 customers: MALFORMED_ANSWER: at $.Data[1]" + problem + " (correlation "
                            + CORRELATION + ")");
        }
    }

    @Nested
    class OneCustomer {
        @Test
        void isFoundInAnyLetterCaseOfItsId() {
            Observed<Customer> found =
                    Await.result(customers("documented").find(id("78cc4bb7-2a0d-49a0-9dd9-4199ce02c27a")));
            assertThat(found.value()).isEqualTo(documented());
            assertThat(found.value().id().value()).isEqualTo("78CC4BB7-2A0D-49A0-9DD9-4199CE02C27A");
            assertThat(found.provenance())
                    .isEqualTo(new Provenance(
                            C3.VENDOR, "customer", StubbedC3.NOW, "7e5e5d40-21a2-4daa-a68e-c745b4cd7c74"));
            assertThat(vendor.calls())
                    .extracting(call -> call.getUrl())
                    .containsExactly("/api/activecustomers/details/");
        }

        @Test
        void isFoundByAnIdThatIsNotAGuid() {
            assertThat(Await.value(customers("id-of-odd-form").find(id("9582D9F2-1234945-AB56-DADED948C1C4")))
                            .organization())
                    .hasValue("Odd");
        }

        @Test
        void hasAllItsTenants() {
            Customer found = Await.value(customers("several-tenants").find(id("78CC4BB7-2A0D-49A0-9DD9-4199CE02C27A")));
            assertThat(found.tenants().orElseThrow()).hasSize(2);
        }

        @Test
        void thatIsNotListedIsNotFound() {
            assertThat(Await.failure(customers("documented").find(id("no-such-customer"))))
                    .hasMessage("c3 customer: NOT_FOUND: the vendor lists no customer with this id; check the id "
                            + "(correlation 7e5e5d40-21a2-4daa-a68e-c745b4cd7c74)");
        }

        @Test
        void isNotReturnedIfTheListingIsIncomplete() {
            assertThat(Await.failure(customers("id-missing").find(id("a"))).kind())
                    .isEqualTo(FailureKind.MALFORMED_ANSWER);
        }

        @Test
        void isNotReportedAsUnknownIfTheListingIsIncomplete() {
            VendorException failure = Await.failure(customers("id-missing").find(id("c")));
            assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED_ANSWER);
        }
    }
}
