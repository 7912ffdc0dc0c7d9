package dev.seatport.reports.policy;

/** The keys at the top of a policy. */
final class PolicyKeys {
    static final String VERSION = "version";
    static final String PRODUCTS = "products";
    static final String THRESHOLDS = "thresholds";
    static final String TOLERANCE = "tolerance";
    static final String SEVERITIES = "severities";
    static final String SEAT_SKUS = "seat-skus";
    static final String FREE_SKUS = "free-skus";
    static final String EXCLUSIONS = "exclusions";

    static final Choice<String> ALL =
            Choice.keys(VERSION, PRODUCTS, THRESHOLDS, TOLERANCE, SEVERITIES, SEAT_SKUS, FREE_SKUS, EXCLUSIONS);

    private PolicyKeys() {}
}
