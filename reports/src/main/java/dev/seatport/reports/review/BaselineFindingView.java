package dev.seatport.reports.review;

import dev.seatport.reports.review.CustomerView.FindingView;
import org.jspecify.annotations.Nullable;

/**
 * A finding that only the earlier review of a comparison has.
 *
 * @param customer the id of its customer at the seat vendor
 * @param finding the finding of the earlier review; its {@code change} is {@code RESOLVED} or {@code NOT_JUDGED}
 */
public record BaselineFindingView(String customer, @Nullable String organization, FindingView finding) {}
