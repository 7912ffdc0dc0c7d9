package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.seats.PurchasedSeatSource;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.testkit.wait.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class ProductSeatSandboxTest {
    private static final Product BACKUP = AvePoint.catalogue().byCode(new ProductCode("2048"));

    private SandboxedAvePoint vendor;
    private SimulatedCustomer first;

    @BeforeAll
    void start() {
        vendor = SandboxedAvePoint.start(28, 1);
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

    private PurchasedSeatSource seats() {
        return vendor.connect(AvePointApiVersion.CURRENT).productSeats();
    }

    @Nested
    class Overviews {
        @ParameterizedTest
        @EnumSource
        void matchTheFleetForEachCustomerAndProduct(AvePointApiVersion api) {
            PurchasedSeatSource source = vendor.connect(api).productSeats();
            for (SimulatedCustomer customer : vendor.fleet().customers()) {
                for (Product product : AvePoint.catalogue().products()) {
                    check(source, customer, product);
                }
            }
            assertThat(vendor.callListener().driftTexts()).isEmpty();
        }

        private void check(PurchasedSeatSource source, SimulatedCustomer customer, Product product) {
            Long purchased = customer.purchasedByProduct()
                    .get(Integer.valueOf(product.code().value()));
            var result = source.seats(SandboxedAvePoint.id(customer), product);
            if (purchased == null) {
                assertThat(Await.failure(result).kind()).isEqualTo(FailureKind.NOT_FOUND);
            } else {
                assertThat(Await.value(result))
                        .isEqualTo(new PurchasedSeats(
                                SandboxedAvePoint.id(customer), product, SandboxedAvePoint.quantity(purchased)));
            }
        }

        @Test
        void areTheSameIfNumbersAreTextUnderTheOlderName() {
            vendor.quirks(VendorQuirks.of(Quirk.NUMBERS_AS_STRINGS, Quirk.OLDER_PRODUCT_FIELD));
            assertThat(Await.value(seats().seats(SandboxedAvePoint.id(first), BACKUP))
                            .purchased())
                    .isEqualTo(SandboxedAvePoint.quantity(
                            first.purchasedByProduct().get(2048)));
            assertThat(vendor.callListener().driftTexts())
                    .containsExactly(
                            "avepoint product-seats $.availableUserSeat: a text where a number is due",
                            "avepoint product-seats $.availableUserSeat: older name of purchasedUserSeat");
        }
    }

    @Nested
    class Failures {
        @ParameterizedTest
        @CsvSource({"403, PERMISSION_DENIED", "404, NOT_FOUND", "429, RATE_LIMITED", "500, UNAVAILABLE"})
        void haveTheKindOfTheirHttpStatus(int status, FailureKind kind) {
            vendor.fail(status, RequestMatcher.all().ofCustomer(first.avePointId()));
            VendorException failure = Await.failure(seats().seats(SandboxedAvePoint.id(first), BACKUP));
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.correlationId().orElse("")).startsWith("rq-");
        }
    }

    @Nested
    class Catalogue {
        @Test
        void holdsTheDocumentedProducts() {
            assertThat(AvePoint.catalogue().products()).hasSize(22).doesNotHaveDuplicates();
            assertThat(AvePoint.catalogue().byName("enpower"))
                    .hasValueSatisfying(product -> assertThat(product.code()).isEqualTo(new ProductCode("134217728")));
        }

        @ParameterizedTest
        @CsvSource({
            "2048, MICROSOFT_365, Cloud Backup for Microsoft 365",
            "32, SALESFORCE, Cloud Backup for Salesforce",
            "33554432, GOOGLE, Cloud Backup for Google Workspace",
            "131072, DYNAMICS_365, Cloud Backup for Dynamics 365"
        })
        void hasTheTenantKindThatAProductCovers(String code, TenantKind kind, String name) {
            assertThat(AvePoint.catalogue().byCode(new ProductCode(code)))
                    .isEqualTo(new Product(new ProductCode(code), name, kind));
        }

        @Test
        void hasFourProductsThatCoverTenants() {
            assertThat(AvePoint.catalogue().products())
                    .filteredOn(product -> product.covers() != null)
                    .hasSize(4);
        }
    }
}
