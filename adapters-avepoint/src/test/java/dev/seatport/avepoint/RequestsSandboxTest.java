package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.testkit.wait.Await;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scopes of token requests, and ids that are never sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsSandboxTest {
    private static final Product BACKUP = Product.unnamed(new ProductCode("2048"));

    private SandboxedAvePoint vendor;
    private AvePoint avePoint;
    private CustomerId customer;

    @BeforeAll
    void start() {
        vendor = SandboxedAvePoint.start(3, 1);
        avePoint = vendor.connect(AvePointApiVersion.CURRENT);
        customer = SandboxedAvePoint.id(vendor.fleet().customer(0));
    }

    @AfterEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    private static TenantSeatQuery seatsOf(CustomerId id) {
        return TenantSeatQuery.all(id, TenantKind.MICROSOFT_365);
    }

    @Nested
    class Scopes {
        private List<String> scopesOf(Consumer<AvePoint> call, AvePointApiVersion api) {
            vendor.reset();
            call.accept(vendor.connect(api));
            return vendor.scopes();
        }

        @Test
        void areThoseOfTheOperationOnly() {
            assertThat(scopesOf(adapter -> Await.rows(adapter.customers().all()), AvePointApiVersion.CURRENT))
                    .containsExactly("elements.customers.read.all");
            assertThat(scopesOf(adapter -> Await.rows(adapter.customers().all()), AvePointApiVersion.OLDER))
                    .containsExactly("partner.customers.read.all");
            for (AvePointApiVersion api : AvePointApiVersion.values()) {
                assertThat(scopesOf(adapter -> Await.value(adapter.customers().find(customer)), api))
                        .containsExactly("partner.customers.read.all");
                assertThat(scopesOf(adapter -> Await.rows(adapter.tenantSeats().seats(seatsOf(customer))), api))
                        .containsExactly("elements.license.read.all");
                assertThat(scopesOf(
                                adapter -> Await.value(adapter.productSeats().seats(customer, BACKUP)), api))
                        .containsExactly("elements.license.read.all");
            }
        }

        @Test
        void areRequestedOncePerScope() {
            AvePoint fresh = vendor.connect(AvePointApiVersion.CURRENT);
            for (int i = 0; i < 3; i++) {
                Await.rows(fresh.customers().all());
                Await.value(fresh.customers().find(customer));
                Await.rows(fresh.tenantSeats().seats(seatsOf(customer)));
                Await.value(fresh.productSeats().seats(customer, BACKUP));
            }
            assertThat(vendor.scopes())
                    .containsExactly(
                            "elements.customers.read.all", "partner.customers.read.all", "elements.license.read.all")
                    .allSatisfy(scope -> assertThat(scope).hasSizeLessThanOrEqualTo(300));
        }
    }

    static Stream<String> idsNotAllowedInAPath() {
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

    @Nested
    class RefusedIds {
        static Stream<String> ids() {
            return idsNotAllowedInAPath();
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
            CustomerId refused = new CustomerId(AvePoint.VENDOR, id);
            checkRefused(Await.failure(avePoint.customers().find(refused)), "customer");
            checkRefused(Await.failure(avePoint.tenantSeats().seats(seatsOf(refused))), "tenant-seats");
            checkRefused(Await.failure(avePoint.productSeats().seats(refused, BACKUP)), "product-seats");
        }

        @ParameterizedTest
        @MethodSource("ids")
        void areNotSentAsProductCodes(String code) {
            Product product = Product.unnamed(new ProductCode(code));
            checkRefused(Await.failure(avePoint.productSeats().seats(customer, product)), "product-seats");
        }

        @Test
        void areNotSentIfTheyBelongToAnotherVendor() {
            CustomerId foreign = new CustomerId(new Vendor("c3"), customer.value());
            checkRefused(Await.failure(avePoint.customers().find(foreign)), "customer");
            checkRefused(Await.failure(avePoint.tenantSeats().seats(seatsOf(foreign))), "tenant-seats");
            VendorException failure = Await.failure(avePoint.productSeats().seats(foreign, BACKUP));
            checkRefused(failure, "product-seats");
            assertThat(failure)
                    .hasMessage("avepoint product-seats: INVALID_REQUEST: a customer id of c3 means nothing to "
                            + "avepoint; use the vendor's own id");
        }

        @Test
        void areNotQuotedInTheMessage() {
            CustomerId refused = new CustomerId(AvePoint.VENDOR, "a/b");
            assertThat(Await.failure(avePoint.customers().find(refused)))
                    .hasMessage(
                            "avepoint customer: INVALID_REQUEST: the customer id cannot be sent: it holds a control "
                                    + "character or one of / \\ ? # % ;");
        }
    }

    @Nested
    class UnusualIds {
        @Test
        void areSentPercentEncodedAsOneSegment() {
            CustomerId unusual = new CustomerId(AvePoint.VENDOR, "a b+c&d=é~*\u05d0");
            assertThat(Await.failure(avePoint.customers().find(unusual)).kind()).isEqualTo(FailureKind.NOT_FOUND);
            assertThat(vendor.calls())
                    .extracting(call -> call.path())
                    .containsExactly("/avepoint/partner/customers/a%20b%2Bc%26d%3D%C3%A9~%2A%D7%90");
        }
    }
}
