package dev.seatport.demo.wiring;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What is done beside what the command does meanwhile; it keeps no process from ending. */
final class Background {
    private Background() {}

    /** Begins to make something, on a thread of its own. */
    static <T> CompletableFuture<T> making(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Background::begin);
    }

    /** Begins something, on a thread of its own. */
    static void begin(Runnable work) {
        Thread thread = new Thread(work, "seatport-start");
        thread.setDaemon(true);
        thread.start();
    }
}
