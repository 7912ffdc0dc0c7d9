package dev.seatport.demo.cli;

import dev.seatport.domain.seat.Quantity;
import dev.seatport.reports.review.ReviewReporter.ProgressListener;
import java.io.PrintStream;
import java.util.function.IntSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a review is, on stderr, for a person who looks on: customers, how fast, and how long it will still take. */
final class ReviewProgressBar implements ProgressListener, AutoCloseable {
    private static final int MOST_COLUMNS = 100;
    private static final int REDRAWN_EVERY_MS = 250;
    private static final int UNKNOWN = -1;

    private final boolean shown;
    private final Line line;
    private @Nullable ProgressBar bar;

    /** A bar in as many columns as the terminal has at the time. */
    ReviewProgressBar(Console console, boolean shown, IntSupplier columns) {
        this.shown = shown;
        this.line = new Line(console.err(), columns);
    }

    /** A bar that shows itself if somebody looks on and the result does not come between. */
    static ReviewProgressBar of(CommandContext context) {
        Console console = context.console();
        return new ReviewProgressBar(
                console,
                console.terminal() && !context.streamsToTerminal(),
                Terminal.columnsNow(console.environment()));
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
                    .setConsumer(line)
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
            // The library leaves a bar on the line that was drawn once only.
            line.wipe();
        }
    }

    /** The terminal's line that the bar is drawn on, over what was there before. */
    private static final class Line implements ProgressBarConsumer {
        private final PrintStream out;
        private final IntSupplier columns;
        private int width;
        private int drawn;

        private Line(PrintStream out, IntSupplier columns) {
            this.out = out;
            this.columns = columns;
        }

        /** Leaves the last column free: a terminal may go to the next line after it. The person may change the window's size. */
        @Override
        public int getMaxRenderedLength() {
            width = Math.max(1, Math.min(MOST_COLUMNS, columns.getAsInt()) - 1);
            return width;
        }

        /** The library's text has one column for each letter. */
        @Override
        public void accept(String bar) {
            String fitting = bar.substring(0, Math.min(bar.length(), width));
            out.print('\r' + fitting + " ".repeat(Math.max(0, Math.min(drawn, width) - fitting.length())));
            out.flush();
            drawn = fitting.length();
        }

        private void wipe() {
            out.print('\r' + " ".repeat(Math.min(drawn, width)) + '\r');
            out.flush();
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
