package dev.seatport.http.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads files that a user names, such as settings, secrets and certificates. Pipes and devices are allowed: they may never end,
 * so size and time are limited. Thread-safe.
 */
public final class BoundedFileReader {
    /** File size limit, 1 MiB. Settings, secrets and certificates are far smaller. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** Allows a program that writes to the pipe to query a key store first. */
    private static final Duration PIPE_TIMEOUT = Duration.ofSeconds(10);

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private BoundedFileReader() {}

    /**
     * Reads all bytes. Blocks.
     *
     * @throws IOException if the file is missing, unreadable, larger than {@link #MAX_BYTES}, or a pipe or device that does not
     *     end in time; the message gives the reason without the file name
     */
    public static byte[] read(Path file) throws IOException {
        return read(file, PIPE_TIMEOUT);
    }

    /**
     * Reads UTF-8 text, and drops the byte order mark that some editors write. Blocks.
     *
     * @throws IOException as {@link #read} does, and if the file is not UTF-8
     */
    public static String readText(Path file) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read(file)))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IOException("is not UTF-8", e);
        }
    }

    static byte[] read(Path file, Duration timeout) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("is a directory");
        }
        if (Files.isRegularFile(file)) {
            return readBounded(file);
        }
        return readOnThread(file, timeout);
    }

    private static byte[] readBounded(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("holds more than 1 MiB");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new IOException("does not exist", e);
        } catch (AccessDeniedException e) {
            throw new IOException("is not readable for this user", e);
        } catch (FileSystemException e) {
            throw new IOException("cannot be read", e);
        }
    }

    /** Opening a pipe without a writer cannot be interrupted: its thread stays behind as a daemon. */
    private static byte[] readOnThread(Path file, Duration timeout) throws IOException {
        FutureTask<byte[]> task = new FutureTask<>(() -> readBounded(file));
        Thread thread = new Thread(task, "seatport-file");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("does not end within " + timeout.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException("cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("was not read to its end", e);
        }
    }
}
