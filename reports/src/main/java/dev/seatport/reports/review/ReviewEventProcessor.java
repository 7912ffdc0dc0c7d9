package dev.seatport.reports.review;

import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.MandatoryCountField;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.Severity;
import dev.seatport.domain.review.UnseenPolicyEntry;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.UnmatchedLicenseTenant;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of a review as a result. The customers of a resume file come first, then the customers that are read now,
 * which are also saved to that file. Writes nothing before the first customer or the end. Confined to one thread.
 */
public final class ReviewEventProcessor {
    private final ReviewWriter writer;
    private final List<Exclusion> exclusions;
    private final Set<String> only;
    private final @Nullable ReviewCheckpointFile checkpoint;
    private final ProgressListener listener;
    private final ReviewStatistics statistics;
    private final List<Gap> atLarge = new ArrayList<>();
    private final List<UnseenPolicyEntry> unseen = new ArrayList<>();
    private boolean replayed;
    private boolean ended;

    /** Receives the progress of the result on the thread of the reporter. */
    public interface ProgressListener {
        /** Returns a listener that does nothing. */
        static ProgressListener none() {
            return new ProgressListener() {};
        }

        /**
         * Called once before the first customer.
         *
         * @param customers the number of customers, if the vendor reports it
         */
        default void onStart(Quantity customers) {}

        /**
         * Called after each customer.
         *
         * @param customers number of customers written so far
         */
        default void onProgress(long customers) {}

        /** Called after the last customer. */
        default void onEnd() {}
    }

    /**
     * Creates a reporter. The caller closes {@code writer}.
     *
     * @param policy the policy of the review
     * @param only the kinds of finding to report; empty for all
     * @param checkpoint the resume file; {@code null} for none
     */
    public ReviewEventProcessor(
            ReviewWriter writer,
            ReviewPolicy policy,
            Set<String> only,
            @Nullable ReviewCheckpointFile checkpoint,
            ProgressListener listener) {
        this.writer = writer;
        this.exclusions = policy.exclusions();
        this.only = only;
        this.checkpoint = checkpoint;
        this.listener = listener;
        this.statistics = new ReviewStatistics(exclusions);
    }

    /** Processes the next event of the review. */
    public void accept(ReviewEvent event) throws IOException {
        if (event instanceof ReviewEvent.Started started) {
            listener.onStart(started.customers());
            return;
        }
        replay();
        if (event instanceof ReviewEvent.Reviewed reviewed) {
            CheckpointRecord customer = CheckpointRecord.of(reviewed.customer(), exclusions);
            // A customer without any value of a documented count is not saved. The next review reads it again and
            // detects a count that the vendor dropped.
            if (checkpoint != null
                    && MandatoryCountField.missingIn(reviewed.customer().position())
                            .isEmpty()) {
                checkpoint.add(customer);
            }
            add(customer);
        } else if (event instanceof ReviewEvent.Unmatched unmatched) {
            addUnmatched(unmatched.tenant());
        } else if (event instanceof ReviewEvent.Finished finished) {
            ended = true;
            atLarge.addAll(finished.completeness().atLarge());
            unseen.addAll(finished.unseen());
            finished.completeness().unread().forEach(statistics::addUnread);
        }
    }

    private void addUnmatched(UnmatchedLicenseTenant tenant) throws IOException {
        Exclusion exclusion = tenant.exclusion();
        UnmatchedTenantView shown = ReviewStatistics.VIEWS.unmatched(tenant).only(only);
        statistics.add(shown, exclusion == null ? -1 : exclusions.indexOf(exclusion));
        writer.unmatched(tenant.customer().vendor().name(), shown);
    }

    private void replay() throws IOException {
        if (!replayed) {
            replayed = true;
            if (checkpoint != null) {
                checkpoint.replay(this::add);
            }
        }
    }

    private void add(CheckpointRecord reviewed) throws IOException {
        CheckpointRecord shown = reviewed.only(only);
        CustomerView customer = shown.customer();
        statistics.add(shown);
        writer.customer(customer);
        listener.onProgress(statistics.customers());
    }

    /**
     * Completes the result after the last event.
     *
     * @param today the date for the end dates of exclusions
     * @throws IllegalStateException if the review did not finish
     */
    public ReviewSummary end(LocalDate today) throws IOException {
        if (!ended) {
            throw new IllegalStateException("the review ended without its last event");
        }
        replay();
        listener.onEnd();
        ReviewSummary summary = statistics.summary(atLarge, unseen, today);
        writer.end(summary);
        return summary;
    }

    /**
     * Returns the highest severity of the reported findings that raise an alarm.
     *
     * @return empty if no finding raises an alarm
     */
    public Optional<Severity> worst() {
        return statistics.worst();
    }
}
