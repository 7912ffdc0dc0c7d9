package dev.seatport.sandbox.faults;

/** Simulated vendor, including its token server. */
public enum SandboxVendorName {
    /** AvePoint Elements. */
    AVEPOINT,
    /** C3 CSP Control Center. */
    C3,
    /** Microsoft Graph. */
    GRAPH
}
