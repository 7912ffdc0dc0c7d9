package dev.seatport.benchmarks;

import dev.seatport.benchmarks.report.Results;

/** Measurement. Output other than its results is for people. */
@FunctionalInterface
public interface Measurement {
    /** Measures. Throws an exception if the measured work is wrong or incomplete. */
    void run(Results results) throws Exception;
}
