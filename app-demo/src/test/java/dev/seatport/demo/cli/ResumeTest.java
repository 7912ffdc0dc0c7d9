package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.ReceivedRequest;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A review that ends early, and the next review that resumes it. */
@Tag("slow")
class ResumeTest {
    private static final int CUSTOMERS = 90;
    private static final FaultPlan SLOW = FaultPlan.parse("latency=60ms");

    @TempDir
    private Path directory;

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(CUSTOMERS));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Path checkpoint() {
        return directory.resolve("checkpoint");
    }

    private CommandResult review(String... more) {
        List<String> arguments = new ArrayList<>(List.of("review", "--format", "json"));
        arguments.addAll(List.of("--resume", checkpoint().toString()));
        arguments.addAll(List.of(more));
        return SandboxedShell.of(sandbox).run(arguments.toArray(String[]::new));
    }

    /** Returns the read time of each customer, in the order of the result. */
    private static Map<String, String> times(Iterable<JsonNode> customers) {
        Map<String, String> times = new LinkedHashMap<>();
        customers.forEach(customer -> assertThat(times.put(
                        customer.path("id").asText(), customer.path("readAt").asText()))
                .isNull());
        return times;
    }

    /** Returns the read times in the checkpoint file, without an incomplete last line. */
    private Map<String, String> checkpointed() throws IOException {
        String text = Files.readString(checkpoint());
        return times(text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .skip(1)
                .map(line -> new CommandResult(0, line, "").json().path("customer"))
                .toList());
    }

    /** A customer without any documented count is not kept, so the kept ones may have gaps in the order of the listing. */
    private List<String> keptFirst(Collection<String> kept) {
        List<String> order = new ArrayList<>(kept);
        allCustomers().stream().filter(id -> !kept.contains(id)).forEach(order::add);
        return order;
    }

    private List<String> allCustomers() {
        return sandbox.fleet().customers().stream()
                .map(SimulatedCustomer::avePointId)
                .toList();
    }

    /** Returns the customers that either vendor received a request about. */
    private List<String> requested() {
        List<ReceivedRequest> requests = sandbox.requests();
        return sandbox.fleet().customers().stream()
                .filter(customer -> requests.stream().anyMatch(request -> isAbout(customer, request)))
                .map(SimulatedCustomer::avePointId)
                .toList();
    }

    private static boolean isAbout(SimulatedCustomer customer, ReceivedRequest request) {
        String requested = request.path() + "?" + request.query() + " " + request.body();
        return requested.contains(customer.avePointId())
                || (customer.c3CustomerId() != null && requested.contains(customer.c3CustomerId()));
    }

    @Nested
    class AProcess {
        private SeatportProcess slow(String format) throws IOException {
            return SeatportProcess.in(directory)
                    .settings(SandboxedShell.settings(sandbox))
                    .java("-Djava.io.tmpdir=" + directory)
                    .start("review", "--format", format, "--output", "result", "--resume", "checkpoint");
        }

        private void awaitLines(SeatportProcess process, int lines) throws IOException, InterruptedException {
            while (process.running() && lines() < lines) {
                Thread.onSpinWait();
            }
            if (!process.running()) {
                throw new AssertionError("ended: " + process.end());
            }
        }

        private long lines() throws IOException {
            if (!Files.exists(checkpoint())) {
                return 0;
            }
            try (Stream<String> lines = Files.readString(checkpoint()).lines()) {
                return lines.count();
            }
        }

        private List<String> names() throws IOException {
            try (Stream<Path> files = Files.list(directory)) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> !name.startsWith("hsperfdata"))
                        .sorted()
                        .toList();
            }
        }

        @ParameterizedTest
        @CsvSource({"INT, json, 130", "INT, html, 130", "TERM, ndjson, 143", "TERM, csv, 143", "KILL, json, 137"})
        void thatEndsEarlyIsResumed(String signal, String format, int code) throws IOException, InterruptedException {
            assumeTrue(Files.exists(Path.of("/bin/sh")));
            sandbox.faults(SLOW);
            try (SeatportProcess process = slow(format)) {
                awaitLines(process, 10);
                process.signal(signal);
                assertThat(process.end().code()).isEqualTo(code);
            }
            if (!signal.equals("KILL")) {
                assertThat(names()).containsExactly("checkpoint");
            }
            assertThat(directory.resolve("result")).doesNotExist();
            Map<String, String> before = checkpointed();
            assertThat(before).hasSizeBetween(8, CUSTOMERS - 1);
            sandbox.faults(FaultPlan.none());
            sandbox.clearRequests();

            CommandResult commandResult = review().fine();

            Map<String, String> after = times(commandResult.json().path("customers"));
            assertThat(List.copyOf(after.keySet())).isEqualTo(keptFirst(before.keySet()));
            assertThat(after).containsAllEntriesOf(before);
            assertThat(requested()).isNotEmpty().doesNotContainAnyElementsOf(before.keySet());
            assertThat(commandResult.err()).contains("resuming with " + before.size() + " customers");
            assertThat(checkpoint()).doesNotExist();
            assertThat(ReviewAudit.balanced(sandbox.fleet(), commandResult.json())
                            .missing())
                    .isZero();
        }

        @Test
        void locksItsCheckpointFileInTheFirstAndInAResumedReview() throws IOException, InterruptedException {
            assumeTrue(Files.exists(Path.of("/bin/sh")));
            sandbox.faults(SLOW);
            for (int lines : List.of(5, 20)) {
                try (SeatportProcess process = slow("json")) {
                    awaitLines(process, lines);

                    assertThat(review().refused(2).err()).contains("is used by another review");

                    process.signal("KILL");
                    process.end();
                }
            }
            sandbox.faults(FaultPlan.none());
            assertThat(times(review().fine().json().path("customers")).keySet())
                    .containsExactlyInAnyOrderElementsOf(allCustomers());
        }
    }

    @Nested
    class AnIncompleteReview {
        private String failingCustomer = "";

        @BeforeEach
        void choose() {
            failingCustomer = sandbox.fleet().customer(7).avePointId();
        }

        private Map<String, String> first() {
            return first(SandboxedShell.of(sandbox));
        }

        private Map<String, String> first(InProcessShell shell) {
            sandbox.faults(FaultPlan.parse("403:path=product-seats,customer=" + failingCustomer));
            CommandResult commandResult = shell.run(
                    "review", "--format", "json", "--resume", checkpoint().toString());
            assertThat(commandResult.code()).isEqualTo(4);
            assertThat(commandResult.err()).contains("run the same command again with --resume " + checkpoint());
            sandbox.faults(FaultPlan.none());
            sandbox.clearRequests();
            return times(commandResult.json().path("customers"));
        }

        @Test
        void keepsItsCheckpointFileAndTheNextReadsOnlyTheMissingCustomers() throws IOException {
            first();
            Map<String, String> checkpointed = checkpointed();
            assertThat(checkpointed).hasSizeGreaterThan(CUSTOMERS - 10).doesNotContainKey(failingCustomer);

            CommandResult commandResult = review().fine();

            Map<String, String> after = times(commandResult.json().path("customers"));
            assertThat(after)
                    .hasSize(CUSTOMERS)
                    .containsAllEntriesOf(checkpointed)
                    .containsKey(failingCustomer);
            assertThat(requested()).contains(failingCustomer).containsExactlyElementsOf(notIn(checkpointed));
            assertThat(checkpoint()).doesNotExist();
            assertThat(ReviewAudit.balanced(sandbox.fleet(), commandResult.json())
                            .missing())
                    .isZero();
        }

        @Test
        void isNotResumedIfItsDataIsTooOld() throws IOException {
            Map<String, String> before = first();
            int checkpointed = checkpointed().size();

            CommandResult commandResult = review("--resume-within", "PT0S").fine();

            assertThat(times(commandResult.json().path("customers")))
                    .hasSize(CUSTOMERS)
                    .doesNotContainValue(before.get(before.keySet().iterator().next()));
            assertThat(requested()).hasSize(CUSTOMERS);
            assertThat(commandResult.err())
                    .contains(checkpointed + " customers in " + checkpoint() + ": too old to be used");
            assertThat(checkpoint()).doesNotExist();
        }

        /** Simulates a nightly review in which one customer always fails. */
        @Test
        void isNotResumedInTheNextNight() throws IOException {
            Map<String, String> before = first();
            sandbox.faults(FaultPlan.parse("403:path=product-seats,customer=" + failingCustomer));

            CommandResult night = review("--resume-within", "PT0.000001S");

            assertThat(night.code()).isEqualTo(4);
            Map<String, String> after = times(night.json().path("customers"));
            assertThat(after)
                    .hasSize(CUSTOMERS)
                    .allSatisfy((id, at) -> assertThat(at).isNotEqualTo(before.get(id)));
            assertThat(after).containsAllEntriesOf(checkpointed());
            assertThat(checkpointed()).hasSizeGreaterThan(CUSTOMERS - 10).doesNotContainKey(failingCustomer);
        }

        /** Returns the customers that are not in the checkpoint file: incomplete ones and those without any documented count. */
        private List<String> notIn(Map<String, String> checkpointed) {
            return allCustomers().stream()
                    .filter(id -> !checkpointed.containsKey(id))
                    .toList();
        }

        @Test
        void hasTheDateOfItsOldestCustomer() throws IOException {
            first();
            Map<String, String> before = checkpointed();

            JsonNode result = review().fine().json();

            String oldest = before.values().stream()
                    .min(Comparator.comparing(Instant::parse))
                    .orElseThrow();
            assertThat(result.path("completeness").path("asOf").asText()).isEqualTo(oldest);
            assertThat(Instant.parse(result.path("generatedAt").asText()).plusSeconds(1))
                    .isAfter(Instant.parse(oldest));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "12h", "PT-1S", "P367D", "P1M"})
        void isNotResumedWithAnInvalidAge(String within) {
            assertThat(review("--resume-within", within).refused(2).err()).contains("PT0S to P366D");
        }

        @Test
        void isNotResumedByAReviewWithAnotherScope() throws IOException {
            first();
            byte[] checkpointed = Files.readAllBytes(checkpoint());
            Path policy = Files.writeString(directory.resolve("policy.yaml"), "version: 1\n");

            assertThat(review("--customer", failingCustomer).refused(2).err()).contains("is of another review");
            assertThat(review("--policy", policy.toString()).refused(2).err()).contains("is of another review");
            try (Sandbox other = Sandbox.start(SandboxOptions.defaults().withCustomers(CUSTOMERS))) {
                assertThat(SandboxedShell.of(other)
                                .run("review", "--resume", checkpoint().toString())
                                .refused(2)
                                .err())
                        .contains("is of another review");
            }
            // Only the lookup of the customer that --customer names.
            assertThat(sandbox.requests())
                    .allMatch(request -> request.path().endsWith("/token")
                            || request.path().startsWith("/avepoint/partner/customers/"));
            assertThat(Files.readAllBytes(checkpoint())).isEqualTo(checkpointed);
        }

        /** Each setting that selects an account of a reviewed vendor selects other data. */
        @Test
        void isNotResumedForAnotherAccount() throws IOException {
            assertNotResumed(
                    SandboxedShell.of(sandbox),
                    "seatport.avepoint.environment=us-government",
                    "seatport.avepoint.api=older",
                    "seatport.avepoint.base-url=https://elements.example",
                    "seatport.avepoint.token-url=https://identity.example/token",
                    "seatport.avepoint.client-id=another",
                    "seatport.c3.base-url=https://c3.example",
                    "seatport.c3.token-url=https://login.example/directory-of-another-partner/token",
                    "seatport.c3.client-id=another",
                    "seatport.c3.resource=another",
                    "seatport.c3.scope=another");
        }

        @Test
        void ofMicrosoftGraphIsNotResumedForAnotherAccount() throws IOException {
            assertNotResumed(
                    SandboxedShell.of(sandbox).property("seatport.review.licenses-from", "graph"),
                    "seatport.graph.environment=china",
                    "seatport.graph.base-url=https://graph.example",
                    "seatport.graph.login-url=https://login.example",
                    "seatport.graph.partner-tenant=11111111-2222-3333-4444-555555555555",
                    "seatport.graph.client-id=another");
        }

        private void assertNotResumed(InProcessShell shell, String... settings) throws IOException {
            first(shell);
            byte[] checkpointed = Files.readAllBytes(checkpoint());

            for (String setting : settings) {
                String[] one = setting.split("=", 2);
                assertThat(shell.property(one[0], one[1])
                                .run("review", "--resume", checkpoint().toString())
                                .refused(2)
                                .err())
                        .as(setting)
                        .contains("is of another review");
            }
            assertThat(sandbox.requests()).isEmpty();
            assertThat(Files.readAllBytes(checkpoint())).isEqualTo(checkpointed);
        }

        @Test
        void isResumedIfOnlyTheSecretOrALimitDiffers() throws IOException {
            first();
            List<String> lacking = notIn(checkpointed());
            Path secret = Files.writeString(directory.resolve("secret"), sandbox.c3ClientSecret());

            SandboxedShell.of(sandbox)
                    .without("seatport.c3.client-secret")
                    .property("seatport.c3.client-secret-file", secret.toString())
                    .property("seatport.avepoint.request-timeout", "PT50S")
                    .run("review", "--resume", checkpoint().toString())
                    .fine();

            assertThat(requested()).containsExactlyElementsOf(lacking);
        }

        @ParameterizedTest
        @ValueSource(strings = {"ndjson", "csv", "html", "table"})
        void mayBeResumedInAnotherFormat(String format) throws IOException {
            first();
            List<String> lacking = notIn(checkpointed());

            CommandResult commandResult = SandboxedShell.of(sandbox)
                    .run("review", "--format", format, "--resume", checkpoint().toString())
                    .fine();

            assertThat(commandResult.out()).isNotEmpty();
            assertThat(requested()).containsExactlyElementsOf(lacking);
        }
    }

    @Nested
    class TheCheckpointFile {
        @Test
        void thatIsAnotherFileEndsWith2AndStaysUnchanged() throws IOException {
            for (String text : List.of("customers:\n", "[]\n", "\n", "")) {
                Files.writeString(checkpoint(), text);

                assertThat(review().refused(2).err()).contains("is not a resume file");
                assertThat(checkpoint()).hasContent(text);
            }
            assertThat(sandbox.requests()).isEmpty();
        }

        @Test
        void onAFullDiskEndsWith5AndKeepsItsLines() throws IOException, InterruptedException {
            assertThat(SeatportProcess.in(directory)
                            .settings(SandboxedShell.settings(sandbox))
                            .filesUpTo(256)
                            .run("review", "--format", "csv", "--output", "result", "--resume", "checkpoint")
                            .refused(5)
                            .err())
                    .contains("cannot be written any more");

            assertThat(directory.resolve("result")).doesNotExist();
            assertThat(checkpointed()).isNotEmpty().hasSizeLessThan(CUSTOMERS);
        }

        @Test
        void thatCannotBeWrittenEndsWith2() {
            for (Path place : List.of(directory, directory.resolve("no/checkpoint"), Path.of("/dev/null"))) {
                SandboxedShell.of(sandbox)
                        .run("review", "--resume", place.toString())
                        .refused(2);
            }
            assertThat(sandbox.requests()).isEmpty();
        }
    }
}
