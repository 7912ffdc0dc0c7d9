package dev.seatport.ports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerReadingTest {
    private static final Vendor ACME = new Vendor("acme");
    private static final CustomerId CUSTOMER = new CustomerId(ACME, "c1");
    private static final Instant NIGHT = Instant.parse("2026-11-01T02:00:00Z");

    private static VendorException failure() {
        return VendorException.builder(FailureKind.TIMED_OUT, ACME, "licenses", "no response: try again later")
                .build();
    }

    static Stream<LedgerReading> failedReadings() {
        VendorException failure = failure();
        return Stream.of(
                new LedgerReading.CustomerListingEnded(ACME, NIGHT, failure),
                new LedgerReading.TenantSeatsRead(CUSTOMER, TenantKind.MICROSOFT_365, List.of(), NIGHT, failure),
                new LedgerReading.PurchasedSeatsRead(
                        CUSTOMER, Product.unnamed(new ProductCode("1")), null, NIGHT, failure),
                new LedgerReading.LicensesRead(CUSTOMER, new TenantId("t1"), List.of(), NIGHT, failure));
    }

    @ParameterizedTest
    @MethodSource("failedReadings")
    void aFailedReadingNamesItsVendorTimeAndFailure(LedgerReading reading) {
        assertThat(reading.vendor()).isEqualTo(ACME);
        assertThat(reading.at()).isEqualTo(NIGHT);
        assertThat(reading.failure()).hasMessage(failure().getMessage());
    }

    @Test
    void aCustomerWasReadWhenItsResponseWasDecoded() {
        Customer customer = Customer.builder(CUSTOMER).build();
        LedgerReading reading = new LedgerReading.CustomerRead(
                new Observed<>(customer, new Provenance(ACME, "customers", NIGHT, null)));

        assertThat(reading.vendor()).isEqualTo(ACME);
        assertThat(reading.at()).isEqualTo(NIGHT);
        assertThat(reading.failure()).isNull();
    }

    @Test
    void aRunKeepsItsAccountsAndSuspects() {
        LedgerRun run = new LedgerRun(
                7, NIGHT, null, LedgerRun.Status.STARTED, "1.0", Map.of(ACME, "fingerprint"), Map.of(ACME, 12));

        assertThat(run.accounts()).isEqualTo(new RunStart("1.0", Map.of(ACME, "fingerprint")).accounts());
        assertThat(run.suspect()).containsExactly(Map.entry(ACME, 12));
    }

    @Test
    void aFailureOfTheLedgerHasAKindAndOneLine() {
        LedgerException failure = new LedgerException(LedgerException.Kind.BUSY, "run 7 records this account");

        assertThat(failure.kind()).isEqualTo(LedgerException.Kind.BUSY);
        assertThat(failure).hasMessage("run 7 records this account");
    }
}
