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
 * Tenant seats of one customer with very many tenants: the vendor in one process, the client, under a small heap, in another.
 * A reading that lost a row or a seat fails.
 *
 * <p>Pace: rounds of one reading through the port and one by hand, in one process, after some that are not counted. Memory:
 * the most that a process had that did nothing but read the listing once through the port.
 */
public final class ListingRun implements Measurement {
    private static final List<String> HEAP = List.of("-Xmx256m");
    private static final int WHOLE = 1_000_000;
    private static final int TENTH = WHOLE / 10;
    private static final int OF_A_ROUND = 200_000;
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 11;
    private static final int MEMORY_ROUNDS = 5;

    @Override
    public void run(Results results) throws IOException {
        pace(results);
        memory(results);
    }

    private static void pace(Results results) throws IOException {
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        int readings = WARM_UP + ROUNDS;
        List<Double> said = client(OF_A_ROUND, readings, readings);
        for (int round = WARM_UP; round < readings; round++) {
            double portSeconds = said.get(2 * round);
            double handSeconds = said.get(2 * round + 1);
            ratios.add(handSeconds / portSeconds);
            ours.add(OF_A_ROUND / portSeconds);
            theirs.add(OF_A_ROUND / handSeconds);
        }
        results.ratio("listing.rows_vs_handwritten", ratios);
        results.value("listing.rows_per_second_warm", ours, "rows/s");
        results.value("listing.handwritten_rows_per_second_warm", theirs, "rows/s");
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
            List<Double> tenth = client(TENTH, 1, 0);
            List<Double> whole = client(WHOLE, 1, 0);
            paces.add(WHOLE / whole.get(0));
            peaks.add(whole.get(1));
            ratios.add(whole.get(1) / tenth.get(1));
        }
        results.ratio("listing.peak_1m_vs_100k", ratios);
        results.value("listing.rows_per_second", paces, "rows/s");
        results.value("listing.peak_rss_1m", peaks, "MiB");
    }

    /** What a client says: the seconds of its readings, and the most memory that it had. */
    private static List<Double> client(int tenants, int throughPort, int byHand) throws IOException {
        try (VendorProcess vendor = VendorProcess.start(VendorOptions.listing(tenants));
                Jvm client = Jvm.start(HEAP, ListingClient.class, arguments(vendor, tenants, throughPort, byHand))) {
            List<Double> said = new ArrayList<>();
            for (int i = 0; i <= throughPort + byHand; i++) {
                said.add(Double.parseDouble(client.line()));
            }
            return said;
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
