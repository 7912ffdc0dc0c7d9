package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input files of settings and options: files, pipes, devices and missing files. */
class InputFilesTest {
    private static final List<String> FILE_SETTINGS = List.of(
            "seatport.avepoint.client-secret-file",
            "seatport.avepoint.certificate",
            "seatport.ca-file",
            "seatport.config");

    @TempDir
    private Path directory;

    private FakeVendors vendors;

    @BeforeEach
    void start() {
        vendors = FakeVendors.start();
        vendors.customers(FakeVendors.customer("a", "A"));
    }

    @AfterEach
    void stop() {
        vendors.close();
    }

    private String settings() {
        return vendors.settings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Creates a named pipe that another thread writes to once. */
    private Path pipe(String name, String content) throws IOException, InterruptedException {
        Path pipe = directory.resolve(name);
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        CompletableFuture<Path> written = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.writeString(pipe, content, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(written).isNotCompletedExceptionally();
        return pipe;
    }

    private InProcessShell withoutSecret() {
        return InProcessShell.with(vendors.settings()).without("seatport.avepoint.client-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "DIRECTORY", "LARGE", "MISSING"})
    void endWith2IfTheyAreEndlessOrNoFile(String what) throws IOException {
        Path path = switch (what) {
            case "DIRECTORY" -> directory;
            case "LARGE" -> Files.writeString(directory.resolve("large"), "#".repeat(1024 * 1024 + 1));
            case "MISSING" -> directory.resolve("missing");
            default -> Path.of(what);
        };
        assumeTrue(what.equals("MISSING") || Files.exists(path));
        String problem = switch (what) {
            case "DIRECTORY" -> "is a directory";
            case "MISSING" -> "does not exist";
            default -> "holds more than 1 MiB";
        };

        for (String setting : FILE_SETTINGS) {
            InProcessShell inProcessShell =
                    setting.endsWith("ca-file") ? InProcessShell.with(vendors.settings()) : withoutSecret();
            assertThat(inProcessShell
                            .property(setting, path.toString())
                            .run("customers")
                            .refused(2)
                            .err())
                    .as(setting)
                    .contains(problem);
        }
        Path policy = Files.createSymbolicLink(directory.resolve("policy.yaml"), path.toAbsolutePath());
        assertThat(InProcessShell.with(vendors.settings())
                        .run("review", "--policy", policy.toString())
                        .refused(2)
                        .err())
                .contains(problem);
        assertThat(vendors.requests()).isEmpty();
    }

    @Test
    void areReadOnceFromPipes() throws IOException, InterruptedException {
        Path config = pipe("config", settings().replace("seatport.avepoint.client-secret=" + FakeVendors.SECRET, ""));
        Path secret = pipe("secret", "\uFEFF" + FakeVendors.SECRET + "\n");
        Path authorities = pipe("ca", "\uFEFF" + Certificates.pem(Certificates.pfx(directory, 30, "-1d")));
        Path policy = pipe("policy", "\uFEFFversion: 1\n");
        vendors.c3("[]");

        CommandResult commandResult = InProcessShell.bare()
                .property("seatport.avepoint.client-secret-file", secret.toString())
                .property("seatport.ca-file", authorities.toString())
                .run(
                        "review",
                        "--config",
                        config.toString(),
                        "--policy",
                        policy.toString(),
                        "--resume",
                        directory.resolve("checkpoint").toString(),
                        "--output",
                        directory.resolve("result").toString());

        // The fake vendor has no seats, so the review is incomplete. It sent all its requests.
        assertThat(commandResult.err()).contains("of 1 customers complete");
        assertThat(commandResult.code()).isEqualTo(4);
    }

    @Test
    void areReadFromPipesByTheDoctorToo() throws IOException, InterruptedException {
        Path secret = pipe("secret", FakeVendors.SECRET);

        CommandResult commandResult = withoutSecret()
                .property("seatport.avepoint.client-secret-file", secret.toString())
                .run("doctor", "--format", "csv");

        assertThat(commandResult.out()).contains("avepoint,settings,ok");
    }

    @Test
    void mayHaveAByteOrderMark() throws IOException {
        Path authorities = Files.writeString(
                directory.resolve("ca.pem"), "\uFEFF" + Certificates.pem(Certificates.pfx(directory, 30, "-1d")));
        Path secret = Files.writeString(directory.resolve("secret"), "\uFEFF" + FakeVendors.SECRET + "\r\n");

        withoutSecret()
                .property("seatport.avepoint.client-secret-file", secret.toString())
                .property("seatport.ca-file", authorities.toString())
                .run("customers")
                .fine();

        assertThat(vendors.tokenForm()).containsEntry("client_secret", FakeVendors.SECRET);
    }
}
