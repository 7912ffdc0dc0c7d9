package dev.seatport.benchmarks.sweep;

import dev.seatport.benchmarks.process.Jvm;
import dev.seatport.benchmarks.vendor.CallCounter;
import dev.seatport.benchmarks.vendor.VendorOptions;
import dev.seatport.benchmarks.vendor.VendorProcess;
import dev.seatport.http.ClientLimits;
import java.io.IOException;
import java.util.List;

/**
 * One review of one fleet, by a process of its own.
 *
 * @param seconds from its first request to its last event
 * @param peak the most memory that the process had, in MiB
 * @param live what was left on its heap at the end, in MiB
 * @param calls what the vendors were asked, tokens aside
 */
record BenchmarkReview(VendorOptions vendors, double seconds, double peak, double live, CallCounter calls) {
    private static final double MILLIS = 1000;

    static BenchmarkReview of(VendorOptions options, String heap) throws IOException {
        try (VendorProcess vendors = VendorProcess.start(options);
                Jvm client = Jvm.start(
                        List.of("-Xmx" + heap),
                        SweepClient.class,
                        List.of(Integer.toString(vendors.port()), Integer.toString(options.customers())))) {
            return new BenchmarkReview(options, number(client), number(client), number(client), vendors.calls());
        }
    }

    private static double number(Jvm client) throws IOException {
        return Double.parseDouble(client.line());
    }

    /** Beside the time that the busier vendor's latency makes it take, if as many calls are under way there as ever may be. */
    double timeVsLatency() {
        long most = Math.max(calls.avePoint(), calls.c3());
        double bound = most
                * vendors.latency().toMillis()
                / MILLIS
                / ClientLimits.defaults().maxConcurrentCalls();
        return seconds / bound;
    }

    /** Beside the time that the busier vendor's limit makes it take; what its bucket held at the beginning costs none. */
    double timeVsRate() {
        long most = Math.max(calls.avePoint(), calls.c3());
        double bound = (double) (most - vendors.perSecond()) / vendors.perSecond();
        return seconds / bound;
    }

    /** How long the vendors kept an answer on average, in milliseconds. */
    double latency() {
        return calls.latency() / MILLIS;
    }

    double secondsPerCustomer() {
        return seconds / vendors.customers();
    }
}
