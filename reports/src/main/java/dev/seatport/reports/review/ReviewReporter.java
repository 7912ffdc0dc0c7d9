package dev.seatport.reports.review;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.DocumentedCount;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Severity;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.reports.review.CustomerView.GapView;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a result of what a review tells: what a journal has comes first, then what is read now, which the journal keeps too.
 * Nothing is written before the first customer, or the end, is there. For one thread.
 */
public final class ReviewReporter {
    private static final int FIRST_GAPS = 21;

    private final ReviewWriter writer;
    private final List<Exclusion> exclusions;
    private final Set<String> only;
    private final Vendor licenses;
    private final @Nullable ReviewCheckpointFile reviewCheckpointFile;
    private final ProgressListener watching;
    private final ReviewStatistics statistics;
    private final List<Gap> atLarge = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private boolean replayed;
    private boolean ended;

    /** Listens to how far the result is. */
    public interface ProgressListener {
        /** A listener that does nothing. */
        static ProgressListener none() {
            return new ProgressListener() {
                @Override
                public void onStart(Quantity customers) {}

                @Override
                public void onProgress(long customers) {}

                @Override
                public void onEnd() {}
            };
        }

        /** It begins, with so many customers, if anybody knows. */
        void onStart(Quantity customers);

        /** So many customers are in the result. */
        void onProgress(long customers);

        /** All of them are. */
        void onEnd();
    }

    /**
     * A result that is written by {@code writer}, which stays its owner's to close.
     *
     * @param only the kinds of finding that are told; empty for all
     * @param licenses the vendor of the licenses
     * @param reviewCheckpointFile what was read before, and where to keep what is read now; {@code null} for neither
     */
    public ReviewReporter(
            ReviewWriter writer,
            List<Exclusion> exclusions,
            Set<String> only,
            Vendor licenses,
            @Nullable ReviewCheckpointFile reviewCheckpointFile,
            ProgressListener watching) {
        this.writer = writer;
        this.exclusions = exclusions;
        this.only = only;
        this.licenses = licenses;
        this.reviewCheckpointFile = reviewCheckpointFile;
        this.watching = watching;
        this.statistics = new ReviewStatistics(exclusions);
    }

    /** What the review tells next. */
    public void accept(ReviewEvent event) throws IOException {
        if (event instanceof ReviewEvent.Started started) {
            watching.onStart(started.customers());
            return;
        }
        replay();
        if (event instanceof ReviewEvent.Reviewed reviewed) {
            CheckpointRecord customer = CheckpointRecord.of(reviewed.customer(), exclusions);
            // A count that all rows of a customer lack is asked for again: only then is it noticed that a vendor
            // dropped it.
            if (reviewCheckpointFile != null
                    && DocumentedCount.missingIn(reviewed.customer().position()).isEmpty()) {
                reviewCheckpointFile.add(customer);
            }
            add(customer);
        } else if (event instanceof ReviewEvent.Unmatched unmatched) {
            writer.unmatched(licenses.name(), ReviewStatistics.VIEWS.unmatched(unmatched.tenant()));
        } else if (event instanceof ReviewEvent.Finished finished) {
            ended = true;
            atLarge.addAll(finished.completeness().atLarge());
        }
    }

    private void replay() throws IOException {
        if (!replayed) {
            replayed = true;
            if (reviewCheckpointFile != null) {
                reviewCheckpointFile.replay(this::add);
            }
        }
    }

    private void add(CheckpointRecord reviewed) throws IOException {
        CheckpointRecord shown = reviewed.only(only);
        CustomerView customer = shown.customer();
        statistics.add(shown);
        writer.customer(customer);
        for (GapView gap : customer.gaps()) {
            note(gap.text() + "; missing for customer " + customer.id());
        }
        watching.onProgress(statistics.customers());
    }

    private void note(String gap) {
        if (gaps.size() < FIRST_GAPS) {
            gaps.add(gap);
        }
    }

    /**
     * All was told: completes the result.
     *
     * @param today the day on which exclusions are in force or not
     * @throws IllegalStateException if the review did not say how complete it is
     */
    public ReviewSummary end(LocalDate today) throws IOException {
        if (!ended) {
            throw new IllegalStateException("a review ended without saying how complete it is");
        }
        replay();
        watching.onEnd();
        atLarge.forEach(gap -> note(gap.explanation()));
        ReviewSummary summary = statistics.summary(atLarge, today);
        writer.end(summary);
        return summary;
    }

    /** The first of what is missing, a line each. */
    public List<String> gaps() {
        return List.copyOf(gaps);
    }

    /** How bad the worst finding is that is told and raises an alarm. */
    public Optional<Severity> worst() {
        return statistics.worst();
    }
}
