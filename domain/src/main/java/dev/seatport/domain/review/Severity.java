package dev.seatport.domain.review;

/** How much a finding matters; later is worse. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL
}
