package dev.seatport.benchmarks.sweep;

import dev.seatport.benchmarks.process.Jvm;
import dev.seatport.benchmarks.vendor.CallCounter;
import dev.seatport.benchmarks.vendor.VendorOptions;
import dev.seatport.benchmarks.vendor.VendorProcess;
import dev.seatport.http.ClientLimits;
import java.io.IOException;
import java.util.List;

/**
 * Review of one fleet in a new process.
 *
 * @param seconds seconds from the first request to the last event
 * @param peakMib peak memory of the process in MiB
 * @param liveHeapMib used heap at the end in MiB
 * @param calls requests to the vendors, without token requests
 */
record BenchmarkReview(VendorOptions vendors, double seconds, double peakMib, double liveHeapMib, CallCounter calls) {
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double MICROS_PER_MILLI = 1000;

    static BenchmarkReview of(VendorOptions options, String heap) throws IOException {
        try (VendorProcess vendors = VendorProcess.start(options);
                Jvm client = Jvm.start(
                        List.of("-Xmx" + heap),
                        SweepClient.class,
                        List.of(Integer.toString(vendors.port()), Integer.toString(options.customers())))) {
            return new BenchmarkReview(
                    options, readNumber(client), readNumber(client), readNumber(client), vendors.calls());
        }
    }

    private static double readNumber(Jvm client) throws IOException {
        return Double.parseDouble(client.readLine());
    }

    /** Returns the time divided by the lower bound of the busier vendor's latency at maximum concurrency. */
    double timeVsLatency() {
        long maxCalls = Math.max(calls.avePoint(), calls.c3());
        double bound = maxCalls
                * vendors.latency().toMillis()
                / MILLIS_PER_SECOND
                / ClientLimits.defaults().maxConcurrentCalls();
        return seconds / bound;
    }

    /**
     * Returns the time divided by the lower bound of the busier vendor's rate limit. The calls in the full bucket at the start are free.
     */
    double timeVsRate() {
        long maxCalls = Math.max(calls.avePoint(), calls.c3());
        double bound = (double) (maxCalls - vendors.perSecond()) / vendors.perSecond();
        return seconds / bound;
    }

    /** Returns the mean delay of the vendors' responses in milliseconds. */
    double meanLatencyMillis() {
        return calls.latency() / MICROS_PER_MILLI;
    }

    double secondsPerCustomer() {
        return seconds / vendors.customers();
    }
}
