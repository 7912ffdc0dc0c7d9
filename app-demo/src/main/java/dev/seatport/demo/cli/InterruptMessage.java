package dev.seatport.demo.cli;

import java.util.function.Supplier;

/** Message at the end of an interrupted command. A shutdown hook prints it, because a signal ends Java without an exception. */
final class InterruptMessage implements AutoCloseable {
    private final Thread printer;

    /**
     * Creates a message that is not printed before {@link #arm}.
     *
     * @param text returns the message; called on another thread
     */
    InterruptMessage(CommandEnvironment environment, Supplier<String> text) {
        printer = new Thread(() -> {
            if (environment.terminal()) {
                // The line of the terminal may hold a progress bar, and what the keys of the interrupt print.
                environment.err().println();
            }
            environment.printMessage(text.get());
        });
    }

    /** Prints the message if Java is interrupted from now on. */
    void arm() {
        Runtime.getRuntime().addShutdownHook(printer);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(printer);
        } catch (IllegalStateException shutdown) {
            // Java is shutting down, and prints the message.
            return;
        }
    }
}
