package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interrupts of a process by a user or a supervisor. */
@Tag("slow")
class InterruptTest {
    @TempDir
    private Path directory;

    @BeforeAll
    static void unix() {
        assumeTrue(Files.exists(Path.of("/bin/sh")) && Files.exists(Path.of("/dev/null")));
    }

    private SeatportProcess.Start process() {
        return SeatportProcess.in(directory);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Waits for a condition on the directory. */
    private void await(SeatportProcess process, BooleanSupplier condition) throws IOException, InterruptedException {
        try (WatchService watch = directory.getFileSystem().newWatchService()) {
            directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            for (int i = 0; i < 600 && process.running() && !condition.getAsBoolean(); i++) {
                var key = watch.poll(100, TimeUnit.MILLISECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
            if (!condition.getAsBoolean()) {
                throw new AssertionError("ended: " + process.end());
            }
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.exists(file) && Files.readString(file).contains(text);
        } catch (IOException e) {
            return false;
        }
    }

    @Nested
    class TheSandbox {
        @Test
        void printsSettingsForAnotherProcessAndWaitsUntilItIsInterrupted() throws IOException, InterruptedException {
            Path settings = directory.resolve("sandbox.properties");
            try (SeatportProcess sandbox = process().out(settings).start("sandbox", "--customers", "7")) {
                await(sandbox, () -> holds(settings, "seatport.c3.resource="));

                CommandResult avePoint = process()
                        .run("customers", "--config", settings.toString(), "--format", "json")
                        .fine();
                CommandResult c3 = process()
                        .variable("SEATPORT_CONFIG", settings.toString())
                        .run("review", "--format", "json")
                        .fine();

                assertThat(avePoint.json()).hasSize(7);
                assertThat(avePoint.err()).isEmpty();
                assertThat(c3.json().path("customers")).hasSize(7);
                assertThat(sandbox.running()).isTrue();
                sandbox.interrupt();
                CommandResult commandResult = sandbox.end();
                assertThat(commandResult.code()).isEqualTo(130);
                assertThat(commandResult.errLines()).hasSize(1);
            }
        }

        @Test
        void listensOnTheGivenPort() throws IOException, InterruptedException {
            int port;
            try (Sandbox free = Sandbox.start(SandboxOptions.defaults())) {
                port = free.port();
            }
            Path settings = directory.resolve("out");
            try (SeatportProcess sandbox =
                    process().start("sandbox", "--port", "" + port, "--output", settings.toString())) {
                await(sandbox, () -> Files.exists(settings));

                assertThat(Files.readString(settings))
                        .contains("seatport.c3.base-url=http://127.0.0.1:" + port + "/c3\n");
                sandbox.interrupt();
                assertThat(sandbox.end().code()).isEqualTo(130);
                assertThat(names()).containsExactly("out");
            }
        }
    }

    @Nested
    class AnInterrupt {
        @Test
        void leavesNoPartialFileOfAReview() throws IOException, InterruptedException {
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(500))) {
                sandbox.faults(FaultPlan.none().with(Fault.latency(Duration.ofMillis(300))));
                Path old = Files.writeString(directory.resolve("old.json"), "old");
                for (String name : List.of("new.json", "old.json")) {
                    try (SeatportProcess report = process()
                            .settings(SandboxedShell.settings(sandbox))
                            .start("report", "--format", "json", "--output", name)) {
                        await(report, () -> partialFiles() == 1);

                        report.interrupt();

                        assertThat(report.end().code()).isEqualTo(130);
                    }
                }
                assertThat(names()).containsExactly("old.json");
                assertThat(Files.readString(old)).isEqualTo("old");
            }
        }

        @Test
        void namesTheFileThatKeepsTheCompleteCustomers() throws IOException, InterruptedException {
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(500))) {
                sandbox.faults(FaultPlan.none().with(Fault.latency(Duration.ofMillis(100))));
                Path kept = directory.resolve("kept");
                try (SeatportProcess review =
                        process().settings(SandboxedShell.settings(sandbox)).start("review", "--resume", "kept")) {
                    await(review, () -> holds(kept, "organization"));

                    review.interrupt();

                    CommandResult ended = review.end();
                    int lines = Files.readAllLines(kept).size() - 1;
                    assertThat(ended.code()).isEqualTo(130);
                    assertThat(ended.err())
                            .matches(
                                    "seatport: interrupted; \\d+ customers? kept in kept, run the same command again\n");
                    assertThat(lines).isPositive();
                }
            }
        }

        private long partialFiles() {
            try {
                return names().stream().filter(name -> name.endsWith(".part")).count();
            } catch (IOException e) {
                return 0;
            }
        }
    }
}
