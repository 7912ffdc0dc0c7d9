package dev.seatport.reports.review;

import dev.seatport.reports.review.CustomerView.UnmatchedView;
import java.io.IOException;

/**
 * Writes a review in one format, as it comes: any number of {@code customer}, then any number of {@code unmatched}, then
 * {@code end}. What must stand before the customers and is known only after them is the writer's business; it keeps no
 * customers in memory. For one thread.
 */
public interface ReviewWriter extends AutoCloseable {
    /** One customer, in the order of the result. */
    void customer(CustomerView customer) throws IOException;

    /** A tenant that only the vendor of the licenses has. */
    void unmatched(String vendor, UnmatchedView tenant) throws IOException;

    /** All is there that will be: completes the result. */
    void end(ReviewSummary summary) throws IOException;

    /** Gives back what was held, whether or not the result was completed. */
    @Override
    void close();
}
