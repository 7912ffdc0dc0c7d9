package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.testkit.wait.Await;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantSeatFixturesTest {
    private static final TenantSeatQuery ALL = TenantSeatQuery.all(StubbedAvePoint.CUSTOMER, TenantKind.MICROSOFT_365);
    private static final TenantId DOCUMENTED = new TenantId("f04d7aee-0c1b-5f92-9d3e-65215f92e596");

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

    private Flow.Publisher<Observed<TenantSeats>> seats(AvePointApiVersion api) {
        return vendor.connect(api).tenantSeats().seats(ALL);
    }

    private List<TenantSeats> rows() {
        return Await.rows(seats(AvePointApiVersion.CURRENT));
    }

    private static TenantSeats documented() {
        return new TenantSeats(
                StubbedAvePoint.CUSTOMER,
                new Tenant(DOCUMENTED, "TenantABC", TenantKind.MICROSOFT_365),
                Quantity.of(25),
                Quantity.of(25));
    }

    @Nested
    class DocumentedResponses {
        @ParameterizedTest
        @EnumSource
        void currentSampleIsDecodedInBothApiVersions(AvePointApiVersion api) {
            vendor.fixture("tenant-seats/documented.json");
            assertThat(Await.rows(seats(api))).containsExactly(documented());
            assertThat(vendor.drifts()).isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void olderSampleIsDecodedInBothApiVersionsUntilAPageIsEmpty(AvePointApiVersion api) {
            vendor.page(1, "tenant-seats/documented-older.json").page(2, "tenant-seats/empty-older.json");
            assertThat(Await.rows(seats(api))).containsExactly(documented());
            assertThat(vendor.calls()).hasSize(2);
        }

        @Test
        void haveTheirProvenance() {
            vendor.fixture("tenant-seats/documented.json");
            ListingResult<Observed<TenantSeats>> listing = Await.listing(seats(AvePointApiVersion.CURRENT));
            assertThat(listing.rows())
                    .extracting(Observed::provenance)
                    .containsExactly(new Provenance(AvePoint.VENDOR, "tenant-seats", StubbedAvePoint.NOW, "rq-7"));
        }

        @Test
        void areDecodedDespiteUnknownFields() {
            vendor.fixture("tenant-seats/new-fields.json");
            assertThat(rows()).containsExactly(documented());
        }

        @Test
        void withoutMetadataAreReadUntilAPageIsEmpty() {
            vendor.page(1, "tenant-seats/metadata-missing.json").page(2, "tenant-seats/empty.json");
            assertThat(rows()).containsExactly(documented());
            assertThat(vendor.calls()).hasSize(2);
        }

        @Test
        void mayHoldNoTenant() {
            vendor.fixture("tenant-seats/empty.json");
            assertThat(rows()).isEmpty();
            vendor.fixture("tenant-seats/empty-older.json");
            assertThat(rows()).isEmpty();
        }
    }

    @Nested
    class Counts {
        @Test
        void mayBeText() {
            vendor.fixture("tenant-seats/counts-as-text.json");
            assertThat(rows())
                    .containsExactly(new TenantSeats(
                            StubbedAvePoint.CUSTOMER,
                            new Tenant(DOCUMENTED, "TenantABC", TenantKind.MICROSOFT_365),
                            Quantity.of(24),
                            Quantity.of(25)));
            assertThat(vendor.calls()).hasSize(1);
        }

        @Test
        void thatAreMissingDifferFromZero() {
            vendor.fixture("tenant-seats/counts-not-reported.json");
            assertThat(rows())
                    .extracting(TenantSeats::assigned)
                    .containsExactly(
                            Quantity.unreported(),
                            Quantity.unreported(),
                            Quantity.unreported(),
                            Quantity.unreported(),
                            Quantity.of(0));
            assertThat(rows())
                    .extracting(TenantSeats::available)
                    .containsExactly(
                            Quantity.unreported(),
                            Quantity.unreported(),
                            Quantity.unreported(),
                            Quantity.unreported(),
                            Quantity.of(0));
            assertThat(vendor.drifts())
                    .contains(
                            "avepoint tenant-seats $.data[*].assignedUserSeat: no count",
                            "avepoint tenant-seats $.data[*].availableUserSeat: no count");
        }

        @Test
        void belowZeroShowOverAssignmentOrAreReportedAsDrift() {
            vendor.fixture("tenant-seats/counts-negative.json");
            assertThat(rows())
                    .extracting(TenantSeats::assigned, TenantSeats::available)
                    .containsExactly(
                            tuple(Quantity.of(28), Quantity.of(-3)),
                            tuple(Quantity.unreported(), Quantity.of(25)),
                            tuple(Quantity.of(25), Quantity.of(25)));
            assertThat(vendor.drifts())
                    .containsExactly("avepoint tenant-seats $.data[*].assignedUserSeat: a negative count");
        }

        @Test
        void withAFractionAreMalformed() {
            vendor.fixture("tenant-seats/count-with-fraction.json");
            VendorException failure = Await.failure(seats(AvePointApiVersion.CURRENT));
            assertThat(failure)
                    .hasMessage("avepoint tenant-seats: MALFORMED_ANSWER: at $.data[1].assignedUserSeat: "
                            + "not a whole number (correlation rq-7)");
        }
    }

    @Nested
    class Types {
        @Test
        void areDecodedOrReportedAsDrift() {
            vendor.fixture("tenant-seats/types.json");
            assertThat(rows())
                    .extracting(seats -> seats.tenant().kind())
                    .containsExactly(
                            TenantKind.MICROSOFT_365,
                            TenantKind.MICROSOFT_365,
                            TenantKind.MICROSOFT_365,
                            TenantKind.MICROSOFT_365,
                            TenantKind.MICROSOFT_365,
                            TenantKind.UNKNOWN);
            assertThat(vendor.drifts())
                    .containsExactly(
                            "avepoint tenant-seats $.data[*].type: missing",
                            "avepoint tenant-seats $.data[*].type: an unknown code");
        }

        @Test
        void otherThanTheRequestedTypeEndTheListing() {
            vendor.respond(
                    200,
                    "{\"data\":[{\"type\":0,\"tenantId\":\"a\",\"assignedUserSeat\":1},"
                            + "{\"type\":2,\"tenantId\":\"b\",\"assignedUserSeat\":1}],\"metadata\":{\"totalCount\":2}}");
            ListingResult<Observed<TenantSeats>> listing = Await.listing(seats(AvePointApiVersion.CURRENT));
            assertThat(Await.values(listing))
                    .extracting(seats -> seats.tenant().id())
                    .containsExactly(new TenantId("a"));
            assertThat(listing.failure().orElseThrow())
                    .hasMessageContaining(
                            "MALFORMED_ANSWER: at $.data[1].type: the tenant type differs from the requested type");
        }
    }

    @Nested
    class RowsOfOneTenant {
        private String row(String id, int assigned) {
            return "{\"type\":0,\"tenantId\":\"" + id
                    + "\",\"tenantName\":\"n\",\"availableUserSeat\":0,\"assignedUserSeat\":" + assigned + "}";
        }

        private ListingResult<Observed<TenantSeats>> listing(AvePointApiVersion api, String... rows) {
            String data = "[" + String.join(",", rows) + "]";
            vendor.respond(
                    200,
                    api == AvePointApiVersion.OLDER
                            ? data
                            : "{\"data\":" + data + ",\"metadata\":{\"totalCount\":2,\"pageSize\":50}}");
            return Await.listing(seats(api));
        }

        @Test
        void areBothDeliveredIfTheyDifferAndMakeTheListingIncomplete() {
            ListingResult<Observed<TenantSeats>> listing =
                    listing(AvePointApiVersion.CURRENT, row("t1", 10), row("t1", 20), row("t2", 5));
            assertThat(Await.values(listing))
                    .extracting(seats -> seats.tenant().id() + " " + seats.assigned())
                    .containsExactly("t1 10", "t1 20", "t2 5");
            assertThat(listing.failure().orElseThrow())
                    .hasMessageContaining("INCOMPLETE_LISTING: t1 came more than once, with different content");
        }

        @Test
        void areOneRowInEachSpellingOfTheId() {
            String id = "aaaaaaaa-1111-4111-8111-111111111111";
            ListingResult<Observed<TenantSeats>> listing = listing(
                    AvePointApiVersion.CURRENT,
                    row(id, 10),
                    row("{" + id.toUpperCase(Locale.ROOT) + "}", 10),
                    row("t2", 5));
            assertThat(listing.rows()).hasSize(2);
            assertThat(listing.complete()).isTrue();
        }

        @Test
        void withTheEmptyGuidAreSkipped() {
            String empty = "00000000-0000-0000-0000-000000000000";
            ListingResult<Observed<TenantSeats>> listing =
                    listing(AvePointApiVersion.CURRENT, row(empty, 10), row("t2", 5));
            assertThat(Await.values(listing))
                    .extracting(seats -> seats.tenant().id())
                    .containsExactly(new TenantId("t2"));
            assertThat(listing.failure().orElseThrow()).hasMessageContaining("at $.data[0].tenantId: missing");
        }
    }

    @Nested
    class WithoutContent {
        @ParameterizedTest
        @EnumSource
        void areNoRows(AvePointApiVersion api) {
            vendor.respond(204, "");
            assertThat(Await.rows(seats(api))).isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void areNoCustomers(AvePointApiVersion api) {
            vendor.respond(204, "");
            assertThat(Await.rows(vendor.connect(api).customers().all())).isEmpty();
        }
    }

    @Nested
    class BrokenResponses {
        @Test
        void withARowWithoutAnIdAreIncomplete() {
            vendor.fixture("tenant-seats/tenant-id-missing.json");
            ListingResult<Observed<TenantSeats>> listing = Await.listing(seats(AvePointApiVersion.CURRENT));
            assertThat(Await.values(listing))
                    .extracting(TenantSeats::tenant)
                    .containsExactly(
                            new Tenant(new TenantId("in-order"), null, TenantKind.MICROSOFT_365),
                            new Tenant(new TenantId("behind"), null, TenantKind.MICROSOFT_365));
            assertThat(listing.failure().orElseThrow())
                    .hasMessage("avepoint tenant-seats: MALFORMED_ANSWER: at $.data[1].tenantId: missing "
                            + "(correlation rq-7)");
        }

        @Test
        void withFewerRowsThanTheTotalAreIncomplete() {
            vendor.fixture("tenant-seats/rows-promised.json");
            ListingResult<Observed<TenantSeats>> listing = Await.listing(seats(AvePointApiVersion.CURRENT));
            assertThat(Await.values(listing)).containsExactly(documented());
            assertThat(listing.failure().orElseThrow().kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
            assertThat(listing.failure().orElseThrow())
                    .hasMessage("avepoint tenant-seats: INCOMPLETE_LISTING: the vendor promised 2 rows and served 1 "
                            + "(correlation rq-7)");
        }

        @Test
        void withoutRowsAreMalformed() {
            vendor.fixture("tenant-seats/data-missing.json");
            assertThat(Await.failure(seats(AvePointApiVersion.CURRENT)))
                    .hasMessage("avepoint tenant-seats: MALFORMED_ANSWER: at $.data: no list of rows "
                            + "(correlation rq-7)");
        }

        @Test
        void withANullRowAreMalformed() {
            vendor.fixture("tenant-seats/row-null.json");
            ListingResult<Observed<TenantSeats>> listing = Await.listing(seats(AvePointApiVersion.CURRENT));
            assertThat(listing.rows()).hasSize(1);
            assertThat(listing.failure().orElseThrow())
                    .hasMessage("avepoint tenant-seats: MALFORMED_ANSWER: at $.data[1]: null where a row is due "
                            + "(correlation rq-7)");
        }
    }

    @Nested
    class Requests {
        @Test
        void haveTheMaximumPageSizeAndAnEmptyFilter() {
            vendor.fixture("tenant-seats/documented.json");
            rows();
            assertThat(vendor.calls()).singleElement().satisfies(call -> {
                assertThat(call.getMethod().value()).isEqualTo("POST");
                assertThat(call.getUrl())
                        .isEqualTo("/partner/external/v3/general/customers/00427fbc-8832-46cf-a1d2-582fa46ec638"
                                + "/3rd-party-products/type/0/tenants/batch?pageIndex=1&pageSize=100");
                assertThat(call.getBodyAsString()).isEqualTo("{}");
                assertThat(call.getHeader("Authorization")).isEqualTo("Bearer opaque-or-jwt");
                assertThat(call.getHeader("Content-Type")).isEqualTo("application/json");
            });
        }

        @Test
        void haveTheTypeCodeInThePath() {
            vendor.fixture("tenant-seats/empty.json");
            List<TenantKind> kinds = List.of(
                    TenantKind.MICROSOFT_365, TenantKind.SALESFORCE, TenantKind.GOOGLE, TenantKind.DYNAMICS_365);
            AvePoint avePoint = vendor.connect();
            kinds.forEach(kind ->
                    Await.rows(avePoint.tenantSeats().seats(TenantSeatQuery.all(StubbedAvePoint.CUSTOMER, kind))));
            assertThat(vendor.calls())
                    .extracting(call -> call.getUrl().replaceAll(".*/type/([0-9]+)/.*", "$1"))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 4).mapToObj(String::valueOf).toList());
        }
    }
}
