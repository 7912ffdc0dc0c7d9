package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.testkit.wait.Await;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AvePointCustomersSandboxTest {
    private static final int CUSTOMERS = 237;

    private SandboxedAvePoint vendor;

    @BeforeAll
    void start() {
        vendor = SandboxedAvePoint.start(CUSTOMERS, 3);
    }

    @AfterEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    private CustomerDirectory customers(AvePointApiVersion api) {
        return vendor.connect(api).customers();
    }

    private List<Customer> inBatch() {
        return vendor.fleet().customers().stream()
                .map(SandboxedAvePoint::inBatch)
                .toList();
    }

    @Nested
    class AllCustomers {
        @Test
        void areTheFleetInOrderInThreePages() {
            assertThat(Await.rows(customers(AvePointApiVersion.CURRENT).all())).isEqualTo(inBatch());
            assertThat(vendor.calls())
                    .extracting(call -> call.method() + " " + call.query() + " " + call.body() + " " + call.status())
                    .containsExactly(
                            "POST pageIndex=1&pageSize=100 {} 200",
                            "POST pageIndex=2&pageSize=100 {} 200",
                            "POST pageIndex=3&pageSize=100 {} 200");
            assertThat(vendor.callListener().driftTexts()).isEmpty();
        }

        @Test
        void areTheFleetWithoutTenantsInTheOlderApi() {
            assertThat(Await.rows(customers(AvePointApiVersion.OLDER).all()))
                    .isEqualTo(vendor.fleet().customers().stream()
                            .map(SandboxedAvePoint::inOlderApi)
                            .toList());
            assertThat(vendor.calls()).hasSize(1);
            assertThat(vendor.callListener().driftTexts()).isEmpty();
        }

        @Test
        void areCompleteIfTheServerServesSmallerPages() {
            vendor.quirks(VendorQuirks.none().withMaxPageSize(20));
            assertThat(Await.rows(customers(AvePointApiVersion.CURRENT).all())).isEqualTo(inBatch());
            assertThat(vendor.calls()).hasSize(12);
            assertThat(vendor.callListener().repeated()).isZero();
        }

        @Test
        void areCompleteAfterTokensExpireEarly() {
            AvePoint avePoint = vendor.connect(AvePointApiVersion.CURRENT);
            assertThat(Await.rows(avePoint.customers().all())).hasSize(CUSTOMERS);
            vendor.sandbox().expireTokens();
            assertThat(Await.rows(avePoint.customers().all())).isEqualTo(inBatch());
            assertThat(vendor.scopes()).hasSize(2);
        }

        @Test
        void carryTheCorrelationIdOfTheirPage() {
            ListingResult<Observed<Customer>> listing =
                    Await.listing(customers(AvePointApiVersion.CURRENT).all());
            assertThat(listing.rows())
                    .extracting(row -> row.provenance().correlationId())
                    .allMatch(id -> id != null && id.startsWith("rq-"));
            assertThat(listing.rows().stream()
                            .map(row -> String.valueOf(row.provenance().correlationId()))
                            .distinct())
                    .hasSize(3);
        }

        @ParameterizedTest
        @CsvSource({"403, PERMISSION_DENIED", "404, NOT_FOUND", "429, RATE_LIMITED", "500, UNAVAILABLE"})
        void failWithTheKindOfTheHttpStatus(int status, FailureKind kind) {
            vendor.fail(status, RequestMatcher.of(RequestKind.CUSTOMERS));
            VendorException failure =
                    Await.failure(customers(AvePointApiVersion.CURRENT).all());
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.status()).hasValue(status);
            assertThat(failure.missingScope().orElse("none"))
                    .isEqualTo(status == 403 ? "elements.customers.read.all" : "none");
            assertThat(failure.correlationId().orElse("")).startsWith("rq-");
        }
    }

    @Nested
    class OneCustomer {
        @ParameterizedTest
        @EnumSource
        void matchesTheFleetInBothApiVersions(AvePointApiVersion api) {
            CustomerDirectory directory = customers(api);
            for (SimulatedCustomer customer : vendor.fleet().customers().subList(0, 40)) {
                assertThat(Await.value(directory.find(SandboxedAvePoint.id(customer))))
                        .isEqualTo(SandboxedAvePoint.inOlderApi(customer));
            }
        }

        @Test
        void isRequestedInTheGivenSpellingAndReturnedInTheVendors() {
            SimulatedCustomer customer = vendor.fleet().customer(0);
            String upperCase = customer.avePointId().toUpperCase(Locale.ROOT);
            Customer found =
                    Await.value(customers(AvePointApiVersion.CURRENT).find(new CustomerId(AvePoint.VENDOR, upperCase)));
            assertThat(vendor.calls())
                    .extracting(call -> call.path())
                    .containsExactly("/avepoint/partner/customers/" + upperCase);
            assertThat(found.id().value()).isEqualTo(customer.avePointId());
        }

        @Test
        void withAnUnknownIdIsNotFound() {
            VendorException failure = Await.failure(
                    customers(AvePointApiVersion.CURRENT).find(new CustomerId(AvePoint.VENDOR, "no-such-customer")));
            assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FOUND);
            assertThat(failure.status()).hasValue(404);
        }
    }
}
