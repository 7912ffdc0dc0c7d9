package dev.seatport.benchmarks.listing;

import dev.seatport.benchmarks.process.ChildProcess;
import dev.seatport.benchmarks.process.PeakMemory;
import io.vertx.core.Vertx;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Client process: reads a listing several times through the port and with the handwritten loop, in turns. Prints the seconds of each run
 * and at the end the peak memory.
 */
final class ListingClient {
    private static final double NANOS_PER_SECOND = 1e9;

    private ListingClient() {}

    /** Arguments: port, tenants, runs through the port, handwritten runs. */
    public static void main(String[] arguments) {
        ChildProcess.main(() -> read(arguments));
    }

    private static void read(String... arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int tenants = Integer.parseInt(arguments[1]);
        int portRounds = Integer.parseInt(arguments[2]);
        int handwrittenRounds = Integer.parseInt(arguments[3]);
        Vertx vertx = Vertx.vertx();
        PortListing portListing = new PortListing(vertx, port);
        HandwrittenListing handwrittenListing = new HandwrittenListing(vertx, port);
        for (int round = 0; round < Math.max(portRounds, handwrittenRounds); round++) {
            if (round < portRounds) {
                print(seconds(portListing::read, tenants));
            }
            if (round < handwrittenRounds) {
                print(seconds(handwrittenListing::read, tenants));
            }
        }
        print(PeakMemory.peakMib());
    }

    private static double seconds(Supplier<CompletionStage<SeatSums>> run, int tenants) throws Exception {
        long start = System.nanoTime();
        SeatSums sums = run.get().toCompletableFuture().get();
        long end = System.nanoTime();
        sums.check(tenants);
        return (end - start) / NANOS_PER_SECOND;
    }

    private static void print(double number) {
        System.out.printf(Locale.ROOT, "%.4f%n", number);
    }
}
