package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tenants that only the license vendor has, in the result of a review. */
class TenantsWithoutBackupTest {
    private static final String KIND = "TENANT_WITHOUT_BACKUP";

    private static Sandbox sandbox;
    private static InProcessShell inProcessShell;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(60));
        inProcessShell = SandboxedShell.of(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static List<JsonNode> certain(JsonNode review) {
        return PrintedReview.objects(review.at("/unmatched/c3")).stream()
                .map(JsonNode.class::cast)
                .filter(tenant -> !tenant.path("deleted").asBoolean()
                        && tenant.path("conclusive").asBoolean())
                .toList();
    }

    private static JsonNode review(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "review";
        arguments[1] = "--format";
        arguments[2] = "json";
        System.arraycopy(options, 0, arguments, 3, options.length);
        return inProcessShell.run(arguments).fine().json();
    }

    @Test
    void areFindingsOfTheLicenseVendorsCustomer() {
        JsonNode review = review();
        List<JsonNode> tenants = certain(review);

        assertThat(tenants).isNotEmpty();
        assertThat(review.at("/totals/findings/" + KIND).asInt()).isEqualTo(tenants.size());
        for (JsonNode tenant : tenants) {
            JsonNode finding = tenant.path("finding");
            assertThat(finding.path("kind").asText()).isEqualTo(KIND);
            assertThat(finding.path("id").asText())
                    .isEqualToIgnoringCase(
                            KIND + "/c3/" + tenant.path("customer").asText() + "/"
                                    + tenant.path("tenantId").asText() + "//");
            assertThat(tenant.path("licenses").isNull()).isTrue();
        }
    }

    @Test
    void countForFailOnAndFollowOnly() {
        assertThat(inProcessShell
                        .run("review", "--only", "tenant-without-backup", "--fail-on", "warning")
                        .code())
                .isEqualTo(1);
        JsonNode others = review("--only", "backup-shortfall");

        assertThat(others.at("/totals/findings").has(KIND)).isFalse();
        assertThat(certain(others))
                .extracting(tenant -> tenant.path("finding").isNull())
                .containsOnly(true);
    }

    @Test
    void areExcludedByTheirTenant() throws IOException {
        JsonNode tenant = certain(review()).get(0);
        Path policy = Files.writeString(
                folder.resolve("review.yaml"),
                "version: 1\nseverities: {tenant-without-backup: critical}\nexclusions:\n  - {tenant: "
                        + tenant.path("tenantId").asText() + ", reason: a test tenant}\n");

        JsonNode review = review("--policy", policy.toString());
        JsonNode excused = certain(review).get(0).path("finding");

        assertThat(excused.at("/excused/reason").asText()).isEqualTo("a test tenant");
        assertThat(excused.path("severity").asText()).isEqualTo("CRITICAL");
        assertThat(review.at("/exclusions/0/findings").asInt()).isEqualTo(1);
        assertThat(review.at("/exclusions/0/tenantId")).isEqualTo(tenant.path("tenantId"));
    }

    @Test
    void haveTheirLicensesOnRequest() {
        for (JsonNode tenant : certain(review("--unmatched-licenses"))) {
            JsonNode licenses = tenant.path("licenses");
            assertThat(licenses).isNotEmpty();
            assertThat(licenses.get(0).path("tenantId")).isEqualTo(tenant.path("tenantId"));
            assertThat(tenant.at("/finding/licensesAssigned").isIntegralNumber())
                    .isTrue();
        }
        assertThat(inProcessShell
                        .run("review", "--unmatched-licenses", "--customer", "x")
                        .refused(2)
                        .err())
                .contains("--unmatched-licenses needs a review of all customers; remove --customer");
    }

    @Test
    void standInEveryFormat() {
        String tenant = certain(review()).get(0).path("tenantId").asText();

        assertThat(inProcessShell.run("review", "--all").fine().out()).contains("tenant " + tenant);
        for (String format : List.of("ndjson", "csv", "html")) {
            String out = inProcessShell.run("review", "--format", format).fine().out();
            assertThat(out).as(format).contains("tenant " + tenant + " has no backup: it is unknown to avepoint");
        }
    }
}
