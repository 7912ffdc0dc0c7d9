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
 * Destination of a result in UTF-8: a stream or a file. {@link #complete()} moves the complete file to its path. An output that is
 * closed without it leaves no file. Confined to one thread.
 */
public final class Output implements AutoCloseable {
    private static final int MAX_LINKS = 40;

    private final Writer writer;
    private final String target;
    private final boolean owned;
    private final @Nullable AtomicFile draft;
    private boolean completed;

    private Output(OutputStream stream, String target, boolean owned, @Nullable AtomicFile draft) {
        this.writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        this.target = target;
        this.owned = owned;
        this.draft = draft;
    }

    /** Returns an output to a stream, which {@link #close} leaves open. */
    public static Output to(OutputStream stream) {
        return new Output(stream, "the standard output", false, null);
    }

    /**
     * Returns an output to a file. Replaces the target of a symbolic link, not the link. Writes directly to a device or pipe.
     *
     * @throws OutputException if the file cannot be written; an existing file is unchanged
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
                throw new OutputException("no permission to write " + file);
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

    /** Returns the path after all symbolic links. The file need not exist. */
    public static Path resolveLinks(Path file) throws IOException {
        Path place = file.toAbsolutePath();
        for (int i = 0; Files.isSymbolicLink(place); i++) {
            if (i == MAX_LINKS) {
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

    public Writer writer() {
        return writer;
    }

    /**
     * Completes the result and moves the file to its path.
     *
     * @throws OutputException if the result cannot be written or moved; an existing file is unchanged
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

    /** Returns the exception for a failed write. */
    public OutputException unwritable() {
        return new OutputException(
                target + " cannot be written; check the space, the permissions and the program that reads it");
    }

    @Override
    public void close() {
        if (completed || !owned) {
            return;
        }
        try {
            writer.close();
        } catch (IOException e) {
            // The next lines discard the file.
            completed = false;
        }
        if (draft != null) {
            draft.discard();
        }
    }
}
