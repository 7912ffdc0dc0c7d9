package dev.seatport.application.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
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
 * What one question, or several of one sort, came to: the rows that arrived and what is missing.
 *
 * @param <T> what the rows are
 */
record PartialRows<T>(List<T> rows, List<Gap> gaps) {

    /**
     * Asks for a listing and keeps the rows before a vendor's failure. Nothing is asked once the customer has too many rows.
     * Only a bug makes the result fail.
     */
    static <T> Uni<PartialRows<Observed<T>>> ofListing(
            CustomerId customer,
            Vendor vendor,
            Dataset dataset,
            RowLimit limit,
            Supplier<Flow.Publisher<Observed<T>>> question) {
        return Uni.createFrom()
                .deferred(() -> limit.isExceeded()
                        ? Uni.createFrom().item(failed(gap(customer, dataset, limit.failure(dataset, vendor))))
                        : asked(customer, dataset, limit, question));
    }

    private static <T> Uni<PartialRows<Observed<T>>> asked(
            CustomerId customer, Dataset dataset, RowLimit limit, Supplier<Flow.Publisher<Observed<T>>> question) {
        return Uni.createFrom()
                .completionStage(() -> Listings.<Observed<T>>collect(limit.apply(dataset, question.get())))
                .map(listing -> new PartialRows<>(
                        listing.rows(),
                        listing.failure()
                                .map(failure -> List.of(gap(customer, dataset, failure)))
                                .orElse(List.of())))
                .onFailure(VendorException.class)
                .recoverWithItem(failure -> failed(gap(customer, dataset, failure)));
    }

    static <T> PartialRows<T> failed(Gap gap) {
        return new PartialRows<>(List.of(), List.of(gap));
    }

    /**
     * Asks several questions, at most {@code atOnce} at a time, and joins their answers in the order of the questions. The stack
     * does not grow with the questions, also if each of them is answered inside the call. Equal gaps are kept once.
     */
    static <T> Uni<PartialRows<T>> joined(List<Uni<PartialRows<T>>> questions, int atOnce) {
        if (questions.isEmpty()) {
            return Uni.createFrom().item(new PartialRows<>(List.of(), List.of()));
        }
        return Multi.createFrom()
                .publisher(
                        new FlatMapSequential<>(Multi.createFrom().iterable(questions), atOnce, question -> question))
                .collect()
                .in(() -> new PartialRows<T>(new ArrayList<>(), new ArrayList<>()), (all, answer) -> {
                    all.rows().addAll(answer.rows());
                    all.gaps().addAll(answer.gaps());
                })
                .map(all -> new PartialRows<>(
                        all.rows(), all.gaps().stream().distinct().toList()));
    }

    /** What is missing of a customer that is listed with tenants that have no id. */
    static Gap withoutTenantId(Customer customer) {
        int count = customer.tenantsWithoutId();
        Vendor vendor = customer.id().vendor();
        VendorException failure = VendorException.builder(
                        FailureKind.MALFORMED_ANSWER,
                        vendor,
                        Dataset.CUSTOMERS.label(),
                        label(customer) + " has "
                                + (count == 1 ? "a tenant without an id" : count + " tenants without an id")
                                + ", which cannot be joined; ask the vendor to complete it")
                .build();
        return gap(customer.id(), Dataset.CUSTOMERS, failure);
    }

    /** What messages call a customer: its name, if it has one, and its id. */
    static String label(Customer customer) {
        String id = customer.id().value();
        return customer.organization()
                .filter(name -> !name.isBlank())
                .map(name -> name + " (" + id + ")")
                .orElse(id);
    }

    static Gap gap(@Nullable CustomerId customer, Dataset dataset, VendorException failure) {
        return new Gap(customer, failure.vendor(), dataset, failure.kind(), explanation(failure));
    }

    static String explanation(VendorException failure) {
        FailureKind kind = failure.kind();
        return Objects.requireNonNullElse(failure.getMessage(), kind.name());
    }
}
