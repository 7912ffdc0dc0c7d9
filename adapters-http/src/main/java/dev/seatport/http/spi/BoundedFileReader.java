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
 * Reads files that a person names, such as settings, secrets and certificates. A device or a pipe is read too; because it may
 * never end, size and time are bounded. Thread-safe.
 */
public final class BoundedFileReader {
    /** Far more than any settings, secret or certificate takes. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** Long enough for a program at the other end of a pipe that asks a key store. */
    private static final Duration PIPE_TIMEOUT = Duration.ofSeconds(10);

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private BoundedFileReader() {}

    /**
     * Reads all bytes. Blocks while it reads.
     *
     * @throws IOException if there is no file, it cannot be read, holds more than {@link #MAX_BYTES}, or is a pipe or a device
     *     that does not end in time; the message says which of these in a few words, without the name of the file
     */
    public static byte[] read(Path file) throws IOException {
        return read(file, PIPE_TIMEOUT);
    }

    /**
     * Reads text in UTF-8, without the byte order mark that some editors put in front of it. Blocks while it reads.
     *
     * @throws IOException as {@link #read} does, and if it is not UTF-8
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
            return bounded(file);
        }
        return onThread(file, timeout);
    }

    private static byte[] bounded(Path file) throws IOException {
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

    /** Nothing interrupts the opening of a pipe that has no writer: its thread is left behind, and keeps no process alive. */
    private static byte[] onThread(Path file, Duration timeout) throws IOException {
        FutureTask<byte[]> reading = new FutureTask<>(() -> bounded(file));
        Thread thread = new Thread(reading, "seatport-file");
        thread.setDaemon(true);
        thread.start();
        try {
            return reading.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
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
