package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics file of {@code --metrics}. */
class MetricsTest {
    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(3));
    }

    @AfterEach
    void removeFaults() {
        sandbox.faults(FaultPlan.none());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private CommandResult run(String plan, String... arguments) {
        sandbox.faults(FaultPlan.parse(plan));
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--metrics", file().toString()))
                .toArray(String[]::new);
        return SandboxedShell.of(sandbox).run(all);
    }

    private Path file() {
        return folder.resolve("metrics.prom");
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
        return Files.readAllLines(file());
    }

    @Test
    void countsCallsByVendorOperationAndOutcome() throws IOException {
        run("", "customers").fine();
        assertThat(written())
                .contains(
                        "seatport_calls_seconds_count{operation=\"customers\",outcome=\"ok\",vendor=\"avepoint\"} 1",
                        "seatport_calls_seconds_count{operation=\"token\",outcome=\"ok\",vendor=\"avepoint\"} 1")
                .contains("# HELP seatport_calls_seconds requests to vendors, by outcome")
                .noneMatch(line -> line.matches("# HELP \\S+ *"));
    }

    @Test
    void isEmptyIfNoRequestIsSent() throws IOException {
        run("", "products").fine();
        assertThat(written()).isEmpty();
    }

    @Test
    void countsRetriesThrottlesAndDriftByKind() throws IOException {
        run("503:path=customers,next=1; drift=new-field:path=customers", "customers")
                .fine();
        assertThat(written())
                .contains(
                        "seatport_calls_seconds_count{operation=\"customers\",outcome=\"unavailable\",vendor=\"avepoint\"} 1",
                        "seatport_retries_seconds_count{operation=\"customers\",vendor=\"avepoint\"} 1",
                        "seatport_drift_total{kind=\"a new field\",operation=\"customers\",vendor=\"avepoint\"} 3.0")
                .noneMatch(line -> line.contains("sandboxAddition"));
        run("429:path=customers,next=1,retry-after=0", "customers", "--vendor", "c3")
                .fine();
        assertThat(written()).contains("seatport_throttles_seconds_count{operation=\"customers\",vendor=\"c3\"} 1");
    }

    @Test
    void isWrittenIfTheCommandFails() throws IOException {
        run("403:path=customers", "customers").refused(3);
        assertThat(written())
                .contains(
                        "seatport_calls_seconds_count{operation=\"customers\",outcome=\"permission_denied\",vendor=\"avepoint\"} 1");
    }

    @Test
    void failsBeforeAnyRequestIfItCannotBeWritten() {
        sandbox.clearRequests();
        CommandResult commandResult = SandboxedShell.of(sandbox)
                .run("customers", "--metrics", folder.resolve("no/such/metrics").toString())
                .refused(5);
        assertThat(commandResult.err()).contains("cannot be written");
        assertThat(sandbox.requests()).isEmpty();
    }
}
