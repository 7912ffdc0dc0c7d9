package dev.seatport.demo.cli;

import dev.seatport.domain.seat.Quantity;
import dev.seatport.reports.review.ReviewEventProcessor.ProgressListener;
import java.io.PrintStream;
import java.util.function.IntSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress bar of a review on stderr: customers read, their rate, and the remaining time. */
final class ReviewProgressBar implements ProgressListener, AutoCloseable {
    private static final int MAX_COLUMNS = 100;
    private static final int UPDATE_INTERVAL_MS = 250;
    private static final int UNKNOWN_MAX = -1;

    private final boolean visible;
    private final TerminalLineConsumer line;
    private @Nullable ProgressBar bar;

    /** Creates a bar. It reads the width of the terminal before each update. */
    ReviewProgressBar(CommandEnvironment environment, boolean visible, IntSupplier columns) {
        this.visible = visible;
        this.line = new TerminalLineConsumer(environment.err(), columns);
    }

    /** Creates a bar that is visible only if standard error is a terminal that does not show the result at the same time. */
    static ReviewProgressBar of(CommandContext context) {
        CommandEnvironment environment = context.environment();
        return new ReviewProgressBar(
                environment,
                environment.terminal() && !context.streamsToTerminal() && TerminalInfo.isErrorAttached(),
                TerminalInfo.currentColumns(environment.variables()));
    }

    @Override
    public void onStart(Quantity customers) {
        if (visible) {
            bar = new ProgressBarBuilder()
                    .setTaskName("reviewing")
                    .setUnit(" customers", 1)
                    .setInitialMax(customers.count().orElse(UNKNOWN_MAX))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_INTERVAL_MS)
                    .setConsumer(line)
                    .showSpeed()
                    .build();
        }
    }

    @Override
    public void onProgress(long customers) {
        if (bar != null) {
            bar.stepTo(customers);
        }
    }

    @Override
    public void onEnd() {
        close();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            // The library does not clear a bar that it drew only once.
            line.erase();
        }
    }

    /** Line of the terminal that shows the bar. Each update overwrites it. */
    private static final class TerminalLineConsumer implements ProgressBarConsumer {
        private final PrintStream out;
        private final IntSupplier columns;
        private int width;
        private int drawnColumns;

        private TerminalLineConsumer(PrintStream out, IntSupplier columns) {
            this.out = out;
            this.columns = columns;
        }

        /** Returns one column less than the current width, because a terminal may wrap after its last column. */
        @Override
        public int getMaxRenderedLength() {
            width = Math.max(1, Math.min(MAX_COLUMNS, columns.getAsInt()) - 1);
            return width;
        }

        /** Each character of the library's text takes one column. */
        @Override
        public void accept(String bar) {
            String text = bar.substring(0, Math.min(bar.length(), width));
            out.print('\r' + text + " ".repeat(Math.max(0, Math.min(drawnColumns, width) - text.length())));
            out.flush();
            drawnColumns = text.length();
        }

        private void erase() {
            out.print('\r' + " ".repeat(Math.min(drawnColumns, width)) + '\r');
            out.flush();
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
