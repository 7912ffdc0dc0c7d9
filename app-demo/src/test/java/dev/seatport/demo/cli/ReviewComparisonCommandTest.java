package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.fleet.CustomerTrait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options --baseline, --fail-on and --rows, and prices, on the command line. */
class ReviewComparisonCommandTest {
    private static Sandbox sandbox;
    private static InProcessShell shell;

    @TempDir
    private static Path folder;

    private static Path earlier;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(30));
        shell = SandboxedShell.of(sandbox);
        earlier = Files.writeString(folder.resolve("earlier.json"), review().out());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static CommandResult review(String... more) {
        List<String> arguments = new ArrayList<>(List.of("review", "--format", "json"));
        arguments.addAll(List.of(more));
        return shell.run(arguments.toArray(String[]::new));
    }

    @Test
    void anUnchangedReviewHasNothingNew() {
        CommandResult result = review("--baseline", earlier.toString(), "--fail-on", "new-info");

        JsonNode changes = result.fine().json().at("/comparison/changes");
        assertThat(changes.path("OPEN").asLong()).isPositive();
        assertThat(changes.path("NEW").asLong() + changes.path("RESOLVED").asLong())
                .isZero();
        assertThat(result.err())
                .contains(
                        "seatport: compared with the review of ", ": 0 new, ", " still open, 0 resolved, 0 not judged");
    }

    @Test
    void aNewCriticalFindingExitsWith1() throws IOException {
        String id = sandbox.fleet()
                .firstWith(CustomerTrait.BACKUP_SHORTFALL)
                .orElseThrow()
                .avePointId();
        Path wider = Files.writeString(
                folder.resolve("wider.json"),
                review("--customer", id).out().replace("BACKUP_SHORTFALL/", "BACKUP_SHORTFALL/x"));

        CommandResult result = review("--customer", id, "--baseline", wider.toString(), "--fail-on", "new-critical");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.json().at("/comparison/newSeverities/CRITICAL").asLong())
                .isEqualTo(1);
    }

    @Test
    void aFindingOfUnreadDataIsNotResolved() {
        String id = sandbox.fleet()
                .firstWith(CustomerTrait.BACKUP_SHORTFALL)
                .orElseThrow()
                .avePointId();
        sandbox.faults(FaultPlan.parse("403:path=product-seats,customer=" + id));
        try {
            CommandResult result = review("--baseline", earlier.toString());

            assertThat(result.code()).isEqualTo(4);
            assertThat(result.json().at("/comparison/changes/RESOLVED").asLong())
                    .isZero();
            assertThat(result.json()
                            .at("/comparison/findings/0/finding/changeReason")
                            .asText())
                    .isEqualTo("product-seats could not be read");
        } finally {
            sandbox.faults(FaultPlan.none());
        }
    }

    @Test
    void aBaselineThatCannotBeUsedIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");

        assertThat(review("--baseline", other.toString()).refused(2).err())
                .contains("--baseline " + other + " is JSON, but not that of a review; allowed values: ");
        assertThat(review("--baseline", folder.resolve("none.json").toString())
                        .refused(2)
                        .err())
                .contains(" does not exist; allowed values: ");
        assertThat(review("--baseline", folder.toString()).refused(2).err()).contains(" is not a file; ");
        assertThat(shell.property("seatport.avepoint.api", "older")
                        .run("review", "--baseline", earlier.toString())
                        .refused(2)
                        .err())
                .contains(" is of another account: host, tenant or client id of a vendor differ; ");
    }

    @Test
    void failOnNewNeedsABaseline() {
        assertThat(review("--fail-on", "new-critical").refused(2).err())
                .isEqualTo("seatport: --fail-on new-critical needs --baseline FILE; see 'seatport review --help'\n");
        assertThat(review("--fail-on", "new").refused(2).err())
                .isEqualTo(
                        "seatport: --fail-on 'new' is no severity; allowed values: info, warning, critical, new-info,"
                                + " new-warning, new-critical; see 'seatport review --help'\n");
    }

    @ParameterizedTest
    @CsvSource({"table", "json", "html"})
    void positionsAreRowsOfCsvAndNdjsonOnly(String format) {
        assertThat(shell.run("review", "--format", format, "--rows", "positions")
                        .refused(2)
                        .err())
                .isEqualTo(
                        "seatport: --rows positions needs another format; allowed values: --format csv, ndjson; see 'seatport review --help'\n");
    }

    @Test
    void positionsHaveARowPerNumber() {
        List<String> lines = shell.run("review", "--format", "csv", "--rows", "positions")
                .fine()
                .out()
                .lines()
                .toList();

        assertThat(lines.get(0)).startsWith("row,vendor,customer,organization,");
        assertThat(lines.stream().filter(line -> line.startsWith("CUSTOMER,"))).hasSize(30);
        assertThat(lines.stream().filter(line -> line.startsWith("PRODUCT_SEATS,")))
                .hasSize(30);
        assertThat(lines.get(lines.size() - 1)).startsWith("END,avepoint,").contains("30 of 30 customers complete");
    }

    @Test
    void positionsInNdjsonMatchTheSchema() {
        List<JsonNode> rows = shell.run("review", "--format", "ndjson", "--rows", "positions")
                .fine()
                .out()
                .lines()
                .map(line -> new CommandResult(0, line, "").json())
                .toList();

        assertThat(rows).hasSizeGreaterThan(100).allMatch(row -> row.has("row"));
    }

    @Test
    void aListByMoneyNeedsPrices() throws IOException {
        Path policy = Files.writeString(
                folder.resolve("money.yaml"), "version: 1\nprices:\n  products:\n    2048: 3.00 EUR\n");

        assertThat(shell.run("review", "--sort", "money").refused(2).err())
                .isEqualTo(
                        "seatport: --sort money needs prices; add 'prices' to the policy and name it with --policy FILE;"
                                + " see 'seatport review --help'\n");
        assertThat(shell.run("review", "--sort", "money", "--format", "json")
                        .refused(2)
                        .err())
                .contains("--all, --sort and --limit need --format table");
        assertThat(shell.run("review", "--sort", "money", "--policy", policy.toString())
                        .fine()
                        .out())
                .containsPattern("(?m)  a month$");
    }

    @Test
    void pricesOfThePolicyAreInTheFindings() throws IOException {
        Path policy = Files.writeString(
                folder.resolve("prices.yaml"), "version: 1\nprices:\n  products:\n    2048: 3.00 EUR\n");

        CommandResult result = review("--policy", policy.toString(), "--only", "backup-surplus");

        assertThat(result.out()).contains(" over; unused: ", " EUR a month");
        assertThat(result.json().at("/monthly/currencies/0/currency").asText()).isEqualTo("EUR");
    }
}
