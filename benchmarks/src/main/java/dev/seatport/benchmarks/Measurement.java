package dev.seatport.benchmarks;

import dev.seatport.benchmarks.report.Results;

/** Something that is measured. What it prints besides its results is for people. */
@FunctionalInterface
public interface Measurement {
    /** Measures, and fails rather than report a figure of something that went wrong. */
    void run(Results results) throws Exception;
}
