package dev.seatport.demo.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import org.jspecify.annotations.Nullable;

/**
 * Where a result goes: to a stream, or to a file that appears whole or not at all. A file is written beside its place and moved
 * there by {@link #complete()}; an output that is closed without that leaves nothing behind. UTF-8 throughout.
 */
public final class Output implements AutoCloseable {
    private final Writer writer;
    private final String where;
    private final @Nullable Path target;
    private final @Nullable Path draft;
    private boolean completed;

    private Output(OutputStream stream, String where, @Nullable Path target, @Nullable Path draft) {
        this.writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        this.where = where;
        this.target = target;
        this.draft = draft;
    }

    /** A result on a stream, which stays open. */
    public static Output to(OutputStream stream) {
        return new Output(stream, "the standard output", null, null);
    }

    /**
     * A result in a file. A link is followed, so that it stays a link; a device or a pipe is written to as it is.
     *
     * @throws OutputException if the file cannot be written; nothing was changed
     */
    public static Output to(Path file) throws OutputException {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new OutputException(file + " is a directory; name a file");
            }
            if (Files.exists(target) && !Files.isWritable(target)) {
                throw new OutputException(file + " may not be written");
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                return new Output(Files.newOutputStream(target), file.toString(), null, null);
            }
            Path draft = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            OutputStream stream =
                    Files.newOutputStream(draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> draft.toFile().delete()));
            return new Output(stream, file.toString(), target, draft);
        } catch (OutputException e) {
            throw e;
        } catch (IOException | SecurityException e) {
            throw new OutputException(file + " cannot be written" + reason(e));
        }
    }

    private static String reason(Exception failure) {
        String name = failure.getClass().getSimpleName();
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
            if (draft != null && target != null) {
                writer.close();
                keepPermissions(draft, target);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            completed = true;
        } catch (IOException e) {
            throw unwritable();
        }
    }

    private static void keepPermissions(Path draft, Path target) throws IOException {
        if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(target));
        }
    }

    /** The complaint of an output that stopped taking what is written. */
    public OutputException unwritable() {
        return new OutputException(where + " cannot be written; check the space and the rights");
    }

    @Override
    public void close() {
        if (draft != null && !completed) {
            try {
                writer.close();
            } catch (IOException e) {
                // What could not be written is thrown away in the next line anyway.
                completed = false;
            }
            draft.toFile().delete();
        }
    }
}
