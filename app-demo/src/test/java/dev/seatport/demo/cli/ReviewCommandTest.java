package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.fleet.CustomerTrait;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A review joins the data of both vendors. */
class ReviewCommandTest {
    private static final int CUSTOMERS = 130;

    private static Sandbox sandbox;
    private static InProcessShell inProcessShell;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(CUSTOMERS));
        inProcessShell = SandboxedShell.of(sandbox);
    }

    @AfterEach
    void removeFaults() {
        sandbox.faults(FaultPlan.none());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static SimulatedCustomer customer(CustomerTrait customerTrait) {
        return sandbox.fleet().firstWith(customerTrait).orElseThrow();
    }

    private static List<JsonNode> findings(JsonNode review) {
        Stream<JsonNode> ofCustomers = PrintedReview.objects(review.path("customers")).stream()
                .flatMap(customer -> PrintedReview.objects(customer.path("findings")).stream());
        Stream<JsonNode> ofUnmatched = PrintedReview.objects(review.at("/unmatched/c3")).stream()
                .map(tenant -> tenant.path("finding"))
                .filter(finding -> !finding.isNull());
        return Stream.concat(ofCustomers, ofUnmatched).toList();
    }

    @Test
    void joinsSeatsBackupSeatsAndLicensesByTenant() {
        CommandResult commandResult =
                inProcessShell.run("review", "--format", "json").fine();

        JsonNode printed = commandResult.json().path("customers");
        assertThat(printed).hasSize(CUSTOMERS);
        for (int i = 0; i < CUSTOMERS; i++) {
            assertReviewed(printed.get(i), sandbox.fleet().customer(i));
        }
        assertThat(commandResult.errLines()).containsExactly("seatport: 130 of 130 customers complete");
    }

    private void assertReviewed(JsonNode row, SimulatedCustomer customer) {
        assertThat(row.path("id").asText()).isEqualTo(customer.avePointId());
        assertThat(row.path("organization").asText()).isEqualTo(customer.organization());
        PrintedReview.assertRows(row.path("tenants"), PrintedReview.objects(FleetTruth.tenantSeats(customer, 0)));
        assertThat(row.path("products")).hasSize(1);
        assertThat(row.path("products").get(0).path("productCode").asText()).isEqualTo("2048");
        Long purchased = customer.purchasedByProduct().get(2048);
        assertThat(row.path("products").get(0).path("purchased").isNull()).isEqualTo(purchased == null);
        assertThat(row.path("products").get(0).path("purchased").asLong()).isEqualTo(purchased == null ? 0 : purchased);
        List<String> licenses = FleetTruth.joinedLicenses(customer).stream()
                .map(ObjectNode::toString)
                .toList();
        assertThat(PrintedReview.objects(row.path("licenses")).stream()
                        .map(license -> PrintedReview.known(
                                license,
                                FleetTruth.joinedLicenses(customer(CustomerTrait.NONE))
                                        .get(0)))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(licenses);
        assertThat(row.path("gaps")).isEmpty();
        assertThat(Instant.parse(row.path("readAt").asText())).isBefore(Instant.now());
    }

    @Test
    void everyNumberHasItsProvenance() {
        JsonNode row =
                inProcessShell.run("review", "--format", "json").fine().json().at("/customers/0");

        assertThat(row.at("/tenants/0/from/vendor").asText()).isEqualTo("avepoint");
        assertThat(row.at("/tenants/0/from/operation").asText()).isEqualTo("tenant-seats");
        assertThat(row.at("/products/0/from/operation").asText()).isEqualTo("product-seats");
        assertThat(row.at("/licenses/0/from/0/vendor").asText()).isEqualTo("c3");
        assertThat(row.at("/licenses/0/from/0/correlationId").asText()).isNotEmpty();
        assertThat(Instant.parse(row.at("/licenses/0/from/0/at").asText())).isBefore(Instant.now());
    }

    @Test
    void theFormerNameStillWorks() {
        assertThat(inProcessShell
                        .run("report", "--format", "json")
                        .fine()
                        .json()
                        .path("customers"))
                .hasSize(CUSTOMERS);
    }

    @Nested
    class MissingData {
        private CommandResult reviewed(String format) {
            sandbox.faults(FaultPlan.parse("403:path=tenant-seats,customer="
                    + sandbox.fleet().customer(0).avePointId() + "; 403:path=licenses,customer="
                    + sandbox.fleet().customer(1).accounts().get(0).c3CustomerId()
                    + "; html:path=product-seats,customer="
                    + sandbox.fleet().customer(2).avePointId()));
            CommandResult commandResult = inProcessShell.run("review", "--format", format);
            assertThat(commandResult.code()).as(commandResult.err()).isEqualTo(4);
            assertThat(commandResult.errLines())
                    .hasSize(4)
                    .endsWith("seatport: 127 of 130 customers complete; 2 PERMISSION_DENIED, 1 MALFORMED_ANSWER");
            return commandResult;
        }

        @Test
        void isFirstInJsonByCustomerDatasetAndKind() {
            JsonNode completeness = reviewed("json").json().path("completeness");

            assertThat(completeness.path("customers").asLong()).isEqualTo(130);
            assertThat(completeness.path("complete").asLong()).isEqualTo(127);
            assertThat(PrintedReview.objects(completeness.path("gaps")).stream()
                            .map(gap -> gap.path("customer").asText() + " "
                                    + gap.path("source").asText() + " "
                                    + gap.path("kind").asText())
                            .toList())
                    .containsExactly(
                            sandbox.fleet().customer(0).avePointId() + " tenant-seats PERMISSION_DENIED",
                            sandbox.fleet().customer(1).avePointId() + " licenses PERMISSION_DENIED",
                            sandbox.fleet().customer(2).avePointId() + " product-seats MALFORMED_ANSWER");
        }

        @Test
        void makesACoverageNotComparable() {
            JsonNode coverage = reviewed("json").json().at("/customers/0/coverage/0");

            assertThat(coverage.path("verdict").asText()).isEqualTo("NOT_COMPARABLE");
            assertThat(coverage.path("reason").asText()).isEqualTo("tenant-seats could not be read: PERMISSION_DENIED");
            assertThat(coverage.path("assigned").isNull()).isTrue();
        }

        @Test
        void hasRowsAfterTheFindingsInCsv() {
            List<String> lines = reviewed("csv").out().lines().toList();

            assertThat(lines.subList(lines.size() - 3, lines.size())).allMatch(line -> line.contains(",GAP,"));
            assertThat(lines.subList(0, lines.size() - 3)).noneMatch(line -> line.contains(",GAP,"));
        }

        @Test
        void makesTheTotalsOfATableALowerBound() {
            assertThat(reviewed("table").out())
                    .contains("Totals (at least: the review is incomplete)")
                    .contains("  Cloud Backup for Microsoft 365: >= ")
                    .endsWith(
                            "\nCompleteness: 127 of 130 customers complete; 2 PERMISSION_DENIED, 1 MALFORMED_ANSWER\n");
        }

        @Test
        void isOnTheLastLineOfNdjson() {
            List<String> lines = reviewed("ndjson").out().lines().toList();

            JsonNode last = new CommandResult(0, lines.get(lines.size() - 1), "").json();
            assertThat(last.path("type").asText()).isEqualTo("end");
            assertThat(last.at("/completeness/complete").asLong()).isEqualTo(127);
        }

        @Test
        void takesPrecedenceOverFindings() {
            sandbox.faults(FaultPlan.parse("403:path=tenant-seats,customer="
                    + sandbox.fleet().customer(0).avePointId()));

            CommandResult incomplete = inProcessShell.run("review", "--fail-on", "critical");
            assertThat(incomplete.err()).contains("(--fail-on critical)");
            assertThat(incomplete.code()).isEqualTo(4);
        }
    }

    @Nested
    class Formats {
        @Test
        void aTableHasALinePerCustomerAndTheFindingsOfEachKind() {
            SimulatedCustomer shorted = customer(CustomerTrait.BACKUP_SHORTFALL);

            String out = inProcessShell.run("review", "--all").fine().out();

            String table = out.substring(out.indexOf("\ncustomer "), out.indexOf("\nCRITICAL  "));
            assertThat(table.strip().lines())
                    .hasSize(2 + CUSTOMERS)
                    .anySatisfy(line ->
                            assertThat(line).startsWith(shorted.organization()).contains(" short"));
            assertThat(out.substring(out.indexOf("\nCRITICAL  ")))
                    .startsWith("\nCRITICAL  backup shortfall (")
                    .containsPattern(" short +" + Pattern.quote(shorted.organization()))
                    .contains("\nWARNING   tenant without backup (");
        }

        @Test
        void aTableWithoutTheListOfCustomersFitsAScreen() {
            String out = inProcessShell.run("review").fine().out();

            assertThat(out.lines()).hasSizeLessThanOrEqualTo(38);
            assertThat(out).contains("\nCall first\n  1. ").contains("\nCRITICAL  backup shortfall (");
        }

        @Test
        void aTerminalShowsGapsOnceAndTheWayToTheRest() {
            sandbox.faults(FaultPlan.parse("403:path=tenant-seats,customer="
                    + sandbox.fleet().customer(0).avePointId()));

            CommandResult commandResult =
                    inProcessShell.variable("COLUMNS", "80").onTerminal().run("review");

            assertThat(commandResult.out()).contains("permission denied for 1 customer: ");
            assertThat(commandResult.err())
                    .endsWith("seatport: --all lists every customer and every finding\n")
                    .doesNotContain("permission denied");
        }

        @Test
        void optionsOfTheTableNeedTheTable() {
            assertThat(inProcessShell
                            .run("review", "--sort", "name", "--format", "csv")
                            .refused(2)
                            .err())
                    .contains("--all, --sort and --limit need --format table");
            assertThat(inProcessShell.run("review", "--limit", "0").refused(2).err())
                    .contains("--limit 0 is not allowed; allowed values: whole numbers from 1");
            assertThat(inProcessShell.run("review", "--sort", "size").refused(2).err())
                    .containsIgnoringCase("severity")
                    .containsIgnoringCase("difference");
        }

        @Test
        void csvHasARowPerFinding() {
            JsonNode json =
                    inProcessShell.run("review", "--format", "json").fine().json();
            List<String> lines = inProcessShell
                    .run("review", "--format", "csv")
                    .fine()
                    .out()
                    .lines()
                    .toList();

            assertThat(lines.get(0)).startsWith("customer,organization,kind,severity,text,id,");
            assertThat(lines).hasSize(1 + findings(json).size());
        }

        @Test
        void ndjsonHasTheSameCustomersAsJsonALineEach() {
            JsonNode json =
                    inProcessShell.run("review", "--format", "json").fine().json();
            List<JsonNode> lines = inProcessShell
                    .run("review", "--format", "ndjson")
                    .fine()
                    .out()
                    .lines()
                    .map(line -> new CommandResult(0, line, "").json())
                    .toList();

            assertThat(lines.get(0).path("type").asText()).isEqualTo("review");
            assertThat(lines.get(0).path("schemaVersion").asInt()).isEqualTo(2);
            assertThat(lines.stream()
                            .filter(line -> line.path("type").asText().equals("customer"))
                            .map(line -> line.at("/customer/id").asText()))
                    .containsExactlyElementsOf(PrintedReview.objects(json.path("customers")).stream()
                            .map(row -> row.path("id").asText())
                            .toList());
            assertThat(lines.stream()
                            .filter(line -> line.path("type").asText().equals("unmatched"))
                            .count())
                    .isEqualTo(json.at("/unmatched/c3").size());
        }

        @Test
        void jsonHasAHeaderAndTotals() {
            JsonNode json =
                    inProcessShell.run("review", "--format", "json").fine().json();

            assertThat(json.path("schemaVersion").asInt()).isEqualTo(2);
            assertThat(Instant.parse(json.path("generatedAt").asText())).isBefore(Instant.now());
            assertThat(json.at("/totals/findings/BACKUP_SHORTFALL").asLong())
                    .isEqualTo(findings(json).stream()
                            .filter(finding -> finding.path("kind").asText().equals("BACKUP_SHORTFALL"))
                            .count())
                    .isPositive();
            assertThat(json.at("/unmatched/avepoint")).isNotEmpty();
            assertThat(json.at("/unmatched/c3")).isNotEmpty();
        }

        @Test
        void htmlIsOneFile() {
            Path file = folder.resolve("review.html");

            CommandResult commandResult = inProcessShell
                    .run("review", "--format", "html", "--output", file.toString())
                    .fine();

            assertThat(commandResult.out()).isEmpty();
            assertThat(file)
                    .content()
                    .startsWith("<!DOCTYPE html>")
                    .contains(customer(CustomerTrait.BACKUP_SHORTFALL).organization());
        }

        @Test
        void eachCustomerHasAPageNextToTheResult() throws IOException {
            Path file = folder.resolve("review.html");
            Path pages = folder.resolve("pages");

            inProcessShell
                    .run("review", "--format", "html", "--output", file.toString(), "--per-customer", pages.toString())
                    .fine();

            assertThat(Files.readAllLines(pages.resolve("index.csv"))).hasSize(CUSTOMERS + 1);
            try (Stream<Path> files = Files.list(pages)) {
                assertThat(files).hasSize(CUSTOMERS + 1);
            }
            assertThat(file).content().contains("</html>");
        }

        @Test
        void htmlIsForReviewsOnly() {
            assertThat(inProcessShell
                            .run("customers", "--format", "html")
                            .refused(2)
                            .err())
                    .contains("allowed values: table, json, ndjson, csv");
        }

        @Test
        void listingsHaveAnNdjsonFormat() {
            List<String> lines = inProcessShell
                    .run("customers", "--format", "ndjson")
                    .fine()
                    .out()
                    .lines()
                    .toList();

            assertThat(lines).hasSize(CUSTOMERS).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        }
    }
}
