package dev.seatport.application.review;

import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.ports.review.SeatReview;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * Use case: reviews every customer of the vendor of the seats, and joins to each the licenses of its Microsoft 365
 * tenants at the vendor of the licenses.
 *
 * <p>First the license vendor's customers are listed once, to know where each tenant is kept; then the seat vendor's
 * customers are read, several at a time, and told in the order of their listing. Beyond that index, of less than 600 bytes a
 * tenant, memory does not grow with the fleet.
 *
 * <p>Immutable; one instance may serve any number of reviews at once. Nothing blocks, and no thread is started: signals
 * arrive on the threads of the adapters.
 */
public final class FleetReview implements SeatReview {
    private final SeatSources seats;
    private final LicenseSources licenses;
    private final InstantSource clock;
    private final ZoneId zone;
    private final int concurrency;
    private final int rowsPerCustomer;

    private FleetReview(Builder builder) {
        this.seats = builder.seats;
        this.licenses = builder.licenses;
        this.clock = builder.clock;
        this.zone = builder.zone;
        this.concurrency = builder.concurrency;
        this.rowsPerCustomer = builder.rowsPerCustomer;
    }

    /** Begins a review of the one vendor's seats beside the other's licenses. */
    public static Builder builder(SeatSources seats, LicenseSources licenses) {
        return new Builder(seats, licenses);
    }

    /**
     * {@inheritDoc}
     *
     * <p>If the license vendor's customers cannot be listed in full, no tenant is said to be unknown to it, each customer
     * with a tenant that was not seen has a gap, and {@link ReviewEvent.Finished} a gap of no customer. If the seat
     * vendor's listing breaks off, what was listed is reviewed, and {@code Finished} has a gap of no customer too. So it has if
     * answers may have been made for other questions ({@link dev.seatport.ports.customers.CustomerDirectory#suspectResponseCount}).
     */
    @Override
    public Flow.Publisher<ReviewEvent> review(ReviewRequest request) {
        Objects.requireNonNull(request, "request");
        Multi<ReviewEvent> started = Multi.createFrom()
                .deferred(() -> expected(request)
                        .map(customers -> (ReviewEvent) new ReviewEvent.Started(customers))
                        .toMulti());
        Multi<ReviewEvent> reviewed = Multi.createFrom()
                .deferred(() -> SuspectResponseCounts.of(seats.customers(), licenses.customers())
                        .chain(before -> TenantIndex.of(licenses.vendor(), licenses.customers())
                                .map(index -> new FleetReviewRun(this, request, index, before)))
                        .toMulti()
                        .onItem()
                        .transformToMultiAndConcatenate(FleetReviewRun::events));
        return Multi.createBy().concatenating().streams(started, reviewed);
    }

    /** A count that cannot be had spoils nothing: it only tells how far the review is. */
    private Uni<Quantity> expected(ReviewRequest request) {
        return request.customers().isEmpty()
                ? Uni.createFrom()
                        .completionStage(() -> seats.customers().count())
                        .onFailure(VendorException.class)
                        .recoverWithItem(Quantity.unreported())
                : Uni.createFrom().item(Quantity.of(request.customers().size()));
    }

    SeatSources seats() {
        return seats;
    }

    LicenseSources licenses() {
        return licenses;
    }

    InstantSource clock() {
        return clock;
    }

    int concurrency() {
        return concurrency;
    }

    int rowsPerCustomer() {
        return rowsPerCustomer;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Collects how a fleet is reviewed; what is not set keeps its default. */
    public static final class Builder {
        private static final int DEFAULT_CONCURRENCY = 16;
        private static final int DEFAULT_ROWS_PER_CUSTOMER = 20_000;

        private final SeatSources seats;
        private final LicenseSources licenses;
        private InstantSource clock = InstantSource.system();
        private ZoneId zone = ZoneOffset.UTC;
        private int concurrency = DEFAULT_CONCURRENCY;
        private int rowsPerCustomer = DEFAULT_ROWS_PER_CUSTOMER;

        private Builder(SeatSources seats, LicenseSources licenses) {
            this.seats = Objects.requireNonNull(seats, "seats");
            this.licenses = Objects.requireNonNull(licenses, "licenses");
        }

        /** What time it is. Default: the system's clock. */
        public Builder clock(InstantSource source) {
            this.clock = Objects.requireNonNull(source, "clock");
            return this;
        }

        /** Where the day begins that exclusions are in force on. Default: UTC. */
        public Builder zone(ZoneId zoneOfToday) {
            this.zone = Objects.requireNonNull(zoneOfToday, "zone");
            return this;
        }

        /**
         * How many customers are read at once. Default: 16.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder concurrency(int customersAtOnce) {
            if (customersAtOnce < 1) {
                throw new IllegalArgumentException("at least one customer must be read at a time");
            }
            this.concurrency = customersAtOnce;
            return this;
        }

        /**
         * How many rows of seats and licenses are kept of one customer. Beyond them the customer has a gap
         * {@code ANSWER_TOO_LARGE}; all else stays. Default: 20,000.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder rowsPerCustomer(int maxRows) {
            if (maxRows < 1) {
                throw new IllegalArgumentException("at least one row of a customer must be kept");
            }
            this.rowsPerCustomer = maxRows;
            return this;
        }

        public FleetReview build() {
            return new FleetReview(this);
        }
    }
}
