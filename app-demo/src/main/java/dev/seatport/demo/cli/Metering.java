package dev.seatport.demo.cli;

import dev.seatport.demo.wiring.Meters;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what was counted once a command is over, however it ended: in the log, and in a file if one was named. */
final class Metering implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("dev.seatport.metrics");

    private final Meters meters;
    private final @Nullable Output file;

    private Metering(Meters meters, @Nullable Output file) {
        this.meters = meters;
        this.file = file;
    }

    /** A file that cannot be written is noticed here, before anything is sent. What nobody will see is not counted. */
    static Metering of(Meters meters, @Nullable Path file) throws OutputException {
        Output out = file == null ? null : Output.to(file);
        if (out != null || LOG.isInfoEnabled()) {
            meters.count();
        }
        return new Metering(meters, out);
    }

    @Override
    public void close() throws OutputException {
        meters.summary().forEach(LOG::info);
        if (file != null) {
            write(file);
        }
    }

    private void write(Output out) throws OutputException {
        try (out) {
            out.writer().write(meters.prometheus());
            out.complete();
        } catch (OutputException e) {
            throw e;
        } catch (IOException e) {
            throw out.unwritable();
        }
    }
}
