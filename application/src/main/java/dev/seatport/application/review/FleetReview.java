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
import org.jspecify.annotations.Nullable;

/**
 * Use case: reviews every customer of the seat vendor, and joins the licenses of its Microsoft 365 tenants from the license
 * vendor.
 *
 * <p>A review first lists the license vendor's customers and builds an index of their tenants. It then loads the seat
 * vendor's customers, several at a time, and publishes them in the order of the listing. Apart from that index, which takes
 * less than 600 bytes a tenant, memory does not grow with the number of customers.
 *
 * <p>Immutable and thread-safe: one instance can run any number of reviews at once. Does not block and starts no threads.
 * Signals arrive on the threads of the adapters.
 */
public final class FleetReview implements SeatReview {
    private final SeatVendorPorts seats;
    private final @Nullable LicenseVendorPorts licenses;
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

    /** Returns a builder for a seat vendor and a license vendor. */
    public static Builder builder(SeatVendorPorts seats, LicenseVendorPorts licenses) {
        return new Builder(seats, Objects.requireNonNull(licenses, "licenses"));
    }

    /**
     * Returns a builder for a seat vendor without a license vendor. The review compares purchased seats with assigned seats. It
     * reads no licenses, has no finding about them, and reports the licenses as unread and not as missing.
     */
    public static Builder builder(SeatVendorPorts seats) {
        return new Builder(seats, null);
    }

    /**
     * {@inheritDoc}
     *
     * <p>If the listing of the license vendor's customers is incomplete, the review reports no tenant as unknown to that
     * vendor. Each customer with a tenant that is not in the listing has a gap. If the seat vendor's listing breaks off,
     * the listed customers are reviewed. In both cases {@link ReviewEvent.Finished} has a gap that belongs to no customer. It
     * has one too if responses may belong to other requests
     * ({@link dev.seatport.ports.customers.CustomerDirectory#suspectResponseCount}).
     */
    @Override
    public Flow.Publisher<ReviewEvent> review(ReviewRequest request) {
        Objects.requireNonNull(request, "request");
        Multi<ReviewEvent> started = Multi.createFrom()
                .deferred(() -> customerCount(request)
                        .map(customers -> (ReviewEvent) new ReviewEvent.Started(customers))
                        .toMulti());
        Multi<ReviewEvent> reviewed = Multi.createFrom()
                .deferred(() -> MisroutedResponseCounts.of(seats, licenses)
                        .chain(suspectAtStart ->
                                tenantIndex().map(index -> new FleetReviewRun(this, request, index, suspectAtStart)))
                        .toMulti()
                        .onItem()
                        .transformToMultiAndConcatenate(FleetReviewRun::events));
        return Multi.createBy().concatenating().streams(started, reviewed);
    }

    private Uni<TenantIndex> tenantIndex() {
        return licenses == null
                ? Uni.createFrom().item(TenantIndex::unread)
                : TenantIndex.of(licenses.vendor(), licenses.customers());
    }

    /** A failed count is not a gap, because it only serves a progress display. */
    private Uni<Quantity> customerCount(ReviewRequest request) {
        return request.customers().isEmpty()
                ? Uni.createFrom()
                        .completionStage(() -> seats.customers().count())
                        .onFailure(VendorException.class)
                        .recoverWithItem(Quantity.unreported())
                : Uni.createFrom().item(Quantity.of(request.customers().size()));
    }

    SeatVendorPorts seats() {
        return seats;
    }

    /** Returns the license vendor; {@code null} if the review reads no licenses. */
    @Nullable
    LicenseVendorPorts licenses() {
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

    /** Builder of a review. Not thread-safe. */
    public static final class Builder {
        private static final int DEFAULT_CONCURRENCY = 16;
        private static final int DEFAULT_ROWS_PER_CUSTOMER = 20_000;

        private final SeatVendorPorts seats;
        private final @Nullable LicenseVendorPorts licenses;
        private InstantSource clock = InstantSource.system();
        private ZoneId zone = ZoneOffset.UTC;
        private int concurrency = DEFAULT_CONCURRENCY;
        private int rowsPerCustomer = DEFAULT_ROWS_PER_CUSTOMER;

        private Builder(SeatVendorPorts seats, @Nullable LicenseVendorPorts licenses) {
            this.seats = Objects.requireNonNull(seats, "seats");
            this.licenses = licenses;
        }

        /** Sets the clock for the time of events and for today's date. Default: the system clock. */
        public Builder clock(InstantSource source) {
            this.clock = Objects.requireNonNull(source, "clock");
            return this;
        }

        /** Sets the time zone of today's date, which decides which exclusions are in force. Default: UTC. */
        public Builder zone(ZoneId timeZone) {
            this.zone = Objects.requireNonNull(timeZone, "zone");
            return this;
        }

        /**
         * Sets the maximum number of customers that load at the same time. Default: 16.
         *
         * @throws IllegalArgumentException if {@code maxCustomers} is less than 1
         */
        public Builder concurrency(int maxCustomers) {
            if (maxCustomers < 1) {
                throw new IllegalArgumentException("concurrency must be at least 1 customer, not " + maxCustomers);
            }
            this.concurrency = maxCustomers;
            return this;
        }

        /**
         * Sets the maximum number of rows of seats and licenses of one customer. A customer with more rows keeps the first
         * ones and has a gap {@code ANSWER_TOO_LARGE}. Default: 20,000.
         *
         * @throws IllegalArgumentException if {@code rowsPerCustomer} is less than 1
         */
        public Builder rowsPerCustomer(int rowsPerCustomer) {
            if (rowsPerCustomer < 1) {
                throw new IllegalArgumentException("rowsPerCustomer must be at least 1, not " + rowsPerCustomer);
            }
            this.rowsPerCustomer = rowsPerCustomer;
            return this;
        }

        public FleetReview build() {
            return new FleetReview(this);
        }
    }
}
