package dev.seatport.ports.review;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much of a review is known to be there.
 *
 * @param customers how many customers were reviewed
 * @param complete how many of them have no gap
 * @param gaps all that is missing
 */
public record Completeness(long customers, long complete, List<Gap> gaps) {
    public Completeness {
        if (complete < 0 || complete > customers) {
            throw new IllegalArgumentException("of " + customers + " customers, " + complete + " cannot be complete");
        }
        gaps = List.copyOf(gaps);
    }

    /** Whether nothing is missing. */
    public boolean whole() {
        return gaps.isEmpty();
    }

    /** One line such as {@code 37 of 40 customers complete; 2 PERMISSION_DENIED, 1 RATE_LIMITED}. */
    public String text() {
        String share = complete + " of " + customers + " customers complete";
        if (gaps.isEmpty()) {
            return share;
        }
        Map<FailureKind, Long> byKind =
                gaps.stream().collect(Collectors.groupingBy(Gap::kind, TreeMap::new, Collectors.counting()));
        return byKind.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", ", share + "; ", ""));
    }
}
