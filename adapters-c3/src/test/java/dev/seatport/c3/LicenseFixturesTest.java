package dev.seatport.c3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.testkit.wait.Await;
import java.util.List;
import java.util.concurrent.Flow;
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
class LicenseFixturesTest {
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

    private Flow.Publisher<Observed<LicenseConsumption>> report(String fixture) {
        vendor.fixture("license-consumption/" + fixture + ".json");
        return vendor.connect().licenses().consumption(StubbedC3.CUSTOMER, StubbedC3.TENANT);
    }

    private List<LicenseConsumption> rows(String fixture) {
        return Await.rows(report(fixture));
    }

    private static LicenseConsumption officeOf(long tenantTotal) {
        return new LicenseConsumption(
                StubbedC3.CUSTOMER,
                StubbedC3.TENANT,
                new SkuId("3f4babde-90ec-47c6-995d-d223749065d1"),
                "Office 365 G1 GCC",
                Quantity.of(65),
                Quantity.of(60),
                Quantity.of(5),
                Quantity.of(tenantTotal),
                List.of(new Offer("Office 365 G1 GCC", BillingCycle.MONTHLY)));
    }

    @Nested
    class DocumentedResponse {
        @Test
        void isDecoded() {
            ListingResult<Observed<LicenseConsumption>> listing = Await.listing(report("documented"));
            assertThat(listing.complete()).isTrue();
            assertThat(Await.values(listing))
                    .containsExactly(
                            officeOf(65),
                            new LicenseConsumption(
                                    StubbedC3.CUSTOMER,
                                    StubbedC3.TENANT,
                                    new SkuId("4ae99959-6b0f-43b0-b1ce-68146001bdba"),
                                    "Visio Plan 2 for GCC",
                                    Quantity.of(2),
                                    Quantity.of(2),
                                    Quantity.of(0),
                                    Quantity.of(2),
                                    List.of(new Offer("Visio Plan 2 for GCC", BillingCycle.MONTHLY))));
            assertThat(listing.rows())
                    .extracting(Observed::provenance)
                    .containsOnly(new Provenance(C3.VENDOR, "licenses", StubbedC3.NOW, CORRELATION));
            assertThat(vendor.drifts()).isEmpty();
        }

        @Test
        void isRequestedWithTheGivenSpellingOfTheIds() {
            rows("documented");
            assertThat(vendor.calls()).singleElement().satisfies(call -> {
                assertThat(call.getMethod().value()).isEqualTo("GET");
                assertThat(call.getUrl())
                        .isEqualTo("/api/licenseConsumptionReport/customer/9582D9F2-1234945-AB56-DADED948C1C4"
                                + "/tenant/0f96f6b1-fe7f-4322-8567-152d0f2ff171");
                assertThat(call.getHeader("Authorization")).isEqualTo("Bearer opaque-or-jwt");
                assertThat(call.getHeader("Content-Type")).isEqualTo("application/json");
                assertThat(call.getBodyAsString()).isEmpty();
            });
        }
    }

    @Nested
    class Spellings {
        @ParameterizedTest
        @ValueSource(strings = {"explanation-spelling", "right-spelling"})
        void ofTheExplanationAndCorrectSpellingsAreDecoded(String fixture) {
            assertThat(rows(fixture)).containsExactly(officeOf(70));
        }

        @Test
        void ofTheSampleWinOverOthers() {
            LicenseConsumption row = rows("both-spellings").get(0);
            assertThat(row.available()).isEqualTo(Quantity.of(5));
            assertThat(row.tenantTotal()).isEqualTo(Quantity.of(70));
            assertThat(row.productName()).isEqualTo("sample");
            assertThat(row.offers()).containsExactly(new Offer("sample", BillingCycle.MONTHLY));
        }

        @Test
        void withoutAValueYieldToThoseWithAValue() {
            LicenseConsumption row = rows("both-spellings").get(1);
            assertThat(row.available()).isEqualTo(Quantity.of(6));
            assertThat(row.tenantTotal()).isEqualTo(Quantity.of(71));
            assertThat(row.productName()).isEqualTo("explained");
            assertThat(row.offers()).containsExactly(new Offer("right", BillingCycle.ANNUAL));
        }
    }

    @Nested
    class Counts {
        @Test
        void mayBeText() {
            assertThat(rows("counts-as-text"))
                    .extracting(
                            LicenseConsumption::purchased,
                            LicenseConsumption::assigned,
                            LicenseConsumption::available,
                            LicenseConsumption::tenantTotal)
                    .containsExactly(tuple(Quantity.of(65), Quantity.of(60), Quantity.of(5), Quantity.of(70)));
        }

        @Test
        void thatAreMissingDifferFromZero() {
            Quantity absent = Quantity.unreported();
            Quantity zero = Quantity.of(0);
            List<LicenseConsumption> rows = rows("counts-not-reported");
            assertThat(rows)
                    .extracting(
                            LicenseConsumption::purchased,
                            LicenseConsumption::assigned,
                            LicenseConsumption::available,
                            LicenseConsumption::tenantTotal)
                    .containsExactly(
                            tuple(absent, absent, absent, absent),
                            tuple(absent, absent, absent, absent),
                            tuple(absent, absent, absent, absent),
                            tuple(absent, absent, absent, absent),
                            tuple(zero, zero, zero, zero));
            assertThat(rows).allSatisfy(row -> assertThat(row.offers()).isEmpty());
            assertThat(rows.get(3).productName()).isNull();
            assertThat(vendor.drifts())
                    .contains(
                            "c3 licenses $.Data[*].ActiveUnits: no count",
                            "c3 licenses $.Data[*].AvailableUnits: no count",
                            "c3 licenses $.Data[*].TotalUnits: no count",
                            "c3 licenses $.Data[*].ConsumedUnits: no count");
        }

        @Test
        void belowZeroShowOverAssignmentOrAreReportedAsDrift() {
            Quantity one = Quantity.of(1);
            Quantity absent = Quantity.unreported();
            assertThat(rows("counts-negative"))
                    .extracting(
                            LicenseConsumption::purchased,
                            LicenseConsumption::assigned,
                            LicenseConsumption::available,
                            LicenseConsumption::tenantTotal)
                    .containsExactly(
                            tuple(Quantity.of(5), Quantity.of(8), Quantity.of(-3), Quantity.of(5)),
                            tuple(absent, one, one, one),
                            tuple(one, absent, one, one),
                            tuple(one, one, one, absent),
                            tuple(one, one, one, one));
            assertThat(vendor.drifts())
                    .containsExactly(
                            "c3 licenses $.Data[*].ActiveUnits: a negative count",
                            "c3 licenses $.Data[*].ConsumedUnits: a negative count",
                            "c3 licenses $.Data[*].TotalUnits: a negative count");
        }

        @Test
        void withAFractionAreMalformed() {
            assertThat(Await.failure(report("count-with-fraction")))
                    .hasMessageStartingWith(
                            "c3 licenses: MALFORMED_ANSWER: at $.Data[0].ActiveUnits: not a whole number");
        }
    }

    @Nested
    class Rows {
        @Test
        void withTheSameSkuAreAllDelivered() {
            assertThat(rows("sku-twice"))
                    .extracting(LicenseConsumption::purchased)
                    .containsExactly(Quantity.of(1), Quantity.of(2));
        }

        @ParameterizedTest
        @CsvSource({"sku-missing, .ProductSkuId: missing", "row-null, : null where a row is due"})
        void thatCannotBeDecodedEndTheListing(String fixture, String problem) {
            ListingResult<Observed<LicenseConsumption>> listing = Await.listing(report(fixture));
            assertThat(Await.values(listing))
                    .extracting(LicenseConsumption::sku)
                    .containsExactly(new SkuId("sku-1"));
            assertThat(listing.failure().orElseThrow())
                    .hasMessage("c3 licenses: MALFORMED_ANSWER: at $.Data[1]" + problem + " (correlation " + CORRELATION
                            + ")");
        }
    }

    @Nested
    class Envelopes {
        @ParameterizedTest
        @ValueSource(strings = {"empty", "status-letter-case"})
        void mayHoldNoRows(String fixture) {
            assertThat(rows(fixture)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"data-null", "data-missing"})
        void ofSuccessWithoutDataAreMalformed(String fixture) {
            assertThat(Await.failure(report(fixture)))
                    .hasMessage("c3 licenses: MALFORMED_ANSWER: at $.Data: no list of rows (correlation " + CORRELATION
                            + ")");
        }

        @Test
        void whoseDataIsNotAListAreMalformed() {
            assertThat(Await.failure(report("data-no-list")).kind()).isEqualTo(FailureKind.MALFORMED_ANSWER);
        }
    }
}
