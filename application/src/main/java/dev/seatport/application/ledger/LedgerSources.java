package dev.seatport.application.ledger;

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
import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.ledger.LedgerReading;
import dev.seatport.ports.ledger.SeatLedger;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import dev.seatport.ports.seats.PurchasedSeatSource;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ports that return what vendors had answered at a past moment, from a ledger. A review over them is a review of that moment, also with
 * another policy. No vendor is called.
 *
 * <p>A reading that failed fails with its exception again, and without the rows before the failure, which a ledger does not keep. A part
 * that was never recorded fails with {@code UNAVAILABLE}. A customer that the vendor did not list at the moment fails with
 * {@code NOT_FOUND}. If the ledger itself fails, the port fails with a {@link LedgerException}. Immutable and thread-safe.
 */
public final class LedgerSources {
    private final SeatLedger ledger;
    private final Instant moment;

    private LedgerSources(SeatLedger ledger, Instant moment) {
        this.ledger = Objects.requireNonNull(ledger, "ledger");
        this.moment = Objects.requireNonNull(moment, "moment");
    }

    /** Returns the sources of a moment. Readings up to this moment count, inclusive. */
    public static LedgerSources asOf(SeatLedger ledger, Instant moment) {
        return new LedgerSources(ledger, moment);
    }

    /** Returns the ports of a seat vendor. */
    public SeatVendorPorts seats(Vendor vendor) {
        RecordedVendor recorded = new RecordedVendor(vendor);
        return new SeatVendorPorts(vendor, recorded, recorded, recorded);
    }

    /** Returns the ports of a license vendor. */
    public LicenseVendorPorts licenses(Vendor vendor) {
        RecordedVendor recorded = new RecordedVendor(vendor);
        return new LicenseVendorPorts(vendor, recorded, recorded);
    }

    /** Ports of one vendor. */
    private final class RecordedVendor
            implements CustomerDirectory, TenantSeatSource, PurchasedSeatSource, LicenseConsumptionSource {
        private final Vendor vendor;

        RecordedVendor(Vendor vendor) {
            this.vendor = Objects.requireNonNull(vendor, "vendor");
        }

        @Override
        public CompletionStage<Observed<Customer>> find(CustomerId id) {
            return customer(id).subscribeAsCompletionStage();
        }

        private Uni<Observed<Customer>> customer(CustomerId id) {
            return reading(id, Dataset.CUSTOMERS, LedgerReading.CustomerRead.class, read -> true)
                    .map(read -> {
                        if (read == null) {
                            throw failure(
                                    FailureKind.NOT_FOUND,
                                    Dataset.CUSTOMERS,
                                    "the vendor did not list it at " + moment);
                        }
                        return read.customer();
                    });
        }

        @Override
        public Flow.Publisher<Observed<Customer>> all() {
            return Multi.createFrom()
                    .publisher(ledger.customers(vendor, moment))
                    .onFailure(failure -> failure instanceof LedgerException refused
                            && refused.kind() == LedgerException.Kind.NOT_FOUND)
                    .transform(failure -> unrecorded(Dataset.CUSTOMERS, "the customers of " + vendor + " were"));
        }

        /** Returns an unreported count: the listing has it. */
        @Override
        public CompletionStage<Quantity> count() {
            return CompletableFuture.completedFuture(Quantity.unreported());
        }

        /** Returns 0: no request is sent. */
        @Override
        public CompletionStage<Long> suspectResponseCount() {
            return CompletableFuture.completedFuture(0L);
        }

        @Override
        public Flow.Publisher<Observed<TenantSeats>> seats(TenantSeatQuery query) {
            return rows(() -> query.status().isPresent()
                    ? Uni.createFrom().failure(unsupportedStatus())
                    : complete(
                                    query.customer(),
                                    Dataset.TENANT_SEATS,
                                    LedgerReading.TenantSeatsRead.class,
                                    read -> read.kind() == query.kind(),
                                    "the seats of this kind of tenant were")
                            .map(read -> read.rows().stream()
                                    .filter(row -> query.tenants().isEmpty()
                                            || query.tenants()
                                                    .contains(
                                                            row.value().tenant().id()))
                                    .toList()));
        }

        private VendorException unsupportedStatus() {
            return failure(
                    FailureKind.INVALID_REQUEST,
                    Dataset.TENANT_SEATS,
                    "a ledger cannot filter seats by their status: leave the status out");
        }

        @Override
        public CompletionStage<Observed<PurchasedSeats>> seats(CustomerId customer, Product product) {
            return complete(
                            customer,
                            Dataset.PRODUCT_SEATS,
                            LedgerReading.PurchasedSeatsRead.class,
                            read -> read.product().code().equals(product.code()),
                            "the seats of " + product.label() + " were")
                    .map(LedgerReading.PurchasedSeatsRead::seats)
                    .onItem()
                    .ifNull()
                    .failWith(() -> failure(
                            FailureKind.NOT_FOUND,
                            Dataset.PRODUCT_SEATS,
                            "the customer did not have " + product.label() + " at " + moment))
                    .map(seats -> new Observed<>(
                            new PurchasedSeats(
                                    seats.value().customer(),
                                    product,
                                    seats.value().purchased(),
                                    seats.value().countMissing()),
                            seats.provenance()))
                    .subscribeAsCompletionStage();
        }

        @Override
        public Flow.Publisher<Observed<LicenseConsumption>> consumption(CustomerId customer, TenantId tenant) {
            return rows(() -> complete(
                            customer,
                            Dataset.LICENSES,
                            LedgerReading.LicensesRead.class,
                            read -> read.tenant().equals(tenant),
                            "the licenses of this tenant were")
                    .map(LedgerReading.LicensesRead::rows));
        }

        /** Returns the rows of a reading. The ledger is read when the subscriber requests the first row. */
        private <T> Flow.Publisher<Observed<T>> rows(Supplier<Uni<? extends List<Observed<T>>>> reading) {
            return Uni.createFrom()
                    .deferred(reading)
                    .toMulti()
                    .onItem()
                    .transformToMultiAndConcatenate(rows -> Multi.createFrom().iterable(rows));
        }

        /**
         * Returns a complete reading.
         *
         * @param subject the subject of the message about a missing reading, with its verb
         */
        private <R extends LedgerReading> Uni<R> complete(
                CustomerId customer, Dataset dataset, Class<R> type, Predicate<R> filter, String subject) {
            return reading(customer, dataset, type, filter).chain(read -> {
                if (read == null) {
                    return customer(customer).chain(listed -> Uni.createFrom().failure(unrecorded(dataset, subject)));
                }
                VendorException failure = read.failure();
                return failure == null
                        ? Uni.createFrom().item(read)
                        : Uni.createFrom().failure(failure);
            });
        }

        /** Returns the reading that matches, or {@code null} if none was recorded. */
        private <R extends LedgerReading> Uni<@Nullable R> reading(
                CustomerId customer, Dataset dataset, Class<R> type, Predicate<R> filter) {
            if (!customer.vendor().equals(vendor)) {
                return Uni.createFrom()
                        .failure(failure(
                                FailureKind.INVALID_REQUEST,
                                dataset,
                                "a customer id of " + customer.vendor() + " is not valid here"));
            }
            return Uni.createFrom()
                    .completionStage(() -> ledger.readings(customer, dataset, moment))
                    .map(readings -> readings.stream()
                            .filter(type::isInstance)
                            .map(type::cast)
                            .filter(filter)
                            .findFirst()
                            .orElse(null));
        }

        private VendorException unrecorded(Dataset dataset, String subject) {
            return failure(
                    FailureKind.UNAVAILABLE,
                    dataset,
                    subject + " not recorded up to " + moment + ": choose a later moment, or record them from now on");
        }

        private VendorException failure(FailureKind kind, Dataset dataset, String explanation) {
            return VendorException.builder(kind, vendor, dataset.label(), explanation)
                    .build();
        }
    }
}
