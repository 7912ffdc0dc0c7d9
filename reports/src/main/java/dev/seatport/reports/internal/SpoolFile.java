package dev.seatport.reports.internal;

import java.io.BufferedReader;
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
 * Temporary file for text that is written before its position in the result is reached. Only this user may read it. It is deleted
 * at the latest when the process ends. Confined to one thread.
 */
public final class SpoolFile implements AutoCloseable {
    private final Path file;
    private final Writer writer;
    private boolean empty = true;

    private SpoolFile(Path file) throws IOException {
        this.file = file;
        // Unlike the writers of Files, this writer replaces characters that UTF-8 cannot encode and does not throw.
        this.writer = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }

    public static SpoolFile open() {
        try {
            Path file = Files.createTempFile("seatport-", ".spool");
            file.toFile().deleteOnExit();
            return new SpoolFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(String text) throws IOException {
        empty = false;
        writer.write(text);
    }

    /** Returns whether {@link #write} was never called. */
    public boolean isEmpty() {
        return empty;
    }

    public Writer writer() {
        return writer;
    }

    /** Closes the writer and opens the text, which can be read several times. */
    public Reader reader() throws IOException {
        writer.close();
        return Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }

    /** Closes the writer and copies the text. */
    public void copyTo(Writer out) throws IOException {
        try (Reader reader = reader()) {
            reader.transferTo(out);
        }
    }

    /** Action on a line. */
    public interface LineAction {
        void accept(String line) throws IOException;
    }

    /** Closes the writer and runs an action for each line. */
    public void forEachLine(LineAction action) throws IOException {
        writer.close();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                action.accept(line);
            }
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The file is deleted when the process ends.
            file.toFile().deleteOnExit();
        }
    }
}
