package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.testkit.wait.Await;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductSeatFixturesTest {
    private static final Product BACKUP = AvePoint.catalogue().byCode(new ProductCode("2048"));

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

    private CompletionStage<Observed<PurchasedSeats>> overview() {
        return vendor.connect().productSeats().seats(StubbedAvePoint.CUSTOMER, BACKUP);
    }

    private Quantity purchased(String fixture) {
        vendor.fixture("product-overview/" + fixture + ".json");
        return Await.value(overview()).purchased();
    }

    @Nested
    class DocumentedResponses {
        @Test
        void currentSampleIsDecoded() {
            vendor.fixture("product-overview/documented.json");
            assertThat(Await.result(overview()))
                    .isEqualTo(new Observed<>(
                            new PurchasedSeats(StubbedAvePoint.CUSTOMER, BACKUP, Quantity.of(25)),
                            new Provenance(AvePoint.VENDOR, "product-seats", StubbedAvePoint.NOW, "rq-7")));
            assertThat(vendor.drifts()).isEmpty();
        }

        @Test
        void olderSampleIsDecodedAndReportedAsDrift() {
            assertThat(purchased("documented-older")).isEqualTo(Quantity.of(25));
            assertThat(vendor.drifts())
                    .containsExactly("avepoint product-seats $.availableUserSeat: older name of purchasedUserSeat");
        }

        @Test
        void currentNameWinsOverTheOlderName() {
            assertThat(purchased("both-names")).isEqualTo(Quantity.of(25));
            assertThat(vendor.drifts()).isEmpty();
        }
    }

    @Nested
    class Types {
        @Test
        void mayBeText() {
            assertThat(purchased("type-as-text")).isEqualTo(Quantity.of(25));
            assertThat(vendor.drifts()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"type-missing", "type-blank"})
        void thatAreMissingAreReportedAsDrift(String fixture) {
            assertThat(purchased(fixture)).isEqualTo(Quantity.of(25));
            assertThat(vendor.drifts()).containsExactly("avepoint product-seats $.productType: missing");
        }

        @Test
        void ofAnotherProductAreMalformed() {
            vendor.fixture("product-overview/type-of-another-product.json");
            assertThat(Await.failure(overview()))
                    .hasMessage("avepoint product-seats: MALFORMED_ANSWER: at $.productType: "
                            + "the product type differs from the requested product (correlation rq-7)");
        }
    }

    @Nested
    class Counts {
        @Test
        void mayBeText() {
            assertThat(purchased("count-as-text")).isEqualTo(Quantity.of(25));
        }

        @ParameterizedTest
        @ValueSource(strings = {"count-null", "count-missing", "count-empty", "count-not-available"})
        void thatAreMissingAreUnreportedAndReportedAsDrift(String fixture) {
            assertThat(purchased(fixture)).isEqualTo(Quantity.unreported());
            assertThat(vendor.drifts()).contains("avepoint product-seats $.purchasedUserSeat: no count");
        }

        @ParameterizedTest
        @CsvSource({"count-missing, true", "count-null, false", "count-empty, false", "count-not-available, false"})
        void areMissingOnlyIfTheFieldIsMissing(String fixture, boolean missing) {
            vendor.fixture("product-overview/" + fixture + ".json");
            assertThat(Await.value(overview()).countMissing()).isEqualTo(missing);
        }

        @Test
        void ofZeroAreZero() {
            assertThat(purchased("count-zero")).isEqualTo(Quantity.of(0));
        }

        @Test
        void belowZeroAreUnreportedAndReportedAsDrift() {
            assertThat(purchased("count-negative")).isEqualTo(Quantity.unreported());
            assertThat(vendor.drifts()).containsExactly("avepoint product-seats $.purchasedUserSeat: a negative count");
        }

        @Test
        void thatAreNotNumbersAreMalformed() {
            vendor.fixture("product-overview/count-no-number.json");
            assertThat(Await.failure(overview()))
                    .hasMessage("avepoint product-seats: MALFORMED_ANSWER: at $.purchasedUserSeat: "
                            + "not a whole number (correlation rq-7)");
        }
    }

    @Nested
    class EmptyResponses {
        @ParameterizedTest
        @ValueSource(strings = {"nothing", "null"})
        void areMalformed(String fixture) {
            vendor.fixture("product-overview/" + fixture + ".json");
            assertThat(Await.failure(overview()).kind()).isEqualTo(FailureKind.MALFORMED_ANSWER);
        }

        @Test
        void withStatus204MeanNoSuchProduct() {
            vendor.respond(204, "");
            assertThat(Await.failure(overview()).kind()).isEqualTo(FailureKind.NOT_FOUND);
        }
    }

    @Nested
    class Requests {
        @Test
        void haveCustomerAndProductInThePath() {
            vendor.fixture("product-overview/documented.json");
            Await.value(overview());
            assertThat(vendor.calls()).singleElement().satisfies(call -> {
                assertThat(call.getMethod().value()).isEqualTo("GET");
                assertThat(call.getUrl())
                        .isEqualTo("/partner/external/v3/general/customers/00427fbc-8832-46cf-a1d2-582fa46ec638"
                                + "/avpt-products/type/2048/overview");
            });
        }

        @Test
        void mayNameAProductOutsideTheCatalogue() {
            vendor.respond(200, "{\"productType\":274,\"purchasedUserSeat\":3}");
            Product express = AvePoint.catalogue().byCode(new ProductCode("274"));
            PurchasedSeats seats =
                    Await.value(vendor.connect().productSeats().seats(StubbedAvePoint.CUSTOMER, express));
            assertThat(seats).isEqualTo(new PurchasedSeats(StubbedAvePoint.CUSTOMER, express, Quantity.of(3)));
            assertThat(express.name()).isNull();
        }
    }
}
