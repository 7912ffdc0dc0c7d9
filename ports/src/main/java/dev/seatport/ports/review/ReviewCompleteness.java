package dev.seatport.ports.review;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts of complete and incomplete customers of a review. Each customer's gaps are in its
 * {@link ReviewEvent.Reviewed}; here they are only counted.
 *
 * @param customers the number of reviewed customers, and of requested customers that could not be read
 * @param complete the number of reviewed customers without a gap
 * @param missing the number of customers with a gap, by dataset and failure kind; each gap of {@code atLarge} counts as one
 * @param atLarge the gaps that belong to no reviewed customer, such as a listing of customers that broke off, or a requested
 *     customer that was not found
 * @param unread the datasets that the review was not asked to read; they are not missing
 */
public record ReviewCompleteness(
        long customers,
        long complete,
        Map<Dataset, Map<FailureKind, Long>> missing,
        List<Gap> atLarge,
        Set<Dataset> unread) {
    public ReviewCompleteness {
        if (complete < 0 || complete > customers) {
            throw new IllegalArgumentException("complete must be between 0 and " + customers + ", not " + complete);
        }
        Map<Dataset, Map<FailureKind, Long>> copy = new EnumMap<>(Dataset.class);
        missing.forEach((source, kinds) -> copy.put(source, Map.copyOf(kinds)));
        missing = Map.copyOf(copy);
        atLarge = List.copyOf(atLarge);
        unread = Set.copyOf(unread);
    }

    /** Creates the counts of a review that read every dataset. */
    public ReviewCompleteness(
            long customers, long complete, Map<Dataset, Map<FailureKind, Long>> missing, List<Gap> atLarge) {
        this(customers, complete, missing, atLarge, Set.of());
    }

    /** Dataset of a gap and the kind of failure that caused it. */
    public record Cause(Dataset source, FailureKind kind) {}

    /** Returns a builder with all counts at 0. */
    public static Builder builder() {
        return new Builder();
    }

    /** Counter of customers and their gaps. Not thread-safe. */
    public static final class Builder {
        private final Map<Dataset, Map<FailureKind, Long>> missing = new EnumMap<>(Dataset.class);
        private final List<Gap> atLarge = new ArrayList<>();
        private final Set<Dataset> unread = EnumSet.noneOf(Dataset.class);
        private long customers;
        private long complete;

        private Builder() {}

        /** Counts a customer. Equal causes count once: several failed requests for one dataset are one gap of the customer. */
        public void add(boolean isComplete, List<Cause> causes) {
            customers++;
            complete += isComplete ? 1 : 0;
            causes.stream().distinct().forEach(this::count);
        }

        /** Counts a gap that belongs to no reviewed customer. If it names a requested customer, counts that one as incomplete. */
        public void add(Gap gap) {
            customers += gap.customer() == null ? 0 : 1;
            atLarge.add(gap);
            count(new Cause(gap.source(), gap.kind()));
        }

        /** Marks a dataset that the review was not asked to read. */
        public void addUnread(Dataset dataset) {
            unread.add(dataset);
        }

        private void count(Cause cause) {
            missing.computeIfAbsent(cause.source(), source -> new EnumMap<>(FailureKind.class))
                    .merge(cause.kind(), 1L, Long::sum);
        }

        /** Returns the number of customers counted so far. */
        public long customers() {
            return customers;
        }

        /** Returns the counts so far. */
        public ReviewCompleteness build() {
            return new ReviewCompleteness(customers, complete, missing, atLarge, unread);
        }
    }

    /** Returns whether the review has no gap. */
    public boolean whole() {
        return missing.isEmpty();
    }

    /** Returns one line such as {@code 37 of 40 customers complete; 2 PERMISSION_DENIED; licenses were not read}. */
    public String text() {
        String share = complete + " of " + customers + " customers complete";
        String gaps = whole() ? "" : "; " + counts(byKind());
        String notRead = unread.stream()
                .sorted()
                .map(dataset -> "; " + dataset.label() + " were not read")
                .collect(Collectors.joining());
        return share + gaps + notRead;
    }

    /**
     * Returns the gaps of one dataset, such as {@code licenses: 2 PERMISSION_DENIED}, {@code licenses: complete} or
     * {@code licenses: not read}.
     */
    public String text(Dataset source) {
        if (unread.contains(source)) {
            return source.label() + ": not read";
        }
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
