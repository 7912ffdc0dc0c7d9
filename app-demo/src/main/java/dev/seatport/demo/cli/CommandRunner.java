package dev.seatport.demo.cli;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.wiring.Metrics;
import dev.seatport.demo.wiring.SeatportComponent;
import dev.seatport.demo.wiring.VertxLifecycle;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.BlockingRows;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.output.RowWriter;
import dev.seatport.reports.output.TableSchema;
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

/** Runs a command that asks vendors: wires them, reads, writes the result, closes everything, and reports the metrics. */
final class CommandRunner {
    private static final int MAX_LINES = 20;

    private final CommandContext context;
    private final Supplier<Settings> settings;

    /** A runner with the settings of this process. */
    CommandRunner(CommandContext context) {
        this(context, context::settings);
    }

    /** A runner with other settings. */
    CommandRunner(CommandContext context, Supplier<Settings> settings) {
        this.context = context;
        this.settings = settings;
    }

    /** What a command does with the vendors. */
    interface VendorTask {
        int run(SeatportComponent component) throws Exception;
    }

    /** Runs a task, and closes the vendors. */
    int run(VendorTask task) throws Exception {
        VertxLifecycle vertx = new VertxLifecycle();
        SeatportComponent component = context.components().create(settings.get(), vertx);
        // Vert.x is closed first: the metrics are shown when nothing more can be counted.
        try (MetricsReport metrics = new MetricsReport(component.metrics(), context.openMetrics());
                vertx) {
            metrics.begin();
            return task.run(component);
        }
    }

    /** Shows the metrics after a command, however it ended: in the log, and in the file of {@code --metrics}. */
    private record MetricsReport(Metrics metrics, @Nullable Output file) implements AutoCloseable {
        private static final Logger LOG = LoggerFactory.getLogger("dev.seatport.metrics");

        /** Counts only what will be shown. */
        void begin() {
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

    /** Prints a listing as its rows come. */
    <T> int rows(Function<SeatportComponent, Flow.Publisher<Observed<T>>> query, TableSchema<T> tableSchema)
            throws Exception {
        return rows(query, tableSchema, row -> Optional.empty());
    }

    /**
     * Prints a listing as its rows come.
     *
     * @param missing what a row lacks, in one line; the listing is incomplete if any row lacks something
     */
    <T> int rows(
            Function<SeatportComponent, Flow.Publisher<Observed<T>>> query,
            TableSchema<T> tableSchema,
            Function<T, Optional<String>> missing)
            throws Exception {
        return run(component -> {
            List<String> lacking = new ArrayList<>();
            try (Output out = context.openOutput()) {
                Flow.Publisher<Observed<T>> listing = query.apply(component);
                RowWriter<T> rows = context.format().rows(tableSchema, out.writer(), context.onTerminal());
                RowConsumer<T> consumer = row -> {
                    rows.row(row);
                    missing.apply(row)
                            .filter(line -> lacking.size() <= MAX_LINES)
                            .ifPresent(lacking::add);
                };
                int code = print(listing, consumer, rows::end, out);
                lacking.stream().limit(MAX_LINES).forEach(context.console()::say);
                if (lacking.size() > MAX_LINES) {
                    context.console().say("and more is missing; every row says what it lacks");
                }
                return lacking.isEmpty() ? code : ExitCode.INCOMPLETE;
            }
        });
    }

    /** Prints one thing. */
    <T> int one(Function<SeatportComponent, CompletionStage<Observed<T>>> query, TableSchema<T> tableSchema)
            throws Exception {
        return run(component -> {
            // The output is opened first: the request is sent as soon as the query is made.
            try (Output out = context.openOutput()) {
                T value = await(query.apply(component)).value();
                return write(out, () -> {
                    RowWriter<T> writer = context.format().one(tableSchema, out.writer(), context.onTerminal());
                    writer.row(value);
                    writer.end();
                });
            }
        });
    }

    /** Writes to an output. */
    interface IoAction {
        void run() throws IOException;
    }

    private interface RowConsumer<T> {
        void accept(T row) throws IOException;
    }

    /**
     * Writes row by row. A listing that fails before its first row leaves the output untouched; one that fails later is
     * written as far as it goes, and its failure told.
     */
    private <T> int print(Flow.Publisher<Observed<T>> listing, RowConsumer<T> consumer, IoAction end, Output out)
            throws OutputException, InterruptedException {
        VendorException missing = null;
        try (BlockingRows<Observed<T>> blockingRows = BlockingRows.of(listing)) {
            Optional<Observed<T>> next = blockingRows.next();
            try {
                while (next.isPresent()) {
                    consumer.accept(next.get().value());
                    next = blockingRows.next();
                }
            } catch (VendorException e) {
                missing = e;
            } catch (IOException e) {
                throw out.unwritable();
            }
        }
        int code = write(out, end);
        if (missing == null) {
            return code;
        }
        context.console().say(missing.getMessage());
        return ExitCode.INCOMPLETE;
    }

    /** Writes a whole result. */
    static int write(Output out, IoAction action) throws OutputException {
        try {
            action.run();
        } catch (IOException e) {
            throw out.unwritable();
        }
        out.complete();
        return ExitCode.FINE;
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
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
