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
 * A file of lines that one process at a time has for itself, from the opening to the closing. It is read and written through
 * one channel: where locks belong to processes, closing any other channel of the file would give the lock away. For one thread.
 */
final class LockedLineFile implements AutoCloseable {
    private static final int LONGEST_FIRST_LINE_BYTES = 4096;
    private static final int BUFFER_BYTES = 64 * 1024;
    /** Longer than the line of any customer; a file without line ends must not fill the memory. */
    private static final int LONGEST_LINE_BYTES = 64 * 1024 * 1024;

    private final Path file;
    private final @Nullable Object key;
    private final FileChannel channel;
    private final boolean created;

    private LockedLineFile(Path file, FileChannel channel, boolean created) throws IOException {
        this.file = file.toRealPath();
        this.key = key(file);
        this.channel = channel;
        this.created = created;
    }

    /** What is done with a line: its place in the file, and its bytes without the end of the line. */
    interface LineConsumer {
        void accept(long start, byte[] line) throws IOException;
    }

    /**
     * Opens the file, or makes an empty one that only its owner may read, and locks it. Nothing in it is changed.
     *
     * @throws CheckpointException if another process has it, or it is no file
     */
    static LockedLineFile open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CheckpointException(file + " is no file; name another one");
        }
        boolean created = !Files.exists(file);
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                AtomicFile.ownerOnly(file));
        try {
            if (!locked(channel)) {
                throw new CheckpointException(file + " is used by another review that is going on; name another file");
            }
            return new LockedLineFile(file, channel, created);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** What tells a file from another one in the same place; {@code null} where the system has no such thing. */
    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** Whether the file did not exist before. */
    boolean created() {
        return created;
    }

    /** The first line with its end, or as much as there is of it, up to a length that none of ours has. */
    String firstLine() throws IOException {
        ByteBuffer start = ByteBuffer.allocate(LONGEST_FIRST_LINE_BYTES);
        int read = 0;
        while (read >= 0 && start.hasRemaining()) {
            read = channel.read(start, start.position());
        }
        String text = StandardCharsets.UTF_8.decode(start.flip()).toString();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** Drops what stands behind the last end of a line; lines are added there from now on. */
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
        endAt(end);
    }

    /** Drops all lines. */
    void clear() throws IOException {
        endAt(0);
    }

    private void endAt(long end) throws IOException {
        channel.truncate(end);
        channel.position(end);
    }

    /** Whether there is nothing in it. */
    boolean isEmpty() throws IOException {
        return channel.size() == 0;
    }

    /** Goes through the lines behind the first one, as they are now. What is added meanwhile is not among them. */
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
                    if (start > 0 && line.size() <= LONGEST_LINE_BYTES) {
                        each.accept(start, withoutReturn(line.toByteArray()));
                    }
                    line.reset();
                    from = i + 1;
                    start = position + from;
                }
            }
            if (line.size() <= LONGEST_LINE_BYTES) {
                line.write(buffer.array(), from, read - from);
            }
            position += read;
        }
    }

    /** Some editors end lines with a carriage return and a line feed. */
    private static byte[] withoutReturn(byte[] line) {
        int last = line.length - 1;
        return last >= 0 && line[last] == '\r' ? Arrays.copyOf(line, last) : line;
    }

    /**
     * Keeps the first line and those that start at these places, and drops all others. Lines move towards the front only: if
     * the process ends meanwhile, lines may stand twice or be torn, and none is lost but the one that was being moved.
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
        endAt(to[0]);
    }

    /** Adds a line. It is with the system when this returns, though perhaps not yet on the disk. */
    void add(byte[] line) throws IOException {
        ByteBuffer whole = ByteBuffer.allocate(line.length + 1);
        whole.put(line).put((byte) '\n').flip();
        while (whole.hasRemaining()) {
            channel.write(whole);
        }
    }

    /** Empties the file and takes it away, unless something else was put in its place. */
    void delete() throws IOException {
        // What cannot be taken away is at least as good as new.
        channel.truncate(0);
        if (Files.exists(file) && (key == null || key.equals(key(file)))) {
            Files.delete(file);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
