package dev.seatport.ports.review;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much of a review is known to be there. The gaps of a customer came with that customer; here they are only counted.
 *
 * @param customers how many customers were reviewed
 * @param complete how many of them have no gap
 * @param missing of how many customers something is missing, by the source that did not answer and why; {@code atLarge}
 *     included
 * @param atLarge the gaps of no customer that was told: a listing of customers that broke off, a customer that was asked for and not found
 */
public record Completeness(
        long customers, long complete, Map<Dataset, Map<FailureKind, Long>> missing, List<Gap> atLarge) {
    public Completeness {
        if (complete < 0 || complete > customers) {
            throw new IllegalArgumentException("of " + customers + " customers, " + complete + " cannot be complete");
        }
        Map<Dataset, Map<FailureKind, Long>> copy = new EnumMap<>(Dataset.class);
        missing.forEach((source, kinds) -> copy.put(source, Map.copyOf(kinds)));
        missing = Map.copyOf(copy);
        atLarge = List.copyOf(atLarge);
    }

    /** What made a source leave something out. */
    public record Cause(Dataset source, FailureKind kind) {}

    /** Returns a builder that has counted nothing. */
    public static Builder builder() {
        return new Builder();
    }

    /** Counts customers and what is missing of them. Not thread-safe. */
    public static final class Builder {
        private final Map<Dataset, Map<FailureKind, Long>> missing = new EnumMap<>(Dataset.class);
        private final List<Gap> atLarge = new ArrayList<>();
        private long customers;
        private long complete;

        private Builder() {}

        /** Counts a customer. Several requests to one source that failed in one way are one gap of the customer. */
        public void add(boolean isComplete, List<Cause> causes) {
            customers++;
            complete += isComplete ? 1 : 0;
            causes.stream().distinct().forEach(this::count);
        }

        /** Counts something that is missing of no customer that was told. */
        public void add(Gap gap) {
            atLarge.add(gap);
            count(new Cause(gap.source(), gap.kind()));
        }

        private void count(Cause cause) {
            missing.computeIfAbsent(cause.source(), source -> new EnumMap<>(FailureKind.class))
                    .merge(cause.kind(), 1L, Long::sum);
        }

        /** Returns how many customers were counted. */
        public long customers() {
            return customers;
        }

        /** Returns what was counted so far. */
        public Completeness build() {
            return new Completeness(customers, complete, missing, atLarge);
        }
    }

    /** Whether nothing is missing. */
    public boolean whole() {
        return missing.isEmpty();
    }

    /** One line such as {@code 37 of 40 customers complete; 2 PERMISSION_DENIED, 1 RATE_LIMITED}. */
    public String text() {
        String share = complete + " of " + customers + " customers complete";
        return whole() ? share : share + "; " + counts(byKind());
    }

    /** What one source left out, such as {@code licenses: 2 PERMISSION_DENIED}; {@code "licenses: complete"} if nothing. */
    public String text(Dataset source) {
        Map<FailureKind, Long> kinds = missing.getOrDefault(source, Map.of());
        return source.label() + ": " + (kinds.isEmpty() ? "complete" : counts(kinds));
    }

    private Map<FailureKind, Long> byKind() {
        return missing.values().stream()
                .flatMap(kinds -> kinds.entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.summingLong(Map.Entry::getValue)));
    }

    private static String counts(Map<FailureKind, Long> kinds) {
        return new TreeMap<>(kinds)
                .entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }
}
