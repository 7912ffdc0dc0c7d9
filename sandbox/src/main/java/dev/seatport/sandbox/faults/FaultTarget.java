package dev.seatport.sandbox.faults;

/** A simulated vendor, its token server included. */
public enum FaultTarget {
    /** AvePoint Elements. */
    AVEPOINT,
    /** The C3 CSP Control Center. */
    C3
}
