package dev.seatport.benchmarks.listing;

import dev.seatport.benchmarks.process.ChildProcess;
import dev.seatport.benchmarks.process.PeakMemory;
import io.vertx.core.Vertx;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The client's process: reads the listing of so many tenants, a number of times through the port and as often by hand, in
 * turns. Prints the seconds of each reading, and at the end the most memory that it had.
 */
final class ListingClient {
    private static final double NANOS = 1e9;

    private ListingClient() {}

    /** Arguments: port, tenants, readings through the port, readings by hand. */
    public static void main(String[] arguments) {
        ChildProcess.main(() -> read(arguments));
    }

    private static void read(String... arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int tenants = Integer.parseInt(arguments[1]);
        int throughPort = Integer.parseInt(arguments[2]);
        int byHand = Integer.parseInt(arguments[3]);
        Vertx vertx = Vertx.vertx();
        PortListing ours = new PortListing(vertx, port);
        HandwrittenListing theirs = new HandwrittenListing(vertx, port);
        for (int round = 0; round < Math.max(throughPort, byHand); round++) {
            if (round < throughPort) {
                say(seconds(ours::read, tenants));
            }
            if (round < byHand) {
                say(seconds(theirs::read, tenants));
            }
        }
        say(PeakMemory.peak());
    }

    private static double seconds(Supplier<CompletionStage<SeatSums>> reading, int tenants) throws Exception {
        long begun = System.nanoTime();
        SeatSums seatSums = reading.get().toCompletableFuture().get();
        long ended = System.nanoTime();
        seatSums.check(tenants);
        return (ended - begun) / NANOS;
    }

    private static void say(double number) {
        System.out.printf(Locale.ROOT, "%.4f%n", number);
    }
}
