package dev.seatport.c3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listing of all customers, read by a process with a heap of 64 MiB. */
@Tag("slow")
class MemoryTest {
    @TempDir
    private Path folder = Path.of("");

    private List<String> ask(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                classPath(),
                SmallHeap.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        boolean ended = process.waitFor(300, TimeUnit.SECONDS);
        process.destroyForcibly();
        List<String> printed = Files.readAllLines(out, StandardCharsets.UTF_8);
        assertThat(ended).as("ended by itself, after %s", printed).isTrue();
        assertThat(process.exitValue())
                .as("exit code, after %s and %s", printed, Files.readString(err))
                .isZero();
        return printed;
    }

    /** The tests of this module and all that they were started with, as one class path. */
    private static String classPath() {
        String name = "/" + SmallHeap.class.getName().replace('.', '/') + ".class";
        String found = Objects.requireNonNull(SmallHeap.class.getResource(name)).toString();
        try {
            return String.join(
                    File.pathSeparator,
                    Path.of(URI.create(found.substring(0, found.length() - name.length())))
                            .toString(),
                    Path.of(C3.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                            .toString(),
                    System.getProperty("jdk.module.path", ""),
                    System.getProperty("java.class.path", ""));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void isEnoughForFiftyThousandCustomers() throws Exception {
        try (StreamingVendor vendor = new StreamingVendor(50_000)) {
            assertThat(ask(vendor.url().toString())).containsExactly("50000 whole");
        }
    }

    @Test
    void isEnoughToFindOneAmongManyMore() throws Exception {
        try (StreamingVendor vendor = new StreamingVendor(150_000)) {
            assertThat(ask(vendor.url().toString(), StreamingVendor.customer(140_000)))
                    .containsExactly("Customer number 140000");
        }
    }

    @Test
    void endsAListingThatNeverEnds() throws Exception {
        try (StreamingVendor vendor = new StreamingVendor(Long.MAX_VALUE)) {
            assertThat(ask(vendor.url().toString())).containsExactly("0 ANSWER_TOO_LARGE");
            assertThat(vendor.clientClosed()).isTrue();
        }
    }
}
