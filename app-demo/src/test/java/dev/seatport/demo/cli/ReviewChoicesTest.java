package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.fleet.CustomerTrait;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options and policy file of a review. */
class ReviewChoicesTest {
    private static final int CUSTOMERS = 60;

    private static Sandbox sandbox;
    private static InProcessShell inProcessShell;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(CUSTOMERS));
        inProcessShell = SandboxedShell.of(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static SimulatedCustomer customer(CustomerTrait customerTrait) {
        return sandbox.fleet().firstWith(customerTrait).orElseThrow();
    }

    private static Set<String> kinds(JsonNode review) {
        return PrintedReview.objects(review.path("customers")).stream()
                .flatMap(customer -> PrintedReview.objects(customer.path("findings")).stream())
                .map(finding -> finding.path("kind").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Nested
    class Options {
        @Test
        void failOnExitsWith1ForAFindingOfThatSeverity() {
            assertThat(inProcessShell.run("review", "--fail-on", "critical").code())
                    .isEqualTo(1);
            assertThat(inProcessShell.run("review", "--fail-on", "INFO").code()).isEqualTo(1);
            assertThat(inProcessShell
                            .run(
                                    "review",
                                    "--customer",
                                    customer(CustomerTrait.NONE).avePointId(),
                                    "--fail-on",
                                    "info")
                            .code())
                    .isZero();
        }

        @Test
        void failOnIgnoresFindingsThatAreNotReported() {
            String excess = customer(CustomerTrait.BACKUP_SURPLUS).avePointId();

            assertThat(inProcessShell
                            .run("review", "--customer", excess, "--fail-on", "warning")
                            .code())
                    .isZero();
            assertThat(inProcessShell
                            .run("review", "--only", "no-licenses-left", "--fail-on", "warning")
                            .code())
                    .isZero();
        }

        @Test
        void onlyReportsFindingsOfTheGivenKinds() {
            JsonNode json = inProcessShell
                    .run("review", "--format", "json", "--only", "backup-shortfall,NO_LICENSES_LEFT")
                    .fine()
                    .json();

            assertThat(kinds(json)).containsExactly("BACKUP_SHORTFALL", "NO_LICENSES_LEFT");
            assertThat(json.path("customers")).hasSize(CUSTOMERS);
        }

        @Test
        void onlyRejectsAnUnknownKind() {
            assertThat(inProcessShell
                            .run("review", "--only", "bakup-shortfall")
                            .refused(2)
                            .err())
                    .contains("'bakup-shortfall'")
                    .contains("backup-shortfall, backup-surplus");
        }

        @Test
        void customerReviewsTheNamedCustomers() {
            String first = sandbox.fleet().customer(7).avePointId();
            String second = sandbox.fleet().customer(3).avePointId();

            JsonNode json = inProcessShell
                    .run("review", "--format", "json", "--customer", first, "--customer", second)
                    .fine()
                    .json();

            assertThat(PrintedReview.objects(json.path("customers")).stream()
                            .map(row -> row.path("id").asText())
                            .toList())
                    .containsExactly(first, second);
            assertThat(json.at("/unmatched/c3")).isEmpty();
        }

        @Test
        void customerThatIsUnknownIsReportedAsMissing() {
            CommandResult commandResult = inProcessShell.run(
                    "review",
                    "--format",
                    "json",
                    "--customer",
                    "nobody",
                    "--customer",
                    sandbox.fleet().customer(3).avePointId());

            assertThat(commandResult.code()).isEqualTo(4);
            assertThat(commandResult.json().at("/completeness/gaps/0/kind").asText())
                    .isEqualTo("NOT_FOUND");
            assertThat(commandResult.json().at("/completeness/gaps/0/customer").asText())
                    .isEqualTo("nobody");
            assertThat(commandResult.json().at("/completeness/gaps/0/text").asText())
                    .contains("customer \"nobody\" was not found");
            assertThat(commandResult.json().at("/completeness/text").asText())
                    .isEqualTo("1 of 2 customers complete; 1 NOT_FOUND");
            assertThat(inProcessShell
                            .run("review", "--customer", "nobody")
                            .refused(3)
                            .err())
                    .contains("customer \"nobody\" was not found");
        }

        @Test
        void customerThatIsUnknownIsNotNamedAsReviewed() {
            CommandResult result = inProcessShell.run(
                    "review",
                    "--customer",
                    "nobody",
                    "--customer",
                    sandbox.fleet().customer(3).organization());

            assertThat(result.code()).isEqualTo(4);
            assertThat(result.out())
                    .contains("Only this customer was reviewed: "
                            + sandbox.fleet().customer(3).organization()
                            + ". Not found: nobody. Other customers were not looked at.");
        }

        @Test
        void customerMayBeANameOrTheBeginningOfOne() {
            SimulatedCustomer customer = sandbox.fleet().customer(3);
            String name = customer.organization();

            JsonNode json = inProcessShell
                    .run(
                            "review",
                            "--format",
                            "json",
                            "--customer",
                            name,
                            "--customer",
                            name.substring(0, name.length() - 1))
                    .fine()
                    .json();

            assertThat(json.path("customers")).hasSize(1);
            assertThat(json.at("/customers/0/id").asText()).isEqualTo(customer.avePointId());
        }

        @Test
        void customerThatIsAmbiguousIsRefusedWithTheCandidates() {
            assertThat(inProcessShell
                            .run("review", "--customer", "Fen")
                            .refused(2)
                            .err())
                    .contains("customer \"Fen\" is ambiguous: Fenbourne Bäckereien B.V. (");
        }
    }

    @Test
    void oneFileForResultAndCheckpointIsRejected() {
        String file = folder.resolve("review.json").toString();

        assertThat(inProcessShell
                        .run("review", "--output", file, "--resume", file)
                        .refused(2)
                        .err())
                .contains("--output and --resume name the same file");
    }

    @Test
    void aProductThatIsNotInTheCatalogueIsRejected() {
        assertThat(inProcessShell
                        .variable("SEATPORT_REVIEW_PRODUCTS", "2048,9999")
                        .run("review")
                        .refused(2)
                        .err())
                .contains("seatport.review.products names 9999");
    }

    @Test
    void severalProductsAreReviewedTogether() {
        JsonNode json = inProcessShell
                .variable("SEATPORT_REVIEW_PRODUCTS", "2048, 33554432")
                .run("review", "--format", "json")
                .fine()
                .json();

        assertThat(json.at("/customers/0/coverage")).hasSize(2);
        assertThat(json.at("/customers/0/products")).hasSize(2);
    }

    @Nested
    class Policies {
        private Path policy(String text) throws IOException {
            return Files.writeString(folder.resolve("review.yaml"), "version: 1\n" + text);
        }

        @Test
        void decideWhichFindingsAreReported() throws IOException {
            Path strict = policy("thresholds: {unassigned: {percent: 0, floor: 1}}\n");

            JsonNode usual =
                    inProcessShell.run("review", "--format", "json").fine().json();
            JsonNode more = inProcessShell
                    .run("review", "--format", "json", "--policy", strict.toString())
                    .fine()
                    .json();

            assertThat(more.at("/totals/findings/UNASSIGNED_LICENSES").asLong())
                    .isGreaterThan(
                            usual.at("/totals/findings/UNASSIGNED_LICENSES").asLong());
        }

        @Test
        void reportAnExcludedFindingWithItsReasonAndWithoutAnAlarm() throws IOException {
            String shorted = customer(CustomerTrait.BACKUP_SHORTFALL).avePointId();
            Path policy = policy("exclusions:\n  - {customer: '" + shorted + "', reason: agreed, owner: Ada}\n");

            CommandResult commandResult = inProcessShell
                    .run(
                            "review",
                            "--format",
                            "json",
                            "--policy",
                            policy.toString(),
                            "--customer",
                            shorted,
                            "--fail-on",
                            "critical")
                    .fine();

            assertThat(commandResult
                            .json()
                            .at("/customers/0/findings/0/excused/reason")
                            .asText())
                    .isEqualTo("agreed");
            assertThat(commandResult.json().at("/totals/excused").asLong()).isPositive();
            assertThat(commandResult.json().at("/exclusions/0/owner").asText()).isEqualTo("Ada");
            assertThat(commandResult.json().at("/exclusions/0/inForce").asBoolean())
                    .isTrue();
        }

        @Test
        void countAFindingThatIsExcludedEverywhere() throws IOException {
            String shorted = customer(CustomerTrait.BACKUP_SHORTFALL).avePointId();
            Path policy = policy("exclusions:\n  - {customer: '" + shorted + "', reason: agreed, scope: everywhere}\n");

            JsonNode json = inProcessShell
                    .run("review", "--format", "json", "--policy", policy.toString(), "--customer", shorted)
                    .fine()
                    .json();

            assertThat(json.at("/customers/0/findings")).isEmpty();
            assertThat(json.at("/exclusions/0/findings").asLong()).isEqualTo(1);
        }

        @Test
        void reportAnExpiredExclusion() throws IOException {
            String shorted = customer(CustomerTrait.BACKUP_SHORTFALL).avePointId();
            Path policy = policy("exclusions:\n  - {customer: '" + shorted + "', reason: agreed, until: 2020-01-31}\n");

            CommandResult commandResult = inProcessShell
                    .run("review", "--policy", policy.toString(), "--customer", shorted)
                    .fine();

            assertThat(commandResult.errLines())
                    .contains("seatport: the exclusion of "
                            + customer(CustomerTrait.BACKUP_SHORTFALL).organization()
                            + " (agreed) expired on 2020-01-31; its findings are reported again");
            assertThat(commandResult.out()).contains("CRITICAL").contains("Exclusion expired on 2020-01-31: ");
        }

        @Test
        void addFreeSkusThatAreShownButInNoTotal() throws IOException {
            JsonNode usual =
                    inProcessShell.run("review", "--format", "json").fine().json();
            JsonNode license = usual.at("/customers/0/licenses/0");
            Path policy = policy("more-free-skus: ['" + license.path("skuId").asText() + "']\n");

            JsonNode review = inProcessShell
                    .run("review", "--format", "json", "--policy", policy.toString())
                    .fine()
                    .json();

            assertThat(license.path("free").asBoolean()).isFalse();
            assertThat(review.at("/customers/0/licenses/0/free").asBoolean()).isTrue();
            assertThat(review.at("/customers/0/licenses/0/note").asText()).contains("free SKU");
            assertThat(review.at("/customers/0/licenses/0/purchased")).isEqualTo(license.path("purchased"));
            assertThat(review.at("/totals/licensesPurchased/sum").asLong())
                    .isLessThan(usual.at("/totals/licensesPurchased/sum").asLong());
        }

        @Test
        void compareVendorsIfTheyNameSeatSkus() throws IOException {
            JsonNode license = inProcessShell
                    .run("review", "--format", "json")
                    .fine()
                    .json()
                    .at("/customers/0/licenses/0");
            Path policy =
                    policy("seat-skus:\n  2048: ['" + license.path("skuId").asText() + "']\n");

            JsonNode json = inProcessShell
                    .run("review", "--format", "json", "--policy", policy.toString())
                    .fine()
                    .json();

            assertThat(kinds(json)).contains("VENDORS_DISAGREE");
            assertThat(json.at("/customers/0/coverage/0/licenses/onlySeatSkus").asBoolean())
                    .isTrue();
        }

        @Test
        void areQuestionedAboutSkusAndProductsThatOccurNowhere() throws IOException {
            String sku = "00000000-0000-0000-0000-000000000001";
            Path policy = policy("products: [2048, 33554432]\nseat-skus:\n  2048: ['" + sku + "']\n");

            CommandResult result = inProcessShell
                    .run("review", "--format", "json", "--policy", policy.toString())
                    .fine();

            assertThat(kinds(result.json())).doesNotContain("VENDORS_DISAGREE");
            assertThat(PrintedReview.objects(result.json().path("unseen")).stream()
                            .map(entry -> entry.path("text").asText()))
                    .contains("SKU " + sku + " of seat-skus (2048) was seen in no tenant: check the id")
                    .allMatch(text -> result.errLines().contains("seatport: " + text));
        }

        @Test
        void haveAnExampleThatFitsTheSandbox() {
            JsonNode json = inProcessShell
                    .run("review", "--format", "json", "--policy", "../docs/review-example.yaml")
                    .fine()
                    .json();

            assertThat(json.path("unseen")).isEmpty();
            assertThat(json.at("/totals/findings/VENDORS_DISAGREE").asInt())
                    .isPositive()
                    .isLessThan(CUSTOMERS / 4);
            assertThat(PrintedReview.objects(json.path("exclusions")).stream()
                            .limit(2)
                            .map(exclusion -> exclusion.path("findings").asInt()))
                    .doesNotContain(0);
        }

        @Test
        void withMistakesAreRejectedBeforeAnyRequest() throws IOException {
            int before = sandbox.requests().size();
            Path policy = policy("thresholds: {unassigned: {percent: -3}}\n");

            assertThat(inProcessShell
                            .run("review", "--policy", policy.toString())
                            .refused(2)
                            .err())
                    .contains("review.yaml:2")
                    .contains("allowed values:");
            assertThat(sandbox.requests()).hasSize(before);
        }
    }
}
