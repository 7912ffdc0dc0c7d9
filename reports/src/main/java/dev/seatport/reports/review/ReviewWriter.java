package dev.seatport.reports.review;

import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import java.io.IOException;

/**
 * Writes a review in one format. The caller calls {@code customer} any number of times, then {@code unmatched} any number of
 * times, then {@code end}. Keeps no customers in memory. Confined to one thread.
 */
public interface ReviewWriter extends AutoCloseable {
    /** Writes the next customer. */
    void customer(CustomerView customer) throws IOException;

    /** Writes a tenant that only the license vendor has. */
    void unmatched(String vendor, UnmatchedTenantView tenant) throws IOException;

    /** Completes the result. */
    void end(ReviewSummary summary) throws IOException;

    /** Releases temporary files. The result may be incomplete. */
    @Override
    void close();
}
