package dev.seatport.application.review;

import dev.seatport.application.internal.FlatMapSequential;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Result of one or several requests for a dataset: the rows that arrived, and the gaps.
 *
 * @param <T> the type of a row
 */
record PartialRows<T>(List<T> rows, List<Gap> gaps) {

    /**
     * Collects a listing and keeps the rows before a vendor's failure. Sends no request if the customer has exceeded its row
     * limit. The result fails only with an unexpected exception.
     */
    static <T> Uni<PartialRows<Observed<T>>> collect(
            CustomerId customer,
            Vendor vendor,
            Dataset dataset,
            CustomerRowLimit limit,
            Supplier<Flow.Publisher<Observed<T>>> publisher) {
        return Uni.createFrom()
                .deferred(() -> limit.isExceeded()
                        ? Uni.createFrom().item(failed(gap(customer, dataset, limit.failure(dataset, vendor))))
                        : request(customer, dataset, limit, publisher));
    }

    private static <T> Uni<PartialRows<Observed<T>>> request(
            CustomerId customer,
            Dataset dataset,
            CustomerRowLimit limit,
            Supplier<Flow.Publisher<Observed<T>>> publisher) {
        return Uni.createFrom()
                .completionStage(() -> Listings.<Observed<T>>collect(limit.apply(dataset, publisher.get())))
                .map(listing -> new PartialRows<>(
                        listing.rows(),
                        listing.failure()
                                .map(failure -> List.of(gap(customer, dataset, failure)))
                                .orElse(List.of())))
                .onFailure(VendorException.class)
                .recoverWithItem(failure -> failed(gap(customer, dataset, failure)));
    }

    /** Returns these rows with gaps that name the tenant. */
    PartialRows<T> of(TenantId tenant) {
        return new PartialRows<>(
                rows,
                gaps.stream()
                        .map(gap -> new Gap(
                                gap.customer(), gap.vendor(), gap.source(), gap.kind(), gap.explanation(), tenant))
                        .toList());
    }

    static <T> PartialRows<T> failed(Gap gap) {
        return new PartialRows<>(List.of(), List.of(gap));
    }

    /**
     * Runs several requests, at most {@code concurrency} at a time, and merges their results in the order of the requests.
     * The stack does not grow with the requests, even if each completes synchronously. Equal gaps are kept once.
     */
    static <T> Uni<PartialRows<T>> merge(List<Uni<PartialRows<T>>> requests, int concurrency) {
        if (requests.isEmpty()) {
            return Uni.createFrom().item(new PartialRows<>(List.of(), List.of()));
        }
        return Multi.createFrom()
                .publisher(
                        new FlatMapSequential<>(Multi.createFrom().iterable(requests), concurrency, request -> request))
                .collect()
                .in(() -> new PartialRows<T>(new ArrayList<>(), new ArrayList<>()), (all, partial) -> {
                    all.rows().addAll(partial.rows());
                    all.gaps().addAll(partial.gaps());
                })
                .map(all -> new PartialRows<>(
                        all.rows(), all.gaps().stream().distinct().toList()));
    }

    /** Returns the gap of a customer that has tenants without an id. */
    static Gap missingTenantIds(Customer customer) {
        int count = customer.tenantsWithoutId();
        Vendor vendor = customer.id().vendor();
        VendorException failure = VendorException.builder(
                        FailureKind.MALFORMED_ANSWER,
                        vendor,
                        Dataset.CUSTOMERS.label(),
                        label(customer) + " has "
                                + (count == 1 ? "a tenant without an id" : count + " tenants without an id")
                                + ", so its licenses cannot be matched: ask the vendor to add the id")
                .build();
        return gap(customer.id(), Dataset.CUSTOMERS, failure);
    }

    /** Returns the customer's name and id for messages; the id only if the vendor reported no name. */
    static String label(Customer customer) {
        return label(customer.id(), customer.organization().orElse(null));
    }

    static String label(CustomerId customer, @Nullable String organization) {
        return organization == null || organization.isBlank()
                ? customer.value()
                : organization + " (" + customer.value() + ")";
    }

    static Gap gap(@Nullable CustomerId customer, Dataset dataset, VendorException failure) {
        return new Gap(customer, failure.vendor(), dataset, failure.kind(), explanation(failure));
    }

    static String explanation(VendorException failure) {
        FailureKind kind = failure.kind();
        return Objects.requireNonNullElse(failure.getMessage(), kind.name());
    }
}
