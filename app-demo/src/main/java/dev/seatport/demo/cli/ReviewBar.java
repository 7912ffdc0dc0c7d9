package dev.seatport.demo.cli;

import dev.seatport.demo.review.ReviewResult.Watching;
import dev.seatport.domain.seat.Quantity;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a review is, on stderr, for a person who looks on: customers, how fast, and how long it will still take. */
final class ReviewBar implements Watching, AutoCloseable {
    private static final int WIDTH = 100;
    private static final int REDRAWN_EVERY_MS = 250;
    private static final int UNKNOWN = -1;

    private final Console console;
    private final boolean shown;
    private @Nullable ProgressBar bar;

    private ReviewBar(Console console, boolean shown) {
        this.console = console;
        this.shown = shown;
    }

    /** A bar that shows itself if somebody looks on and the result does not come between. */
    static ReviewBar of(SeatportCommand root) {
        return new ReviewBar(root.console(), root.console().terminal() && !root.streamsToTerminal());
    }

    @Override
    public void begins(Quantity customers) {
        if (shown) {
            bar = new ProgressBarBuilder()
                    .setTaskName("reviewing")
                    .setUnit(" customers", 1)
                    .setInitialMax(customers.count().orElse(UNKNOWN))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REDRAWN_EVERY_MS)
                    .setConsumer(new ConsoleProgressBarConsumer(console.err(), WIDTH))
                    .clearDisplayOnFinish()
                    .showSpeed()
                    .build();
        }
    }

    @Override
    public void reads(long customers) {
        if (bar != null) {
            bar.stepTo(customers);
        }
    }

    @Override
    public void ends() {
        close();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
