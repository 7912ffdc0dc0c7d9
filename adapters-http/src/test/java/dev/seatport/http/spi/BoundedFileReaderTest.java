package dev.seatport.http.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedFileReaderTest {
    @TempDir
    private Path directory;

    private Path pipe() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        return pipe;
    }

    @Test
    void readsFilesUpToTheSizeLimit() throws IOException {
        Path file = Files.write(directory.resolve("file"), new byte[BoundedFileReader.MAX_BYTES]);

        assertThat(BoundedFileReader.read(file)).hasSize(BoundedFileReader.MAX_BYTES);

        Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);
        assertThatIOException().isThrownBy(() -> BoundedFileReader.read(file)).withMessage("holds more than 1 MiB");
    }

    @Test
    void readsFromAPipe() throws Exception {
        Path pipe = pipe();
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> {
            try {
                Files.writeString(pipe, "\uFEFFschlüssel", StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(BoundedFileReader.readText(pipe)).isEqualTo("schlüssel");
        written.get();
    }

    @Test
    void doesNotWaitForAPipeWithoutAWriter() throws IOException, InterruptedException {
        Path pipe = pipe();

        assertThatIOException()
                .isThrownBy(() -> BoundedFileReader.read(pipe, Duration.ofMillis(20)))
                .withMessageStartingWith("does not end within");
    }

    @Test
    void rejectsAnEndlessDevice() {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero));

        assertThatIOException().isThrownBy(() -> BoundedFileReader.read(zero)).withMessage("holds more than 1 MiB");
    }

    @Test
    void reportsDirectoriesAndMissingFiles() {
        assertThatIOException()
                .isThrownBy(() -> BoundedFileReader.read(directory))
                .withMessage("is a directory");
        assertThatIOException()
                .isThrownBy(() -> BoundedFileReader.read(directory.resolve("missing")))
                .withMessage("does not exist");
    }

    @Test
    void rejectsTextThatIsNotUtf8() throws IOException {
        Path file = Files.write(directory.resolve("file"), "schlüssel".getBytes(StandardCharsets.ISO_8859_1));

        assertThatIOException()
                .isThrownBy(() -> BoundedFileReader.readText(file))
                .withMessage("is not UTF-8");
    }
}
