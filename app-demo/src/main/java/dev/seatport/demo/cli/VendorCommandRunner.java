package dev.seatport.demo.cli;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.wiring.Metrics;
import dev.seatport.demo.wiring.SeatportComponent;
import dev.seatport.demo.wiring.VendorRegistry;
import dev.seatport.demo.wiring.VertxLifecycle;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.BlockingRows;
import dev.seatport.reports.output.Column;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.output.RowWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a command that calls vendors: creates the component, reads, writes the result, closes the vendors, reports the metrics. */
final class VendorCommandRunner {
    private static final int MAX_LINES = 20;

    private final CommandContext context;
    private final Supplier<Settings> settings;

    /** Creates a runner with the settings of this process. */
    VendorCommandRunner(CommandContext context) {
        this(context, context::settings);
    }

    /** Creates a runner with other settings. */
    VendorCommandRunner(CommandContext context, Supplier<Settings> settings) {
        this.context = context;
        this.settings = settings;
    }

    /** Action of a command on the vendors. Returns the exit code. */
    interface CommandAction {
        int run(SeatportComponent component) throws Exception;
    }

    /** Runs a task, then closes the vendors. Returns the exit code of the task. */
    int run(CommandAction task) throws Exception {
        VertxLifecycle vertx = new VertxLifecycle();
        SeatportComponent component = context.components().create(settings.get(), vertx);
        // Vert.x is closed first: after that the counts are final.
        try (MetricsReport metrics = new MetricsReport(component.metrics(), context.openMetrics());
                vertx) {
            metrics.enableIfReported();
            return task.run(component);
        }
    }

    /** Reports the metrics at the end of a command, also of a failed one: in the log, and in the file of {@code --metrics}. */
    private record MetricsReport(Metrics metrics, @Nullable Output file) implements AutoCloseable {
        private static final Logger LOG = LoggerFactory.getLogger("dev.seatport.metrics");

        /** Enables the metrics if they will be reported. */
        void enableIfReported() {
            if (file != null || LOG.isInfoEnabled()) {
                metrics.enable();
            }
        }

        @Override
        public void close() throws OutputException {
            metrics.summary().forEach(LOG::info);
            if (file != null) {
                save(file);
            }
        }

        private void save(Output out) throws OutputException {
            try (out) {
                write(out, () -> out.writer().write(metrics.prometheus()));
            }
        }
    }

    /** Completeness of the rows of a listing. */
    interface RowCheck<T> {
        /** Returns one line about the missing data of a row, or empty if the row is complete. */
        Optional<String> gap(T row);

        /** Returns one line about each row that is missing at the end of a complete listing. */
        default List<String> missingRows() {
            return List.of();
        }
    }

    /** Prints a listing row by row. Returns the exit code. */
    <T> int printRows(Function<VendorRegistry, Flow.Publisher<Observed<T>>> query, List<Column<T>> columns)
            throws Exception {
        return printRows(query, columns, row -> Optional.empty());
    }

    /**
     * Prints a listing row by row.
     *
     * @return {@link ExitCode#INCOMPLETE} if any row is incomplete or missing, or the listing fails after its first row;
     *     {@link ExitCode#FAILED} if it has no rows and some are missing
     */
    <T> int printRows(
            Function<VendorRegistry, Flow.Publisher<Observed<T>>> query, List<Column<T>> columns, RowCheck<T> check)
            throws Exception {
        requireRowFormat();
        return run(component -> {
            List<String> gaps = new ArrayList<>();
            try (Output out = context.openOutput()) {
                Flow.Publisher<Observed<T>> listing = query.apply(component.vendors());
                RowWriter<T> rows = context.rows(columns, out.writer());
                RowConsumer<T> consumer = row -> {
                    rows.row(row);
                    check.gap(row).filter(line -> gaps.size() <= MAX_LINES).ifPresent(gaps::add);
                };
                int code = writeListing(listing, consumer, check, rows::end, out);
                gaps.stream().limit(MAX_LINES).forEach(context.environment()::printMessage);
                if (gaps.size() > MAX_LINES) {
                    context.environment()
                            .printMessage("more rows are incomplete; each row of the result shows what is missing");
                }
                return gaps.isEmpty() ? code : ExitCode.INCOMPLETE;
            }
        });
    }

    /** Prints one value. Returns the exit code. */
    <T> int printOne(Function<VendorRegistry, CompletionStage<Observed<T>>> query, List<Column<T>> columns)
            throws Exception {
        requireRowFormat();
        return run(component -> {
            // Opens the output first: the query sends its request at once.
            try (Output out = context.openOutput()) {
                T value = await(query.apply(component.vendors())).value();
                return write(out, () -> {
                    RowWriter<T> writer = context.one(columns, out.writer());
                    writer.row(value);
                    writer.end();
                });
            }
        });
    }

    /** Rejects HTML before a missing setting is reported. */
    private void requireRowFormat() {
        context.format();
    }

    /** Action that writes to an output. */
    interface IoAction {
        void run() throws IOException;
    }

    private interface RowConsumer<T> {
        void accept(T row) throws IOException;
    }

    /**
     * Writes a listing row by row. If it fails before its first row, the output stays unchanged. If it fails later, the rows up to
     * there are written and the failure is printed on stderr.
     */
    private <T> int writeListing(
            Flow.Publisher<Observed<T>> listing, RowConsumer<T> consumer, RowCheck<T> check, IoAction end, Output out)
            throws OutputException, InterruptedException {
        VendorException failure = null;
        boolean empty;
        try (BlockingRows<Observed<T>> blockingRows = BlockingRows.of(listing)) {
            Optional<Observed<T>> next = blockingRows.next();
            empty = next.isEmpty();
            try {
                while (next.isPresent()) {
                    consumer.accept(next.get().value());
                    next = blockingRows.next();
                }
            } catch (VendorException e) {
                failure = e;
            } catch (IOException e) {
                throw out.unwritable();
            }
        }
        List<String> missing = failure == null ? check.missingRows() : List.of();
        missing.forEach(context.environment()::printMessage);
        if (empty && !missing.isEmpty()) {
            return ExitCode.FAILED;
        }
        int code = write(out, end);
        if (failure == null) {
            return missing.isEmpty() ? code : ExitCode.INCOMPLETE;
        }
        context.environment().printMessage(failure.getMessage());
        return ExitCode.INCOMPLETE;
    }

    /** Writes a complete result and publishes it. Returns {@link ExitCode#SUCCESS}. */
    static int write(Output out, IoAction action) throws OutputException {
        try {
            action.run();
        } catch (IOException e) {
            throw out.unwritable();
        }
        out.complete();
        return ExitCode.SUCCESS;
    }

    /** Blocks until a request completes. */
    static <T> T await(CompletionStage<T> stage) throws Exception {
        try {
            return stage.toCompletableFuture().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
