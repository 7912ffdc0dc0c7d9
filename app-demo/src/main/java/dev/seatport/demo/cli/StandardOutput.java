package dev.seatport.demo.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Standard output of the process. Remembers whether the program that reads it ended first, as {@code head} does. */
final class StandardOutput extends FilterOutputStream {
    /** The system translates the text of its errors. So on Linux the kind of the stream decides. */
    private static final Path DESCRIPTOR = Path.of("/proc/self/fd/1");

    private volatile boolean closedByReader;

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            closedByReader |= mentionsPipe(e) || isPipe();
            throw e;
        }
    }

    boolean isClosedByReader() {
        return closedByReader;
    }

    private static boolean mentionsPipe(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    private static boolean isPipe() {
        try {
            String target = Files.readSymbolicLink(DESCRIPTOR).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
