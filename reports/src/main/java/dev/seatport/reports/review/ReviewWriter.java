package dev.seatport.reports.review;

import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import java.io.IOException;

/**
 * Writes a review in one format. The caller calls {@code customer} any number of times, then {@code unmatched} any number of
 * times, then {@code end}. A comparison also calls {@code baselineFinding}, any number of times before {@code end}. Keeps no customers in memory. Confined to one thread.
 */
public interface ReviewWriter extends AutoCloseable {
    /** Writes the next customer. */
    void customer(CustomerView customer) throws IOException;

    /** Writes a tenant that only the license vendor has. */
    void unmatched(String vendor, UnmatchedTenantView tenant) throws IOException;

    /** Writes a finding that only the earlier review has. A format may leave it out: the summary counts it. */
    default void baselineFinding(BaselineFindingView finding) throws IOException {}

    /** Completes the result. */
    void end(ReviewSummary summary) throws IOException;

    /** Releases temporary files. The result may be incomplete. */
    @Override
    void close();

    /** Returns a writer that makes each call to this writer, then to the other one. */
    default ReviewWriter andThen(ReviewWriter next) {
        ReviewWriter first = this;
        return new ReviewWriter() {
            @Override
            public void customer(CustomerView customer) throws IOException {
                first.customer(customer);
                next.customer(customer);
            }

            @Override
            public void unmatched(String vendor, UnmatchedTenantView tenant) throws IOException {
                first.unmatched(vendor, tenant);
                next.unmatched(vendor, tenant);
            }

            @Override
            public void baselineFinding(BaselineFindingView finding) throws IOException {
                first.baselineFinding(finding);
                next.baselineFinding(finding);
            }

            @Override
            public void end(ReviewSummary summary) throws IOException {
                first.end(summary);
                next.end(summary);
            }

            @Override
            public void close() {
                first.close();
                next.close();
            }
        };
    }
}
