package dev.seatport.reports.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text that must stand behind what is known only later: kept in a file that only this user may read and that vanishes with
 * the process, so that memory does not grow with it.
 */
public final class TemporaryTextFile implements AutoCloseable {
    private final Path file;
    private final Writer writer;
    private boolean empty = true;

    private TemporaryTextFile(Path file) throws IOException {
        this.file = file;
        // Unlike the writers of Files, this one replaces what UTF-8 cannot hold, so no text ends a result.
        this.writer = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }

    public static TemporaryTextFile open() {
        try {
            Path file = Files.createTempFile("seatport-", ".spool");
            file.toFile().deleteOnExit();
            return new TemporaryTextFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(String text) throws IOException {
        empty = false;
        writer.write(text);
    }

    /** Whether no text was written to it. */
    public boolean isEmpty() {
        return empty;
    }

    public Writer writer() {
        return writer;
    }

    /** Ends the writing, and copies all that was written. */
    public void copyTo(Writer out) throws IOException {
        writer.close();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            reader.transferTo(out);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is deleted at the latest when the process ends.
            file.toFile().deleteOnExit();
        }
    }
}
