package dev.seatport.application.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Source;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listings;
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
record Answer<T>(List<T> rows, List<Gap> gaps) {

    /** Asks for a listing and keeps the rows before a vendor's failure. Only a bug makes the result fail. */
    static <T> Uni<Answer<T>> ofListing(CustomerId customer, Source source, Supplier<Flow.Publisher<T>> question) {
        return Uni.createFrom()
                .completionStage(() -> Listings.<T>collect(question.get()))
                .map(listing -> new Answer<>(
                        listing.rows(),
                        listing.failure()
                                .map(failure -> List.of(gap(customer, source, failure)))
                                .orElse(List.of())))
                .onFailure(VendorException.class)
                .recoverWithItem(failure -> failed(gap(customer, source, failure)));
    }

    static <T> Answer<T> failed(Gap gap) {
        return new Answer<>(List.of(), List.of(gap));
    }

    /** Asks several questions, at most {@code atOnce} at a time, and joins what they come to in their order. */
    static <T> Uni<Answer<T>> joined(List<Uni<Answer<T>>> questions, int atOnce) {
        if (questions.isEmpty()) {
            return Uni.createFrom().item(new Answer<>(List.of(), List.of()));
        }
        return Uni.join()
                .all(questions)
                .usingConcurrencyOf(atOnce)
                .andFailFast()
                .map(Answer::concat);
    }

    private static <T> Answer<T> concat(List<Answer<T>> answers) {
        List<T> rows = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (Answer<T> answer : answers) {
            rows.addAll(answer.rows());
            gaps.addAll(answer.gaps());
        }
        return new Answer<>(rows, gaps);
    }

    static Gap gap(@Nullable CustomerId customer, Source source, VendorException failure) {
        return new Gap(customer, failure.vendor(), source, failure.kind(), explanation(failure));
    }

    static String explanation(VendorException failure) {
        FailureKind kind = failure.kind();
        return Objects.requireNonNullElse(failure.getMessage(), kind.name());
    }
}
