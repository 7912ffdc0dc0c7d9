package dev.seatport.reports.review;

/** Result of the comparison of a finding with an earlier review, the baseline. */
public enum FindingChange {
    /** This review has the finding, and the baseline certainly does not. */
    NEW,
    /** Both reviews have the finding. */
    OPEN,
    /** The baseline has the finding, and this review certainly does not. */
    RESOLVED,
    /** Only one review has the finding, and the other one may have missed it. */
    NOT_JUDGED
}
