package dev.seatport.application.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Source;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Review;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Product;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.SeatReview;
import io.smallrye.mutiny.Multi;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * Use case: reviews every customer of the vendor of the seats, and joins to each the licenses of its Microsoft 365
 * tenants at the vendor of the licenses.
 *
 * <p>First the license vendor's customers are listed once, to know where each tenant is kept; then the seat vendor's
 * customers are read, several at a time, and told in the order of their listing. Beyond that index and the gaps, memory
 * does not grow with the fleet.
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

    private FleetReview(Builder builder) {
        this.seats = builder.seats;
        this.licenses = builder.licenses;
        this.clock = builder.clock;
        this.zone = builder.zone;
        this.concurrency = builder.concurrency;
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
     * vendor's listing breaks off, what was listed is reviewed, and {@code Finished} has a gap of no customer too.
     */
    @Override
    public Flow.Publisher<ReviewEvent> review(List<Product> products, ReviewPolicy policy) {
        List<Product> wanted = products.stream().distinct().toList();
        Objects.requireNonNull(policy, "policy");
        // The one item holds the index back until somebody asks for an event.
        return Multi.createFrom()
                .item(licenses)
                .onItem()
                .transformToUniAndConcatenate(license -> TenantIndex.of(license.vendor(), license.customers()))
                .onItem()
                .transformToMultiAndConcatenate(index -> events(index, wanted, policy));
    }

    private Multi<ReviewEvent> events(TenantIndex index, List<Product> products, ReviewPolicy policy) {
        Tally tally = new Tally();
        index.gap().ifPresent(tally::add);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        PositionReader reader = new PositionReader(seats, licenses, clock, index, products);
        OrderedMerge<Observed<Customer>, CustomerPosition> positions =
                new OrderedMerge<>(seats.customers().all(), concurrency, reader::read);
        Multi<ReviewEvent> reviewed = Multi.createFrom()
                .publisher(positions)
                .onItem()
                .invoke(tally::add)
                .onItem()
                .transform(position -> reviewed(position, policy, today));
        // A reader turns every vendor's failure into a gap: one that comes through is the listing's own.
        Multi<ReviewEvent> asFarAsListed = reviewed.onFailure(
                        failure -> failure instanceof VendorException && !tally.isEmpty())
                .invoke(failure -> tally.add(Answer.gap(null, Source.CUSTOMERS, (VendorException) failure)))
                .onFailure(failure -> failure instanceof VendorException && !tally.isEmpty())
                .recoverWithCompletion();
        Multi<ReviewEvent> finished = Multi.createFrom().item(() -> new ReviewEvent.Finished(tally.completeness()));
        return Multi.createBy().concatenating().streams(asFarAsListed, finished);
    }

    private static ReviewEvent reviewed(CustomerPosition position, ReviewPolicy policy, LocalDate today) {
        return new ReviewEvent.Reviewed(new CustomerReview(position, Review.of(position, policy, today)));
    }

    /** Collects how a fleet is reviewed; what is not set keeps its default. */
    public static final class Builder {
        private static final int DEFAULT_CONCURRENCY = 8;

        private final SeatSources seats;
        private final LicenseSources licenses;
        private InstantSource clock = InstantSource.system();
        private ZoneId zone = ZoneOffset.UTC;
        private int concurrency = DEFAULT_CONCURRENCY;

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
         * How many customers are read at once. Default: 8.
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

        public FleetReview build() {
            return new FleetReview(this);
        }
    }
}
