package dev.seatport.application.review;

import dev.seatport.application.review.PositionReader.LoadedPosition;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Source;
import dev.seatport.domain.review.DocumentedCount;
import dev.seatport.domain.review.Review;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.Progress;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One way through the fleet, once the index of tenants is there: of one subscription. */
final class Sweep {
    private final FleetReview review;
    private final ReviewRequest request;
    private final TenantIndex index;
    private final Doubts before;
    private final PositionReader reader;
    private final LocalDate today;
    private final Tally tally;
    private final AtomicReference<@Nullable VendorException> notFound = new AtomicReference<>();

    /**
     * A way through the fleet.
     *
     * @param before which answers were in doubt before anything was asked
     */
    Sweep(FleetReview review, ReviewRequest request, TenantIndex index, Doubts before) {
        this.review = review;
        this.request = request;
        this.index = index;
        this.before = before;
        this.reader = new PositionReader(
                review.seats(), review.licenses(), review.clock(), index, request.products(), review.rowsPerCustomer());
        this.today = review.today();
        this.tally = new Tally(request.progress().reportedCounts());
        index.gaps().forEach(tally::add);
    }

    /** The customers, the tenants that none of them has, and the end. */
    Multi<ReviewEvent> events() {
        boolean all = request.customers().isEmpty();
        Multi<ReviewEvent> reviewed = (all ? listed() : chosen())
                .onItem()
                .invoke(reading -> tally.add(reading.position()))
                .onItem()
                .transform(this::reviewed);
        Multi<ReviewEvent> unmatched = all
                ? Multi.createFrom().deferred(this::unmatched)
                : Multi.createFrom().empty();
        if (all) {
            reviewed = reviewed.onCompletion().invoke(this::noteEmptyListing);
        }
        Multi<ReviewEvent> finished = Multi.createFrom().item(this::finished);
        return Multi.createBy().concatenating().streams(reviewed, doubted(), unmatched, finished);
    }

    /** Tells nothing itself; before the unmatched tenants, for they depend on what was read. */
    private Multi<ReviewEvent> doubted() {
        return Multi.createFrom()
                .deferred(() -> Doubts.of(
                                review.seats().customers(), review.licenses().customers())
                        .invoke(now -> now.since(
                                        before,
                                        review.seats().vendor(),
                                        review.licenses().vendor())
                                .forEach(tally::add))
                        .toMulti()
                        .onItem()
                        .transformToMultiAndConcatenate(
                                now -> Multi.createFrom().<ReviewEvent>empty()));
    }

    /** Everybody whom the seat vendor lists, as far as the listing goes. */
    private Multi<LoadedPosition> listed() {
        FlatMapSequential<Observed<Customer>, Optional<LoadedPosition>> readings =
                new FlatMapSequential<>(review.seats().customers().all(), review.concurrency(), this::readOrPassOver);
        // A reader turns every vendor's failure into a gap: one that comes through is the listing's own.
        return present(readings)
                .onFailure(this::leavesSomething)
                .invoke(failure -> tally.add(Answer.gap(null, Source.CUSTOMERS, (VendorException) failure)))
                .onFailure(this::leavesSomething)
                .recoverWithCompletion();
    }

    /** An account that sees no customer looks like one without faults: it is more likely limited than empty. */
    private void noteEmptyListing() {
        if (tally.isEmpty()) {
            VendorException nothing = VendorException.builder(
                            FailureKind.NOT_FOUND,
                            review.seats().vendor(),
                            Source.CUSTOMERS.label(),
                            "the vendor lists no customers, so nothing was reviewed; check the account and what its app"
                                    + " registration may see")
                    .build();
            tally.add(Answer.gap(null, Source.CUSTOMERS, nothing));
        }
    }

    private boolean leavesSomething(Throwable failure) {
        return failure instanceof VendorException && !tally.isEmpty();
    }

    /** Those who were asked for, as far as the seat vendor knows them. */
    private Multi<LoadedPosition> chosen() {
        FlatMapSequential<CustomerId, Optional<LoadedPosition>> readings = new FlatMapSequential<>(
                Multi.createFrom().iterable(request.customers()), review.concurrency(), this::lookUp);
        return Multi.createBy()
                .concatenating()
                .streams(present(readings), Multi.createFrom().deferred(this::failureIfNobodyWasFound));
    }

    private static Multi<LoadedPosition> present(FlatMapSequential<?, Optional<LoadedPosition>> readings) {
        return Multi.createFrom()
                .publisher(readings)
                .select()
                .where(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    private Uni<Optional<LoadedPosition>> readOrPassOver(Observed<Customer> customer) {
        if (request.progress().has(customer.value().id())) {
            passOver(customer.value());
            return Uni.createFrom().item(Optional.empty());
        }
        return reader.read(customer).map(Optional::of);
    }

    /** The tenants that it is listed with are known without asking; those that were read, {@link Progress} knows. */
    private void passOver(Customer customer) {
        Tenants.of(customer, List.of()).toAskAbout().forEach(index::match);
        tally.passOver(customer, request.products());
    }

    private Uni<Optional<LoadedPosition>> lookUp(CustomerId customer) {
        if (request.progress().has(customer)) {
            tally.passOver();
            return Uni.createFrom().item(Optional.empty());
        }
        return Uni.createFrom()
                .completionStage(() -> review.seats().customers().find(customer))
                .onItem()
                .transformToUni(found -> reader.read(found).map(Optional::of))
                .onFailure(VendorException.class)
                .recoverWithItem(failure -> missing(customer, failure));
    }

    private Optional<LoadedPosition> missing(CustomerId customer, VendorException failure) {
        notFound.compareAndSet(null, failure);
        tally.add(Answer.gap(customer, Source.CUSTOMERS, failure));
        return Optional.empty();
    }

    private Multi<LoadedPosition> failureIfNobodyWasFound() {
        VendorException failure = notFound.get();
        return tally.isEmpty() && failure != null
                ? Multi.createFrom().failure(failure)
                : Multi.createFrom().empty();
    }

    private ReviewEvent finished() {
        for (DocumentedCount count : tally.missingCounts()) {
            Vendor vendor = count.source() == Source.LICENSES
                    ? review.licenses().vendor()
                    : review.seats().vendor();
            VendorException renamed = VendorException.builder(
                            FailureKind.MALFORMED_ANSWER,
                            vendor,
                            count.source().label(),
                            "no row of this review has the documented count '" + count.field()
                                    + "'; compare the vendor's documents: it may have been renamed")
                    .build();
            tally.add(Answer.gap(null, count.source(), renamed));
        }
        return new ReviewEvent.Finished(tally.completeness());
    }

    private ReviewEvent reviewed(LoadedPosition reading) {
        Review judged = Review.of(reading.position(), request.policy(), today);
        return new ReviewEvent.Reviewed(new CustomerReview(reading.position(), judged, reading.readAt()));
    }

    private Multi<ReviewEvent> unmatched() {
        return index.unmatched(tally.allTenantsSeen())
                .select()
                .where(tenant -> !request.progress().hasTenant(tenant.tenant()))
                .map(ReviewEvent.Unmatched::new);
    }
}
