package dev.seatport.reports.review;

import dev.seatport.reports.output.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * File of lines, locked by one process from open to close. All access uses one channel: where locks belong to processes,
 * closing another channel of the file would release the lock. Confined to one thread.
 */
final class LockedLineFile implements AutoCloseable {
    private static final int MAX_FIRST_LINE_BYTES = 4096;
    private static final int BUFFER_BYTES = 64 * 1024;
    /** Longer than the line of any customer. Limits memory if the file has no line ends. */
    private static final int MAX_LINE_BYTES = 64 * 1024 * 1024;

    private final Path file;
    private final @Nullable Object fileKey;
    private final FileChannel channel;
    private final boolean created;

    private LockedLineFile(Path file, FileChannel channel, boolean created) throws IOException {
        this.file = file.toRealPath();
        this.fileKey = fileKey(file);
        this.channel = channel;
        this.created = created;
    }

    /** Receives the position of a line in the file and its bytes without the line end. */
    interface LineConsumer {
        void accept(long start, byte[] line) throws IOException;
    }

    /**
     * Opens the file and locks it without changing its content. Creates an empty file that only the owner may read if there is
     * none.
     *
     * @throws CheckpointException if another process has locked the file, or it is not a regular file
     */
    static LockedLineFile open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CheckpointException(file + " is not a regular file; name another file");
        }
        boolean created = !Files.exists(file);
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                AtomicFile.ownerOnly(file));
        try {
            if (!tryLock(channel)) {
                throw new CheckpointException(file + " is used by another review that is running; name another file");
            }
            return new LockedLineFile(file, channel, created);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Identifies a file after another one took its path; {@code null} if the file system has no such key. */
    private static @Nullable Object fileKey(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** Returns whether {@link #open} created the file. */
    boolean created() {
        return created;
    }

    /** Returns the first line with its line end, truncated to {@value #MAX_FIRST_LINE_BYTES} bytes. */
    String firstLine() throws IOException {
        ByteBuffer start = ByteBuffer.allocate(MAX_FIRST_LINE_BYTES);
        int read = 0;
        while (read >= 0 && start.hasRemaining()) {
            read = channel.read(start, start.position());
        }
        String text = StandardCharsets.UTF_8.decode(start.flip()).toString();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** Removes an incomplete last line. The next line is added in its place. */
    void dropTornLine() throws IOException {
        long end = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        while (end > 0) {
            last.clear();
            channel.read(last, end - 1);
            if (last.get(0) == '\n') {
                break;
            }
            end--;
        }
        truncate(end);
    }

    /** Removes all lines. */
    void clear() throws IOException {
        truncate(0);
    }

    private void truncate(long end) throws IOException {
        channel.truncate(end);
        channel.position(end);
    }

    boolean isEmpty() throws IOException {
        return channel.size() == 0;
    }

    /** Calls the consumer for each line after the first. Lines that are added meanwhile are left out. */
    void forEachLine(LineConsumer each) throws IOException {
        long end = channel.size();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long start = 0;
        for (long position = 0; position < end; ) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - position));
            int read = channel.read(buffer, position);
            if (read < 0) {
                return;
            }
            int from = 0;
            for (int i = 0; i < read; i++) {
                if (buffer.get(i) == '\n') {
                    line.write(buffer.array(), from, i - from);
                    if (start > 0 && line.size() <= MAX_LINE_BYTES) {
                        each.accept(start, withoutCarriageReturn(line.toByteArray()));
                    }
                    line.reset();
                    from = i + 1;
                    start = position + from;
                }
            }
            if (line.size() <= MAX_LINE_BYTES) {
                line.write(buffer.array(), from, read - from);
            }
            position += read;
        }
    }

    /** Some editors end lines with a carriage return and a line feed. */
    private static byte[] withoutCarriageReturn(byte[] line) {
        int last = line.length - 1;
        return last >= 0 && line[last] == '\r' ? Arrays.copyOf(line, last) : line;
    }

    /**
     * Removes all lines except the first and those that start at these positions. Lines move only towards the start of the file. If
     * the process ends meanwhile, lines may be duplicated or torn, and at most the line being moved is lost.
     */
    void retain(Set<Long> starts) throws IOException {
        long[] to = {firstLine().getBytes(StandardCharsets.UTF_8).length};
        forEachLine((start, line) -> {
            if (starts.contains(start)) {
                ByteBuffer whole = ByteBuffer.allocate(line.length + 1);
                whole.put(line).put((byte) '\n').flip();
                while (whole.hasRemaining()) {
                    to[0] += channel.write(whole, to[0]);
                }
            }
        });
        truncate(to[0]);
    }

    /** Appends a line. On return the operating system has it, but the disk may not. */
    void add(byte[] line) throws IOException {
        ByteBuffer whole = ByteBuffer.allocate(line.length + 1);
        whole.put(line).put((byte) '\n').flip();
        while (whole.hasRemaining()) {
            channel.write(whole);
        }
    }

    /** Empties the file and deletes it, unless another file took its path. */
    void delete() throws IOException {
        // A file that cannot be deleted is at least empty.
        channel.truncate(0);
        if (Files.exists(file) && (fileKey == null || fileKey.equals(fileKey(file)))) {
            Files.delete(file);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
