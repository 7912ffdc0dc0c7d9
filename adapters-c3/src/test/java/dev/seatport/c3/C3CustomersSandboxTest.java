package dev.seatport.c3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.fleet.CustomerTrait;
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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class C3CustomersSandboxTest {
    private SandboxedC3 vendor;

    @BeforeAll
    void start() {
        vendor = SandboxedC3.start(237, 5);
    }

    @AfterEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    private CustomerDirectory customers() {
        return vendor.connect().customers();
    }

    private SimulatedCustomer with(CustomerTrait customerTrait) {
        return vendor.fleet().firstWith(customerTrait).orElseThrow();
    }

    @Nested
    class AllCustomers {
        @Test
        void areTheFleetOfC3InOrderInOneRequest() {
            List<Customer> truth =
                    vendor.c3Customers().stream().map(SandboxedC3::customer).toList();
            assertThat(Await.rows(customers().all())).hasSizeGreaterThan(200).isEqualTo(truth);
            assertThat(vendor.calls())
                    .extracting(call -> call.method() + " " + call.path() + " " + call.status())
                    .containsExactly("GET /c3/api/activecustomers/details/ 200");
            assertThat(vendor.drifts()).isEmpty();
        }

        @Test
        void areCompleteAfterTokensExpireEarly() {
            C3 c3 = vendor.connect();
            int size = Await.rows(c3.customers().all()).size();
            vendor.sandbox().expireTokens();
            assertThat(Await.rows(c3.customers().all())).hasSize(size);
        }

        @ParameterizedTest
        @CsvSource({"403, PERMISSION_DENIED", "404, NOT_FOUND", "429, RATE_LIMITED", "500, UNAVAILABLE"})
        void failWithTheKindOfTheHttpStatus(int status, FailureKind kind) {
            vendor.fail(status, RequestMatcher.of(RequestKind.CUSTOMERS));
            VendorException failure = Await.failure(customers().all());
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.status()).hasValue(status);
            assertThat(failure.correlationId()).isPresent();
            assertThat(failure.getMessage()).contains("code ERROR_DESC_" + status);
        }
    }

    @Nested
    class OneCustomer {
        @Test
        void matchesTheListing() {
            CustomerDirectory directory = customers();
            for (SimulatedCustomer customer : vendor.c3Customers().subList(0, 28)) {
                assertThat(Await.value(directory.find(SandboxedC3.id(customer))))
                        .isEqualTo(SandboxedC3.customer(customer));
            }
        }

        @Test
        void isFoundInAnyLetterCaseAndReturnedInTheVendorsSpelling() {
            SimulatedCustomer customer = vendor.c3Customers().get(0);
            String lowerCase = SandboxedC3.id(customer).value().toLowerCase(Locale.ROOT);
            assertThat(Await.value(customers().find(new CustomerId(C3.VENDOR, lowerCase)))
                            .id()
                            .value())
                    .isEqualTo(customer.c3CustomerId());
        }

        @Test
        void isDeletedIfItsRowIsDeleted() {
            assertThat(Await.value(customers().find(SandboxedC3.id(with(CustomerTrait.DELETED_IN_C3))))
                            .deleted())
                    .isTrue();
        }

        @Test
        void hasOneTenantPerRow() {
            assertThat(Await.value(customers().find(SandboxedC3.id(with(CustomerTrait.SEVERAL_TENANTS))))
                            .tenants()
                            .orElseThrow())
                    .hasSize(3);
        }

        @Test
        void withAnUnknownIdIsNotFound() {
            CustomerId unknown = new CustomerId(
                    C3.VENDOR, with(CustomerTrait.CUSTOMER_UNKNOWN_TO_C3).avePointId());
            VendorException failure = Await.failure(customers().find(unknown));
            assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FOUND);
            assertThat(failure.correlationId()).isPresent();
        }
    }

    @Nested
    class ForeignIds {
        @Test
        void areRejectedWithoutARequest() {
            CustomerId foreign = new CustomerId(
                    new Vendor("avepoint"),
                    SandboxedC3.id(vendor.c3Customers().get(0)).value());
            assertThat(Await.failure(customers().find(foreign)))
                    .hasMessage("c3 customer: INVALID_REQUEST: a customer id of avepoint means nothing to c3; use the "
                            + "vendor's own id");
            assertThat(vendor.requests()).isEmpty();
        }
    }
}
