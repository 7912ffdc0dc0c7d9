package dev.seatport.demo.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that one process at a time has for itself, from the opening to the closing. It is read and written through
 * one channel: where locks belong to processes, closing any other channel of the file would give the lock away. For one thread.
 */
final class JournalFile implements AutoCloseable {
    private static final int LONGEST_FIRST_LINE = 4096;

    private final Path file;
    private final @Nullable Object key;
    private final FileChannel channel;

    private JournalFile(Path file, FileChannel channel) throws IOException {
        this.file = file.toRealPath();
        this.key = key(file);
        this.channel = channel;
    }

    /**
     * Opens the file, or makes an empty one, and locks it. Nothing in it is changed.
     *
     * @throws JournalException if another process has it, or it is no file
     */
    static JournalFile open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new JournalException(file + " is no file; name another one");
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!locked(channel)) {
                throw new JournalException(file + " is used by another review that is going on; name another file");
            }
            return new JournalFile(file, channel);
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

    /** The first line with its end, or as much as there is of it, up to a length that none of ours has. */
    String firstLine() throws IOException {
        ByteBuffer start = ByteBuffer.allocate(LONGEST_FIRST_LINE);
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
        channel.truncate(end);
        channel.position(end);
    }

    /** Whether there is nothing in it. */
    boolean isEmpty() throws IOException {
        return channel.size() == 0;
    }

    /** The lines from the first one on, as they are now. What is added meanwhile is not among them. */
    BufferedReader lines() throws IOException {
        // The decoder of a reader of a channel complains about what is no text, instead of replacing it.
        return new BufferedReader(Channels.newReader(Channels.newChannel(bytes()), StandardCharsets.UTF_8));
    }

    private InputStream bytes() throws IOException {
        long end = channel.size();
        return new InputStream() {
            private long position;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int most = (int) Math.min(length, end - position);
                int read = most == 0 ? -1 : channel.read(ByteBuffer.wrap(into, from, most), position);
                position += Math.max(read, 0);
                return read;
            }
        };
    }

    /** Adds a line. It is with the system when this returns, though perhaps not yet on the disk. */
    void add(String line) throws IOException {
        write(channel, ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static void write(SeekableByteChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
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
