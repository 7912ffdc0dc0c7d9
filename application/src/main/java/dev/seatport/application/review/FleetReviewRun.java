package dev.seatport.application.review;

import dev.seatport.application.internal.FlatMapSequential;
import dev.seatport.application.internal.UnknownCustomer;
import dev.seatport.application.review.CustomerPositionLoader.LoadedPosition;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.review.MandatoryCountField;
import dev.seatport.domain.review.Review;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.ReviewCompleteness;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.ports.review.ReviewedCustomerLookup;
import dev.seatport.ports.review.UnmatchedLicenseTenant;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One run of a review, for one subscription, after the index of tenants is complete. */
final class FleetReviewRun {
    private final FleetReview review;
    private final ReviewRequest request;
    private final TenantIndex index;
    private volatile MisroutedResponseCounts suspectSoFar;
    private final CustomerPositionLoader loader;
    private final LocalDate today;
    private final ReviewCompletenessCounter counter;
    private final PolicyVerifier verifier;
    private final AtomicReference<@Nullable VendorException> firstNotFound = new AtomicReference<>();

    /**
     * Creates a run.
     *
     * @param suspectAtStart the suspect responses of both vendors before the first request of the review
     */
    FleetReviewRun(
            FleetReview review, ReviewRequest request, TenantIndex index, MisroutedResponseCounts suspectAtStart) {
        this.review = review;
        this.request = request;
        this.index = index;
        this.suspectSoFar = suspectAtStart;
        this.loader = new CustomerPositionLoader(
                review.seats(), review.licenses(), review.clock(), index, request.products(), review.rowsPerCustomer());
        this.today = review.today();
        this.counter = new ReviewCompletenessCounter(request.checkpoint().reportedCounts());
        this.verifier = new PolicyVerifier(request, review.licenses() != null);
        index.gaps().forEach(counter::add);
        if (review.licenses() == null) {
            counter.addUnreadLicenses();
        }
    }

    /** Returns the events of the reviewed customers, of the unmatched tenants, and of the end. */
    Multi<ReviewEvent> events() {
        boolean all = request.customers().isEmpty();
        Multi<LoadedPosition> verified = (all ? allCustomers() : requestedCustomers())
                .onItem()
                .invoke(loaded -> counter.add(loaded.position()))
                .onItem()
                .transformToMultiAndConcatenate(loaded -> Multi.createFrom().iterable(verifier.add(loaded)));
        Multi<LoadedPosition> held =
                Multi.createFrom().deferred(() -> Multi.createFrom().iterable(verifier.release()));
        Multi<ReviewEvent> reviewed =
                Multi.createBy().concatenating().streams(verified, held).map(this::reviewed);
        Multi<ReviewEvent> unmatched = all
                ? Multi.createFrom().deferred(this::unmatched)
                : Multi.createFrom().empty();
        if (all) {
            reviewed = reviewed.onCompletion().invoke(this::addGapIfListingIsEmpty);
        }
        Multi<ReviewEvent> finished = Multi.createFrom().item(this::finished);
        return Multi.createBy()
                .concatenating()
                .streams(reviewed, suspectResponses(), unmatched, suspectResponsesOfUnmatched(), finished);
    }

    /** The unmatched tenants send requests only if their licenses are read. */
    private Multi<ReviewEvent> suspectResponsesOfUnmatched() {
        return request.unmatchedLicenses()
                ? suspectResponses()
                : Multi.createFrom().empty();
    }

    /**
     * Counts gaps since the last call and publishes no event. Must run before the unmatched tenants, because gaps decide their
     * conclusiveness.
     */
    private Multi<ReviewEvent> suspectResponses() {
        return Multi.createFrom()
                .deferred(() -> MisroutedResponseCounts.of(review.seats(), review.licenses())
                        .invoke(now -> {
                            now.gapsSince(suspectSoFar, review.seats(), review.licenses())
                                    .forEach(counter::add);
                            suspectSoFar = now;
                        })
                        .toMulti()
                        .onItem()
                        .transformToMultiAndConcatenate(
                                now -> Multi.createFrom().<ReviewEvent>empty()));
    }

    /** Loads all listed customers. A listing that breaks off becomes a gap. */
    private Multi<LoadedPosition> allCustomers() {
        FlatMapSequential<Observed<Customer>, Optional<LoadedPosition>> positions =
                new FlatMapSequential<>(review.seats().customers().all(), review.concurrency(), this::loadOrSkip);
        // The loader turns its vendor failures into gaps, so a failure here is the listing's.
        return present(positions)
                .onFailure(this::isPartialListing)
                .invoke(failure -> counter.add(PartialRows.gap(null, Dataset.CUSTOMERS, (VendorException) failure)))
                .onFailure(this::isPartialListing)
                .recoverWithCompletion();
    }

    /** An empty listing would pass for a review without findings. The account more likely lacks permissions. */
    private void addGapIfListingIsEmpty() {
        if (counter.isEmpty()) {
            VendorException nothing = VendorException.builder(
                            FailureKind.NOT_FOUND,
                            review.seats().vendor(),
                            Dataset.CUSTOMERS.label(),
                            "the vendor lists no customers, so nothing was reviewed: check the account and the permissions"
                                    + " of its app registration")
                    .build();
            counter.add(PartialRows.gap(null, Dataset.CUSTOMERS, nothing));
        }
    }

    private boolean isPartialListing(Throwable failure) {
        return failure instanceof VendorException && !counter.isEmpty();
    }

    /** Loads the requested customers. One that is not found becomes a gap. */
    private Multi<LoadedPosition> requestedCustomers() {
        FlatMapSequential<CustomerId, Optional<LoadedPosition>> positions = new FlatMapSequential<>(
                Multi.createFrom().iterable(request.customers()), review.concurrency(), this::findAndLoad);
        return Multi.createBy()
                .concatenating()
                .streams(present(positions), Multi.createFrom().deferred(this::failIfNoneFound));
    }

    private static Multi<LoadedPosition> present(FlatMapSequential<?, Optional<LoadedPosition>> positions) {
        return Multi.createFrom()
                .publisher(positions)
                .select()
                .where(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    private Uni<Optional<LoadedPosition>> loadOrSkip(Observed<Customer> customer) {
        if (request.checkpoint().has(customer.value().id())) {
            skip(customer.value());
            return Uni.createFrom().item(Optional.empty());
        }
        return loader.load(customer).map(Optional::of);
    }

    /** Marks the listed tenants as matched. {@link ReviewedCustomerLookup} has the tenants that only their seats reported. */
    private void skip(Customer customer) {
        LicensableTenants.of(customer, List.of()).ids().forEach(index::markMatched);
        counter.skip(customer, request.products());
    }

    private Uni<Optional<LoadedPosition>> findAndLoad(CustomerId customer) {
        if (request.checkpoint().has(customer)) {
            counter.skip();
            return Uni.createFrom().item(Optional.empty());
        }
        return Uni.createFrom()
                .completionStage(() -> review.seats().customers().find(customer))
                .onItem()
                .transformToUni(found -> loader.load(found).map(Optional::of))
                .onFailure(VendorException.class)
                .recoverWithItem(failure -> recordNotFound(customer, failure));
    }

    private Optional<LoadedPosition> recordNotFound(CustomerId customer, VendorException failure) {
        VendorException named =
                UnknownCustomer.mayBeReasonOf(failure) ? UnknownCustomer.failure(customer.value(), failure) : failure;
        firstNotFound.compareAndSet(null, named);
        counter.add(PartialRows.gap(customer, Dataset.CUSTOMERS, named));
        return Optional.empty();
    }

    private Multi<LoadedPosition> failIfNoneFound() {
        VendorException failure = firstNotFound.get();
        return counter.isEmpty() && failure != null
                ? Multi.createFrom().failure(failure)
                : Multi.createFrom().empty();
    }

    private ReviewEvent finished() {
        for (MandatoryCountField count : counter.missingCounts()) {
            LicenseVendorPorts licenses = review.licenses();
            Vendor vendor = licenses != null && count.dataset() == Dataset.LICENSES
                    ? licenses.vendor()
                    : review.seats().vendor();
            VendorException renamed = VendorException.builder(
                            FailureKind.MALFORMED_ANSWER,
                            vendor,
                            count.dataset().label(),
                            "no row of this review has the documented count '" + count.field()
                                    + "': compare the vendor's documents, because it may have been renamed")
                    .build();
            counter.add(PartialRows.gap(null, count.dataset(), renamed));
        }
        ReviewCompleteness completeness = counter.completeness();
        return new ReviewEvent.Finished(completeness, verifier.unseen(completeness));
    }

    private ReviewEvent reviewed(LoadedPosition loaded) {
        Review result = Review.of(loaded.position(), verifier.policy(), today);
        return new ReviewEvent.Reviewed(new CustomerReview(loaded.position(), result, loaded.readAt()));
    }

    private Multi<ReviewEvent> unmatched() {
        LicenseVendorPorts licenses = review.licenses();
        if (licenses == null) {
            return Multi.createFrom().empty();
        }
        UnmatchedTenantReviewer reviewer = new UnmatchedTenantReviewer(review, licenses, request, today, counter::add);
        Multi<UnmatchedLicenseTenant> tenants = index.unmatched(counter.hasSeenAllTenants())
                .select()
                .where(tenant -> !request.checkpoint().hasTenant(tenant.tenant()));
        return Multi.createFrom()
                .publisher(new FlatMapSequential<>(tenants, review.concurrency(), reviewer::review))
                .map(ReviewEvent.Unmatched::new);
    }
}
