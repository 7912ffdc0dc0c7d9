package dev.seatport.demo.cli;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.wiring.DaggerSeatportComponent;
import dev.seatport.demo.wiring.SeatportComponent;
import dev.seatport.demo.wiring.VertxLifecycle;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Arrivals;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.output.RowWriter;
import dev.seatport.reports.output.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs one question of the command line: wires the vendors, reads the answer, writes it, closes everything. */
final class Session {
    private static final int MAX_LINES = 20;

    private final SeatportCommand root;
    private final Supplier<Settings> settings;

    private Session(SeatportCommand root, Supplier<Settings> settings) {
        this.root = root;
        this.settings = settings;
    }

    /** A session with the settings of this process. */
    static Session of(SeatportCommand root) {
        return new Session(root, root::settings);
    }

    /** A session with these settings, and no others. */
    static Session with(SeatportCommand root, Settings settings) {
        return new Session(root, () -> settings);
    }

    /** What a command does with the vendors. */
    interface Work {
        int run(SeatportComponent vendors) throws Exception;
    }

    /** Does something with the vendors, and closes them. */
    int wired(Work work) throws Exception {
        VertxLifecycle vertx = new VertxLifecycle();
        SeatportComponent vendors = DaggerSeatportComponent.factory().create(settings.get(), vertx);
        Metering metering = root.openMetering(vendors.meters());
        // Vert.x is closed first: the meters are shown when nothing more can be counted.
        try (metering;
                vertx) {
            return work.run(vendors);
        }
    }

    /** Prints a listing as its rows come. */
    <T> int rows(Function<SeatportComponent, Flow.Publisher<Observed<T>>> question, Shape<T> shape) throws Exception {
        return rows(question, shape, row -> Optional.empty());
    }

    /**
     * Prints a listing as its rows come.
     *
     * @param missing what a row lacks, in one line; the listing is incomplete if any row lacks something
     */
    <T> int rows(
            Function<SeatportComponent, Flow.Publisher<Observed<T>>> question,
            Shape<T> shape,
            Function<T, Optional<String>> missing)
            throws Exception {
        return wired(vendors -> {
            List<String> first = new ArrayList<>();
            try (Output out = root.openOutput()) {
                Flow.Publisher<Observed<T>> listing = question.apply(vendors);
                RowWriter<T> rows = root.format().rows(shape, out.writer(), root.onTerminal());
                Taking<Observed<T>> row = one -> {
                    rows.row(one.value());
                    missing.apply(one.value())
                            .filter(line -> first.size() <= MAX_LINES)
                            .ifPresent(first::add);
                };
                int code = print(listing, row, rows::end, out);
                first.stream().limit(MAX_LINES).forEach(root.console()::say);
                if (first.size() > MAX_LINES) {
                    root.console().say("and more is missing; every row says what it lacks");
                }
                return first.isEmpty() ? code : ExitCode.INCOMPLETE;
            }
        });
    }

    /** Prints one thing. */
    <T> int one(Function<SeatportComponent, CompletionStage<Observed<T>>> question, Shape<T> shape) throws Exception {
        return wired(vendors -> {
            // The output comes first: a question is sent as soon as it is asked.
            try (Output out = root.openOutput()) {
                T value = await(question.apply(vendors)).value();
                return write(out, () -> {
                    RowWriter<T> writer = root.format().one(shape, out.writer(), root.onTerminal());
                    writer.row(value);
                    writer.end();
                });
            }
        });
    }

    /** Something that writes to an output. */
    interface Writing {
        void run() throws IOException;
    }

    /** Something that takes rows. */
    interface Taking<T> {
        void take(T row) throws IOException;
    }

    /**
     * Writes row by row. A listing that fails before its first row leaves the output untouched; one that fails later is
     * written as far as it goes, and its failure told.
     */
    <T> int print(Flow.Publisher<T> listing, Taking<T> row, Writing end, Output out)
            throws OutputException, InterruptedException {
        VendorException missing = null;
        try (Arrivals<T> arrivals = Arrivals.of(listing)) {
            Optional<T> next = arrivals.next();
            try {
                while (next.isPresent()) {
                    row.take(next.get());
                    next = arrivals.next();
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
        root.console().say(missing.getMessage());
        return ExitCode.INCOMPLETE;
    }

    static int write(Output out, Writing writing) throws OutputException {
        try {
            writing.run();
        } catch (IOException e) {
            throw out.unwritable();
        }
        out.complete();
        return ExitCode.FINE;
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        CompletableFuture<T> future = stage.toCompletableFuture();
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
