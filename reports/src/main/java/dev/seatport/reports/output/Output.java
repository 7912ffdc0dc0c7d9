package dev.seatport.reports.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Where a result goes: to a stream, or to a file that appears whole or not at all. A file is written beside its place and moved
 * there by {@link #complete()}; an output that is closed without that leaves nothing behind. UTF-8 throughout.
 */
public final class Output implements AutoCloseable {
    private static final int MOST_LINKS = 40;

    private final Writer writer;
    private final String where;
    private final boolean owned;
    private final @Nullable AtomicFile draft;
    private boolean completed;

    private Output(OutputStream stream, String where, boolean owned, @Nullable AtomicFile draft) {
        this.writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        this.where = where;
        this.owned = owned;
        this.draft = draft;
    }

    /** A result on a stream, which stays open. */
    public static Output to(OutputStream stream) {
        return new Output(stream, "the standard output", false, null);
    }

    /**
     * A result in a file. A link is followed, so that it stays a link; a device or a pipe is written to as it is.
     *
     * @throws OutputException if the file cannot be written; nothing was changed
     */
    public static Output to(Path file) throws OutputException {
        try {
            if (file.toString().isEmpty()) {
                throw new OutputException("the name of the file to write is empty; name a file");
            }
            if (Files.isDirectory(file)) {
                throw new OutputException(file + " is a directory; name a file");
            }
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw new OutputException(file + " may not be written");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return new Output(Files.newOutputStream(file, StandardOpenOption.WRITE), file.toString(), true, null);
            }
            AtomicFile draft = AtomicFile.of(resolveLinks(file));
            return new Output(draft.open(), file.toString(), true, draft);
        } catch (OutputException e) {
            throw e;
        } catch (IOException | SecurityException e) {
            throw new OutputException(file + " cannot be written" + reason(e));
        }
    }

    /** The place that a link leads to, whether or not there is a file already. */
    public static Path resolveLinks(Path file) throws IOException {
        Path place = file.toAbsolutePath();
        for (int i = 0; Files.isSymbolicLink(place); i++) {
            if (i == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        return place;
    }

    private static String reason(Exception failure) {
        String name = failure.getClass().getSimpleName();
        if (failure instanceof NoSuchFileException) {
            return ": its folder does not exist";
        }
        return failure instanceof FileSystemException ? " (" + name.replace("Exception", "") + ")" : "";
    }

    /** What to write to. */
    public Writer writer() {
        return writer;
    }

    /**
     * The result is all there: show it.
     *
     * @throws OutputException if it cannot be put in its place; the place is as it was
     */
    public void complete() throws OutputException {
        try {
            writer.flush();
            if (owned) {
                writer.close();
            }
            if (draft != null) {
                draft.publish();
            }
            completed = true;
        } catch (IOException e) {
            throw unwritable();
        }
    }

    /** The complaint of an output that stopped taking what is written. */
    public OutputException unwritable() {
        return new OutputException(where + " cannot be written; check the space and the rights, and who reads it");
    }

    @Override
    public void close() {
        if (completed || !owned) {
            return;
        }
        try {
            writer.close();
        } catch (IOException e) {
            // What could not be written is thrown away in the next lines anyway.
            completed = false;
        }
        if (draft != null) {
            draft.discard();
        }
    }
}
