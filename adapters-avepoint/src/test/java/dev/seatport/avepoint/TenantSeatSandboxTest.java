package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.seats.SeatStatusFilter;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import dev.seatport.sandbox.ReceivedRequest;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.testkit.wait.Await;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
class TenantSeatSandboxTest {
    private static final int TENANTS = 237;

    private SandboxedAvePoint vendor;
    private SimulatedCustomer largest;

    @BeforeAll
    void start() {
        vendor = SandboxedAvePoint.start(56, TENANTS);
        largest = vendor.fleet().customer(0);
    }

    @AfterEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    private TenantSeatSource seats(AvePointApiVersion api) {
        return vendor.connect(api).tenantSeats();
    }

    private TenantSeatQuery ofLargest() {
        return TenantSeatQuery.all(SandboxedAvePoint.id(largest), TenantKind.MICROSOFT_365);
    }

    private List<TenantSeats> truth() {
        return SandboxedAvePoint.seats(largest, TenantKind.MICROSOFT_365);
    }

    @Nested
    class AllTenants {
        @ParameterizedTest
        @EnumSource
        void matchTheFleetForEachCustomerAndKind(AvePointApiVersion api) {
            TenantSeatSource source = seats(api);
            for (SimulatedCustomer customer : vendor.fleet().customers()) {
                for (TenantKind kind : SandboxedAvePoint.KINDS) {
                    assertThat(Await.rows(source.seats(TenantSeatQuery.all(SandboxedAvePoint.id(customer), kind))))
                            .isEqualTo(SandboxedAvePoint.seats(customer, kind));
                }
            }
            assertThat(vendor.callListener().driftTexts()).allMatch(drift -> drift.endsWith(": no count"));
            assertThat(vendor.callListener().repeated()).isZero();
        }

        @ParameterizedTest
        @EnumSource
        void areInOrderInThreePages(AvePointApiVersion api) {
            assertThat(Await.rows(seats(api).seats(ofLargest())))
                    .hasSize(TENANTS)
                    .isEqualTo(truth());
            assertThat(vendor.calls())
                    .extracting(ReceivedRequest::query)
                    .containsExactly(
                            "pageIndex=1&pageSize=100", "pageIndex=2&pageSize=100", "pageIndex=3&pageSize=100");
            assertThat(vendor.calls()).extracting(ReceivedRequest::body).containsOnly("{}");
        }

        @ParameterizedTest
        @EnumSource
        void areCompleteIfTheServerServesSmallerPages(AvePointApiVersion api) {
            vendor.quirks(VendorQuirks.none().withMaxPageSize(20));
            assertThat(Await.rows(seats(api).seats(ofLargest()))).isEqualTo(truth());
            assertThat(vendor.calls()).hasSize(12);
        }

        @ParameterizedTest
        @EnumSource
        void areCompleteIfResponsesAreBareArrays(AvePointApiVersion api) {
            vendor.quirks(VendorQuirks.of(Quirk.BARE_ARRAYS).withMaxPageSize(20));
            assertThat(Await.rows(seats(api).seats(ofLargest()))).isEqualTo(truth());
            assertThat(vendor.calls()).hasSize(13);
        }

        @Test
        void areTheSameIfNumbersAreText() {
            vendor.quirks(VendorQuirks.of(Quirk.NUMBERS_AS_STRINGS));
            assertThat(Await.rows(seats(AvePointApiVersion.CURRENT).seats(ofLargest())))
                    .isEqualTo(truth());
        }
    }

    @Nested
    class TenantFilter {
        private TenantSeatQuery filtered() {
            return ofLargest()
                    .forTenants(Stream.of(230, 3, 117)
                            .map(index -> truth().get(index).tenant().id())
                            .toList());
        }

        private List<TenantSeats> filteredTruth() {
            return List.of(truth().get(3), truth().get(117), truth().get(230));
        }

        @Test
        void isSentOnTheCurrentApi() {
            assertThat(Await.rows(seats(AvePointApiVersion.CURRENT).seats(filtered())))
                    .isEqualTo(filteredTruth());
            assertThat(vendor.calls())
                    .extracting(ReceivedRequest::body)
                    .containsExactly("{\"tenantIds\":["
                            + String.join(
                                    ",",
                                    filtered().tenants().stream()
                                            .map(tenant -> '"' + tenant.value() + '"')
                                            .toList())
                            + "]}");
        }

        @ParameterizedTest
        @EnumSource
        void isAppliedByTheAdapterIfTheServerIgnoresIt(AvePointApiVersion api) {
            vendor.quirks(VendorQuirks.of(Quirk.IGNORED_TENANT_FILTER));
            assertThat(Await.rows(seats(api).seats(filtered()))).isEqualTo(filteredTruth());
            assertThat(vendor.calls()).hasSize(3);
        }

        @Test
        void isNotSentOnTheOlderApi() {
            assertThat(Await.rows(seats(AvePointApiVersion.OLDER).seats(filtered())))
                    .isEqualTo(filteredTruth());
            assertThat(vendor.calls()).extracting(ReceivedRequest::body).containsOnly("{}");
        }

        @ParameterizedTest
        @EnumSource
        void ignoresTheLetterCaseOfIds(AvePointApiVersion api) {
            TenantSeats wanted = truth().get(5);
            TenantId upperCase = new TenantId(wanted.tenant().id().value().toUpperCase(Locale.ROOT));
            assertThat(Await.rows(seats(api).seats(ofLargest().forTenants(List.of(upperCase)))))
                    .containsExactly(wanted);
        }
    }

    @Nested
    class StatusOfSeats {
        @ParameterizedTest
        @CsvSource({"AVAILABLE, 0", "ASSIGNED, 1"})
        void isSentOnTheOlderApi(SeatStatusFilter status, int code) {
            assertThat(Await.rows(
                            seats(AvePointApiVersion.OLDER).seats(ofLargest().forSeats(status))))
                    .isEqualTo(truth());
            assertThat(vendor.calls())
                    .extracting(ReceivedRequest::body)
                    .containsOnly("{\"licenseAssignedStatus\":" + code + "}");
        }

        @ParameterizedTest
        @EnumSource
        void isRejectedOnTheCurrentApiWithoutARequest(SeatStatusFilter status) {
            VendorException failure = Await.failure(
                    seats(AvePointApiVersion.CURRENT).seats(ofLargest().forSeats(status)));
            assertThat(failure)
                    .hasMessage("avepoint tenant-seats: INVALID_REQUEST: the current API has no filter by seat status; "
                            + "use the older API");
            assertThat(vendor.requests()).isEmpty();
        }
    }

    @Nested
    class Failures {
        @ParameterizedTest
        @CsvSource({"403, PERMISSION_DENIED", "404, NOT_FOUND", "429, RATE_LIMITED", "500, UNAVAILABLE"})
        void haveTheKindOfTheirHttpStatus(int status, FailureKind kind) {
            vendor.fail(status, RequestMatcher.all().ofCustomer(largest.avePointId()));
            VendorException failure =
                    Await.failure(seats(AvePointApiVersion.CURRENT).seats(ofLargest()));
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.status()).hasValue(status);
            assertThat(failure.correlationId().orElse("")).startsWith("rq-");
            assertThat(failure.missingScope().orElse("none"))
                    .isEqualTo(status == 403 ? "elements.license.read.all" : "none");
        }
    }
}
