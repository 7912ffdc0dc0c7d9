package dev.seatport.application.review;

import dev.seatport.application.review.CustomerPositionLoader.LoadedPosition;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.review.DocumentedCount;
import dev.seatport.domain.review.Review;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.ReviewCheckpoint;
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
final class FleetReviewRun {
    private final FleetReview review;
    private final ReviewRequest request;
    private final TenantIndex index;
    private final SuspectResponseCounts before;
    private final CustomerPositionLoader reader;
    private final LocalDate today;
    private final CompletenessCounter completenessCounter;
    private final AtomicReference<@Nullable VendorException> notFound = new AtomicReference<>();

    /**
     * A way through the fleet.
     *
     * @param before which answers were in doubt before anything was asked
     */
    FleetReviewRun(FleetReview review, ReviewRequest request, TenantIndex index, SuspectResponseCounts before) {
        this.review = review;
        this.request = request;
        this.index = index;
        this.before = before;
        this.reader = new CustomerPositionLoader(
                review.seats(), review.licenses(), review.clock(), index, request.products(), review.rowsPerCustomer());
        this.today = review.today();
        this.completenessCounter = new CompletenessCounter(request.checkpoint().reportedCounts());
        index.gaps().forEach(completenessCounter::add);
    }

    /** The customers, the tenants that none of them has, and the end. */
    Multi<ReviewEvent> events() {
        boolean all = request.customers().isEmpty();
        Multi<ReviewEvent> reviewed = (all ? listed() : chosen())
                .onItem()
                .invoke(reading -> completenessCounter.add(reading.position()))
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
                .deferred(() -> SuspectResponseCounts.of(
                                review.seats().customers(), review.licenses().customers())
                        .invoke(now -> now.since(
                                        before,
                                        review.seats().vendor(),
                                        review.licenses().vendor())
                                .forEach(completenessCounter::add))
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
                .invoke(failure ->
                        completenessCounter.add(PartialRows.gap(null, Dataset.CUSTOMERS, (VendorException) failure)))
                .onFailure(this::leavesSomething)
                .recoverWithCompletion();
    }

    /** An account that sees no customer looks like one without faults: it is more likely limited than empty. */
    private void noteEmptyListing() {
        if (completenessCounter.isEmpty()) {
            VendorException nothing = VendorException.builder(
                            FailureKind.NOT_FOUND,
                            review.seats().vendor(),
                            Dataset.CUSTOMERS.label(),
                            "the vendor lists no customers, so nothing was reviewed; check the account and what its app"
                                    + " registration may see")
                    .build();
            completenessCounter.add(PartialRows.gap(null, Dataset.CUSTOMERS, nothing));
        }
    }

    private boolean leavesSomething(Throwable failure) {
        return failure instanceof VendorException && !completenessCounter.isEmpty();
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
        if (request.checkpoint().has(customer.value().id())) {
            passOver(customer.value());
            return Uni.createFrom().item(Optional.empty());
        }
        return reader.read(customer).map(Optional::of);
    }

    /** The tenants that it is listed with are known without asking; those that were read, {@link ReviewCheckpoint} knows. */
    private void passOver(Customer customer) {
        LicensableTenants.of(customer, List.of()).toAskAbout().forEach(index::match);
        completenessCounter.passOver(customer, request.products());
    }

    private Uni<Optional<LoadedPosition>> lookUp(CustomerId customer) {
        if (request.checkpoint().has(customer)) {
            completenessCounter.passOver();
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
        completenessCounter.add(PartialRows.gap(customer, Dataset.CUSTOMERS, failure));
        return Optional.empty();
    }

    private Multi<LoadedPosition> failureIfNobodyWasFound() {
        VendorException failure = notFound.get();
        return completenessCounter.isEmpty() && failure != null
                ? Multi.createFrom().failure(failure)
                : Multi.createFrom().empty();
    }

    private ReviewEvent finished() {
        for (DocumentedCount count : completenessCounter.missingCounts()) {
            Vendor vendor = count.source() == Dataset.LICENSES
                    ? review.licenses().vendor()
                    : review.seats().vendor();
            VendorException renamed = VendorException.builder(
                            FailureKind.MALFORMED_ANSWER,
                            vendor,
                            count.source().label(),
                            "no row of this review has the documented count '" + count.field()
                                    + "'; compare the vendor's documents: it may have been renamed")
                    .build();
            completenessCounter.add(PartialRows.gap(null, count.source(), renamed));
        }
        return new ReviewEvent.Finished(completenessCounter.completeness());
    }

    private ReviewEvent reviewed(LoadedPosition reading) {
        Review judged = Review.of(reading.position(), request.policy(), today);
        return new ReviewEvent.Reviewed(new CustomerReview(reading.position(), judged, reading.readAt()));
    }

    private Multi<ReviewEvent> unmatched() {
        return index.unmatched(completenessCounter.allTenantsSeen())
                .select()
                .where(tenant -> !request.checkpoint().hasTenant(tenant.tenant()))
                .map(ReviewEvent.Unmatched::new);
    }
}
