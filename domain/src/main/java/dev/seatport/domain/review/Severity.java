package dev.seatport.domain.review;

/** Severity of a finding, in ascending order. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL
}
