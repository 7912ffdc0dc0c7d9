package dev.seatport.application.ledger;

import dev.seatport.application.internal.FlatMapSequential;
import dev.seatport.application.ledger.RecordedListing.ReadingFactory;
import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.ledger.LedgerReading;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import dev.seatport.ports.seats.PurchasedSeatSource;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Decorator of ports that records each answer of a vendor as one reading of a run. A call completes after its answer, when the ledger
 * has room for the next reading, so the ledger limits the speed of the run. If an append to the ledger fails, all later calls fail with
 * its exception. Both roles may be of one vendor. Thread-safe; {@link RecordingReview} creates it.
 *
 * <p>A listing that the subscriber cancels is recorded as a failed reading, because its rows are incomplete. Queries for some tenants or
 * for seats of one status are not recorded.
 */
public final class LedgerRecorder {
    /** Customers whose readings wait for room. Also the demand in advance, so that a listing loads its next page in time. */
    private static final int MAX_CUSTOMERS_IN_FLIGHT = 64;

    private final ReadingBuffer buffer;
    private final InstantSource clock;

    LedgerRecorder(ReadingBuffer buffer, InstantSource clock) {
        this.buffer = buffer;
        this.clock = clock;
    }

    /** Returns the ports of a seat vendor with recording. */
    public SeatVendorPorts recording(SeatVendorPorts ports) {
        TenantSeatSource tenantSeats = ports.tenantSeats();
        PurchasedSeatSource productSeats = ports.productSeats();
        return new SeatVendorPorts(
                ports.vendor(),
                new RecordedDirectory(ports.vendor(), ports.customers()),
                query -> seats(tenantSeats, query),
                (customer, product) -> purchased(productSeats, customer, product));
    }

    /** Returns the ports of a license vendor with recording. */
    public LicenseVendorPorts recording(LicenseVendorPorts ports) {
        LicenseConsumptionSource licenses = ports.consumption();
        return new LicenseVendorPorts(
                ports.vendor(),
                new RecordedDirectory(ports.vendor(), ports.customers()),
                (customer, tenant) -> consumption(licenses, customer, tenant));
    }

    private Uni<Void> add(LedgerReading reading) {
        return Uni.createFrom().completionStage(() -> buffer.add(reading));
    }

    private Flow.Publisher<Observed<TenantSeats>> seats(TenantSeatSource source, TenantSeatQuery query) {
        Flow.Publisher<Observed<TenantSeats>> rows = source.seats(query);
        CustomerId customer = query.customer();
        return query.equals(TenantSeatQuery.all(customer, query.kind()))
                ? recorded(
                        rows,
                        customer.vendor(),
                        Dataset.TENANT_SEATS,
                        (read, failure) -> new LedgerReading.TenantSeatsRead(
                                customer, query.kind(), read, clock.instant(), failure))
                : rows;
    }

    private Flow.Publisher<Observed<LicenseConsumption>> consumption(
            LicenseConsumptionSource source, CustomerId customer, TenantId tenant) {
        return recorded(
                source.consumption(customer, tenant),
                customer.vendor(),
                Dataset.LICENSES,
                (read, failure) -> new LedgerReading.LicensesRead(customer, tenant, read, clock.instant(), failure));
    }

    private CompletionStage<Observed<PurchasedSeats>> purchased(
            PurchasedSeatSource source, CustomerId customer, Product product) {
        return Uni.createFrom()
                .completionStage(source.seats(customer, product))
                .onItem()
                .call(seats ->
                        add(new LedgerReading.PurchasedSeatsRead(customer, product, seats, clock.instant(), null)))
                .onFailure(VendorException.class)
                .recoverWithUni(failure -> add(new LedgerReading.PurchasedSeatsRead(
                                customer, product, null, clock.instant(), incomplete(failure)))
                        .chain(() -> Uni.createFrom().failure(failure)))
                .subscribeAsCompletionStage();
    }

    /** A customer without the product is a complete reading. */
    private static @Nullable VendorException incomplete(VendorException failure) {
        return failure.kind() == FailureKind.NOT_FOUND ? null : failure;
    }

    /** Records the rows of a listing when it ends. A new reading starts with each subscription. */
    private <T> Flow.Publisher<Observed<T>> recorded(
            Flow.Publisher<Observed<T>> listing, Vendor vendor, Dataset dataset, ReadingFactory<T> readings) {
        return new RecordedListing<>(listing, buffer, readings, rows -> cancelled(vendor, dataset, rows));
    }

    private static VendorException cancelled(Vendor vendor, Dataset dataset, int rows) {
        return VendorException.builder(
                        FailureKind.ANSWER_TOO_LARGE,
                        vendor,
                        dataset.label(),
                        "the review stopped reading after " + rows
                                + " rows, so none of them was recorded: raise rows-per-customer")
                .build();
    }

    /** Directory that records each customer, and the end of each listing. */
    private final class RecordedDirectory implements CustomerDirectory {
        private final Vendor vendor;
        private final CustomerDirectory directory;

        RecordedDirectory(Vendor vendor, CustomerDirectory directory) {
            this.vendor = vendor;
            this.directory = directory;
        }

        @Override
        public CompletionStage<Observed<Customer>> find(CustomerId id) {
            return Uni.createFrom()
                    .completionStage(directory.find(id))
                    .onItem()
                    .call(customer -> add(new LedgerReading.CustomerRead(customer)))
                    .subscribeAsCompletionStage();
        }

        @Override
        public Flow.Publisher<Observed<Customer>> all() {
            Flow.Publisher<Observed<Customer>> customers = new FlatMapSequential<>(
                    directory.all(),
                    MAX_CUSTOMERS_IN_FLIGHT,
                    customer -> add(new LedgerReading.CustomerRead(customer)).replaceWith(customer));
            return Multi.createFrom()
                    .publisher(customers)
                    .onCompletion()
                    .call(() -> add(ended(null)))
                    .onFailure(VendorException.class)
                    .recoverWithMulti(failure -> add(ended((VendorException) failure))
                            .onItem()
                            .transformToMulti(nothing -> Multi.createFrom().<Observed<Customer>>failure(failure)));
        }

        private LedgerReading ended(@Nullable VendorException failure) {
            return new LedgerReading.CustomerListingEnded(vendor, clock.instant(), failure);
        }

        @Override
        public boolean findReadsListing() {
            return directory.findReadsListing();
        }

        @Override
        public CompletionStage<Quantity> count() {
            return directory.count();
        }

        @Override
        public CompletionStage<Long> suspectResponseCount() {
            return directory.suspectResponseCount();
        }
    }
}
