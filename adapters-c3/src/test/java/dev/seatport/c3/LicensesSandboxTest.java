package dev.seatport.c3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.failure.RejectedRequestField;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.CustomerTrait;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedLicense;
import dev.seatport.testkit.wait.Await;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LicensesSandboxTest {
    private SandboxedC3 vendor;
    private SimulatedCustomer first;

    @BeforeAll
    void start() {
        vendor = SandboxedC3.start(56, 3);
        first = vendor.fleet().customer(0);
    }

    @AfterEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    private LicenseConsumptionSource licenses() {
        return vendor.connect().licenses();
    }

    private TenantId tenantOfFirst() {
        return new TenantId(first.accounts().get(0).tenantId());
    }

    /** Row without its offers, which the fleet holds as text. */
    private record Row(String sku, @Nullable String name, List<String> counts) {
        static Row of(LicenseConsumption row) {
            return new Row(
                    row.sku().value(),
                    row.productName(),
                    Stream.of(row.purchased(), row.assigned(), row.available(), row.tenantTotal())
                            .map(String::valueOf)
                            .toList());
        }

        static Row of(SimulatedLicense license) {
            return new Row(
                    license.skuId(),
                    license.productName(),
                    Stream.of(
                                    SandboxedC3.quantity(license.active()),
                                    SandboxedC3.quantity(license.consumed()),
                                    SandboxedC3.quantity(license.available()),
                                    SandboxedC3.quantity(license.total()))
                            .map(String::valueOf)
                            .toList());
        }
    }

    private void checkAll() {
        LicenseConsumptionSource source = licenses();
        for (SimulatedCustomer customer : vendor.c3Customers()) {
            for (SimulatedC3Customer account : customer.accounts()) {
                TenantId tenant = new TenantId(account.tenantId());
                List<LicenseConsumption> rows = Await.rows(source.consumption(SandboxedC3.id(customer), tenant));
                assertThat(rows)
                        .extracting(Row::of)
                        .isEqualTo(account.licenses().stream().map(Row::of).toList());
                assertThat(rows).allSatisfy(row -> {
                    assertThat(row.customer()).isEqualTo(SandboxedC3.id(customer));
                    assertThat(row.tenant().value()).isEqualTo(account.tenantId());
                });
            }
        }
        assertThat(vendor.drifts())
                .allMatch(drift -> drift.endsWith(": no count") || drift.endsWith("a number is due"));
    }

    @Nested
    class Reports {
        @Test
        void matchTheFleetForEachCustomerAndTenant() {
            checkAll();
        }

        @Test
        void areTheSameInTheSpellingOfTheExplanation() {
            vendor.quirks(VendorQuirks.of(Quirk.EXPLANATION_SPELLING));
            checkAll();
        }

        @Test
        void areTheSameIfNumbersAreText() {
            vendor.quirks(VendorQuirks.of(Quirk.NUMBERS_AS_STRINGS));
            checkAll();
        }

        @Test
        void haveTheirOffers() {
            List<LicenseConsumption> rows = Await.rows(licenses().consumption(SandboxedC3.id(first), tenantOfFirst()));
            List<SimulatedLicense> truth = first.accounts().get(0).licenses();
            for (int i = 0; i < rows.size(); i++) {
                String name = truth.get(i).productName();
                assertThat(rows.get(i).offers())
                        .hasSize(truth.get(i).subscriptionNames().split(",", -1).length)
                        .extracting(Offer::name)
                        .containsOnly(name);
            }
        }

        @Test
        void areFoundByAnIdThatIsNotAGuid() {
            SimulatedCustomer unusual = vendor.fleet().customer(5);
            assertThat(unusual.c3CustomerId()).hasSizeLessThan(36);
            TenantId tenant = new TenantId(unusual.accounts().get(0).tenantId());
            assertThat(Await.rows(licenses().consumption(SandboxedC3.id(unusual), tenant)))
                    .isNotEmpty();
        }
    }

    @Nested
    class Failures {
        @ParameterizedTest
        @CsvSource({"403, PERMISSION_DENIED", "404, NOT_FOUND", "429, RATE_LIMITED", "500, UNAVAILABLE"})
        void haveTheKindOfTheirHttpStatus(int status, FailureKind kind) {
            vendor.fail(
                    status,
                    RequestMatcher.all().ofCustomer(SandboxedC3.id(first).value()));
            VendorException failure = Await.failure(licenses().consumption(SandboxedC3.id(first), tenantOfFirst()));
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.status()).hasValue(status);
            assertThat(failure.correlationId()).isPresent();
            assertThat(failure.missingScope()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void ofUnknownIdsHaveAViolationPerFieldInBothSpellings(boolean explained) {
            vendor.quirks(explained ? VendorQuirks.of(Quirk.EXPLANATION_SPELLING) : VendorQuirks.none());
            VendorException failure = Await.failure(licenses()
                    .consumption(new CustomerId(C3.VENDOR, "no-such-customer"), new TenantId("no-such-tenant")));
            assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
            assertThat(failure.violations())
                    .containsExactly(
                            new RejectedRequestField("CustomerId", "INVALID_C3_CUSTOMER_ID"),
                            new RejectedRequestField("TenantId", "INVALID_TENANT_ID"));
            assertThat(failure.getMessage()).doesNotContain("no-such-customer", "no-such-tenant");
        }

        @Test
        void ofAnUnknownTenantNameTheField() {
            SimulatedCustomer customer =
                    vendor.fleet().firstWith(CustomerTrait.TENANT_UNKNOWN_TO_C3).orElseThrow();
            TenantId unknown = new TenantId(customer.tenants().get(1).id());
            VendorException failure = Await.failure(licenses().consumption(SandboxedC3.id(customer), unknown));
            assertThat(failure.violations()).containsExactly(new RejectedRequestField("TenantId", "INVALID_TENANT_ID"));
        }

        @Test
        void ofAWrongResourceAreRaisedWithoutSendingTheCall() {
            VendorException failure = Await.failure(
                    vendor.connect("another").licenses().consumption(SandboxedC3.id(first), tenantOfFirst()));
            assertThat(failure.getMessage()).contains("invalid_resource");
            assertThat(vendor.calls()).isEmpty();
        }
    }

    @Nested
    class RefusedIds {
        static Stream<String> ids() {
            return Stream.of(
                    ".",
                    "..",
                    "a/b",
                    "a\\b",
                    "a?b",
                    "a#b",
                    "a%2fb",
                    "%2e%2e",
                    "a;b",
                    "a\r\nb",
                    "a\tb",
                    "a\u0000b",
                    "a\u0085b",
                    "\ud800",
                    "x".repeat(129),
                    "x".repeat(10_000));
        }

        private void checkRefused(VendorException failure, String operation) {
            assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
            assertThat(failure.operation()).isEqualTo(operation);
            assertThat(failure.status()).isEmpty();
            assertThat(failure.attempts()).isZero();
            assertThat(vendor.requests()).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("ids")
        void areNotSentAsCustomerIds(String id) {
            CustomerId refused = new CustomerId(C3.VENDOR, id);
            checkRefused(Await.failure(licenses().consumption(refused, tenantOfFirst())), "licenses");
            checkRefused(Await.failure(vendor.connect().customers().find(refused)), "customer");
        }

        @ParameterizedTest
        @MethodSource("ids")
        void areNotSentAsTenantIds(String id) {
            VendorException failure = Await.failure(licenses().consumption(SandboxedC3.id(first), new TenantId(id)));
            checkRefused(failure, "licenses");
            assertThat(failure.getMessage())
                    .startsWith("c3 licenses: INVALID_REQUEST: the tenant id cannot be sent: it ");
        }

        @Test
        void areNotSentIfTheyBelongToAnotherVendor() {
            CustomerId foreign =
                    new CustomerId(new Vendor("avepoint"), SandboxedC3.id(first).value());
            checkRefused(Await.failure(licenses().consumption(foreign, tenantOfFirst())), "licenses");
        }
    }
}
