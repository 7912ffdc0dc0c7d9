package dev.seatport.application.ledger;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.ledger.LedgerLease;
import dev.seatport.ports.ledger.LedgerReading;
import dev.seatport.ports.ledger.LedgerRun;
import dev.seatport.ports.ledger.RunStart;
import dev.seatport.testkit.fake.InMemorySeatLedger;
import dev.seatport.testkit.wait.Await;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Ledger with the listings and purchased seats of one vendor. */
final class RecordedNights {
    static final Vendor ACME = new Vendor("acme");
    static final CustomerId CAFE = new CustomerId(ACME, "cafe");
    static final Product BACKUP = Product.unnamed(new ProductCode("2048"));

    private Instant now = Instant.EPOCH;
    private String account = "account-1";
    final InMemorySeatLedger ledger = new InMemorySeatLedger(() -> now);

    Instant now() {
        return now;
    }

    RecordedNights at(String time) {
        now = Instant.parse(time);
        return this;
    }

    RecordedNights account(String fingerprint) {
        account = fingerprint;
        return this;
    }

    /** Records a run at the present time and ends it at once. */
    LedgerRun record(LedgerReading... readings) {
        LedgerLease lease = Await.result(ledger.begin(new RunStart("1.0", Map.of(ACME, account))));
        Await.result(ledger.append(lease, List.of(readings)));
        return Await.result(
                ledger.finish(lease, Arrays.stream(readings).allMatch(reading -> reading.failure() == null)));
    }

    /** Records the same run at several times. */
    void recordAt(List<String> times, Runnable run) {
        times.forEach(time -> {
            at(time);
            run.run();
        });
    }

    LedgerReading seats(CustomerId customer, Quantity seats) {
        Provenance source = new Provenance(ACME, "product-seats", now, null);
        return new LedgerReading.PurchasedSeatsRead(
                customer, BACKUP, new Observed<>(new PurchasedSeats(customer, BACKUP, seats), source), now, null);
    }

    LedgerReading seats(long seats) {
        return seats(CAFE, Quantity.of(seats));
    }

    LedgerReading failed() {
        VendorException failure = VendorException.builder(FailureKind.TIMED_OUT, ACME, "product-seats", "no response")
                .build();
        return new LedgerReading.PurchasedSeatsRead(CAFE, BACKUP, null, now, failure);
    }

    LedgerReading customer(CustomerId id) {
        Customer customer =
                Customer.builder(id).organization("Name of " + id.value()).build();
        return new LedgerReading.CustomerRead(new Observed<>(customer, new Provenance(ACME, "customers", now, null)));
    }

    /** Returns a complete listing, in which each customer has 5 seats. */
    LedgerReading[] listing(CustomerId... customers) {
        List<LedgerReading> listing = new ArrayList<>();
        for (CustomerId customer : customers) {
            listing.add(customer(customer));
            listing.add(seats(customer, Quantity.of(5)));
        }
        listing.add(new LedgerReading.CustomerListingEnded(ACME, now, null));
        return listing.toArray(LedgerReading[]::new);
    }

    static CustomerId[] customers(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> new CustomerId(ACME, "customer-" + (100 + number)))
                .toArray(CustomerId[]::new);
    }
}
