package dev.seatport.application.review;

import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.ports.review.Completeness;
import java.util.ArrayList;
import java.util.List;

/** Counts what was reviewed and keeps what is missing. Used by one subscription, whose signals come one after another. */
final class Tally {
    private final List<Gap> gaps = new ArrayList<>();
    private long customers;
    private long complete;

    void add(CustomerPosition position) {
        customers++;
        if (position.complete()) {
            complete++;
        }
        gaps.addAll(position.gaps());
    }

    /** Something that is missing of nobody in particular. */
    void add(Gap gap) {
        gaps.add(gap);
    }

    boolean isEmpty() {
        return customers == 0;
    }

    Completeness completeness() {
        return new Completeness(customers, complete, gaps);
    }
}
