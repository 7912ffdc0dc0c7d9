package dev.seatport.benchmarks.listing;

import dev.seatport.benchmarks.Measurement;
import dev.seatport.benchmarks.process.Jvm;
import dev.seatport.benchmarks.report.Results;
import dev.seatport.benchmarks.vendor.VendorOptions;
import dev.seatport.benchmarks.vendor.VendorProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the tenant seats of one customer with many tenants. The vendor and the client run in two processes; the client has a small
 * heap. A run that loses a row or a seat fails.
 *
 * <p>Pace: rounds of one run through the port and one handwritten run, in one process, after a warm-up. Memory: peak of a process that
 * reads the listing once through the port and does nothing else.
 */
public final class ListingRun implements Measurement {
    private static final List<String> HEAP = List.of("-Xmx256m");
    private static final int TENANTS = 1_000_000;
    private static final int TENTH_OF_TENANTS = TENANTS / 10;
    private static final int TENANTS_PER_ROUND = 200_000;
    private static final int WARM_UP_ROUNDS = 8;
    private static final int ROUNDS = 11;
    private static final int MEMORY_ROUNDS = 5;

    @Override
    public void run(Results results) throws IOException {
        pace(results);
        memory(results);
    }

    private static void pace(Results results) throws IOException {
        List<Double> ratios = new ArrayList<>();
        List<Double> portPaces = new ArrayList<>();
        List<Double> handwrittenPaces = new ArrayList<>();
        int rounds = WARM_UP_ROUNDS + ROUNDS;
        List<Double> output = client(TENANTS_PER_ROUND, rounds, rounds);
        for (int round = WARM_UP_ROUNDS; round < rounds; round++) {
            double portSeconds = output.get(2 * round);
            double handwrittenSeconds = output.get(2 * round + 1);
            ratios.add(handwrittenSeconds / portSeconds);
            portPaces.add(TENANTS_PER_ROUND / portSeconds);
            handwrittenPaces.add(TENANTS_PER_ROUND / handwrittenSeconds);
        }
        results.ratio("listing.rows_vs_handwritten", ratios);
        results.value("listing.rows_per_second_warm", portPaces, "rows/s");
        results.value("listing.handwritten_rows_per_second_warm", handwrittenPaces, "rows/s");
        Map<String, String> bars = new LinkedHashMap<>();
        bars.put("Seatport", "listing.rows_per_second_warm");
        bars.put("by hand (Vert.x, databind)", "listing.handwritten_rows_per_second_warm");
        results.chart("pace", "Rows a second, one page after the other, -Xmx256m", bars);
    }

    private static void memory(Results results) throws IOException {
        List<Double> ratios = new ArrayList<>();
        List<Double> paces = new ArrayList<>();
        List<Double> peaks = new ArrayList<>();
        for (int round = 0; round < MEMORY_ROUNDS; round++) {
            List<Double> tenth = client(TENTH_OF_TENANTS, 1, 0);
            List<Double> all = client(TENANTS, 1, 0);
            paces.add(TENANTS / all.get(0));
            peaks.add(all.get(1));
            ratios.add(all.get(1) / tenth.get(1));
        }
        results.ratio("listing.peak_1m_vs_100k", ratios);
        results.value("listing.rows_per_second", paces, "rows/s");
        results.value("listing.peak_rss_1m", peaks, "MiB");
    }

    /** Returns the output of a client: the seconds of its runs and its peak memory. */
    private static List<Double> client(int tenants, int portRounds, int handwrittenRounds) throws IOException {
        try (VendorProcess vendor = VendorProcess.start(VendorOptions.listing(tenants));
                Jvm client = Jvm.start(
                        HEAP, ListingClient.class, arguments(vendor, tenants, portRounds, handwrittenRounds))) {
            List<Double> output = new ArrayList<>();
            for (int i = 0; i <= portRounds + handwrittenRounds; i++) {
                output.add(Double.parseDouble(client.readLine()));
            }
            return output;
        }
    }

    private static List<String> arguments(VendorProcess vendor, int... numbers) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Integer.toString(vendor.port()));
        for (int number : numbers) {
            arguments.add(Integer.toString(number));
        }
        return arguments;
    }
}
