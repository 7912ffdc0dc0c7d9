package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.ReceivedRequest;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.fleet.CustomerTrait;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedGraphLicense;
import dev.seatport.sandbox.fleet.SimulatedGraphTenant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A partner without C3: seats of AvePoint, licenses of Microsoft Graph, over real HTTP. */
@Tag("slow")
class GraphCommandsTest {
    private static Sandbox sandbox;
    private static InProcessShell shell;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(56));
        Map<String, String> settings = new TreeMap<>(SandboxedShell.settings(sandbox));
        settings.keySet().removeIf(key -> key.startsWith("seatport.c3."));
        shell = InProcessShell.with(settings);
    }

    @BeforeEach
    void forget() {
        sandbox.clearRequests();
    }

    @AfterEach
    void removeFaults() {
        sandbox.faults(FaultPlan.none());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static List<SimulatedGraphTenant> tenants() {
        return sandbox.fleet().customers().stream()
                .flatMap(customer -> customer.graphTenants().stream())
                .toList();
    }

    private static List<SimulatedGraphTenant> withoutConsent() {
        return tenants().stream().filter(tenant -> !tenant.hasConsent()).toList();
    }

    @Test
    void aReviewNeedsNeitherC3NorASettingThatSelectsGraph() {
        CommandResult result = shell.run("review", "--format", "json");

        JsonNode review = result.json();
        assertThat(result.code()).as("some tenants lack the consent").isEqualTo(4);
        assertThat(review.path("licensesFrom").asText()).isEqualTo("graph");
        assertThat(review.path("customers")).hasSize(56);
        assertThat(sandbox.requests()).noneMatch(request -> request.path().startsWith("/c3"));
        SimulatedCustomer customer =
                sandbox.fleet().firstWith(CustomerTrait.GRAPH_UNITS_IN_WARNING).orElseThrow();
        JsonNode licenses = customerRow(review, customer).path("licenses");
        assertThat(licenses).isNotEmpty();
        assertThat(licenses)
                .anySatisfy(license -> assertThat(
                                license.path("states").path("warning").asLong())
                        .isPositive());
    }

    @Test
    void aReviewShowsSkusThatAreFreeOrNotAssignableAndLeavesThemOutOfTotals() {
        SimulatedCustomer customer = sandbox.fleet()
                .firstWith(CustomerTrait.GRAPH_COMPANY_AND_FREE_SKUS)
                .orElseThrow();
        JsonNode review = shell.run("review", "--format", "json", "--customer", customer.avePointId())
                .fine()
                .json();

        JsonNode row = customerRow(review, customer);
        Set<String> leftOut = new HashSet<>();
        long purchased = 0;
        for (JsonNode license : row.path("licenses")) {
            if (license.path("free").asBoolean() || !license.path("assignable").asBoolean()) {
                leftOut.add(license.path("skuId").asText());
                assertThat(license.path("note").asText()).contains("excluded from totals");
            } else {
                assertThat(license.path("purchased").isNumber()).isTrue();
                purchased += license.path("purchased").asLong();
            }
        }
        assertThat(row.path("licenses"))
                .anyMatch(license -> license.path("free").asBoolean());
        assertThat(row.path("licenses"))
                .anyMatch(license -> !license.path("assignable").asBoolean());
        assertThat(purchased).isPositive();
        assertThat(review.at("/totals/licensesPurchased/sum").isNumber()).isTrue();
        assertThat(review.at("/totals/licensesPurchased/sum").asLong()).isEqualTo(purchased);
        assertThat(row.path("findings"))
                .noneMatch(finding -> leftOut.contains(finding.path("skuId").asText())
                        && Set.of("UNASSIGNED_LICENSES", "NO_LICENSES_LEFT")
                                .contains(finding.path("kind").asText()));
    }

    @Test
    void licensesHaveStatesAssignableAndRenewal() {
        SimulatedCustomer customer = sandbox.fleet()
                .firstWith(CustomerTrait.GRAPH_COMPANY_AND_FREE_SKUS)
                .orElseThrow();
        SimulatedGraphTenant tenant = customer.graphTenants().get(0);

        JsonNode rows = shell.run(
                        "licenses", tenant.tenantId(), tenant.tenantId(), "--vendor", "graph", "--format", "json")
                .fine()
                .json();

        assertThat(rows).hasSameSizeAs(tenant.licenses());
        for (SimulatedGraphLicense license : tenant.licenses()) {
            assertThat(rows).anySatisfy(row -> {
                assertThat(row.path("skuId").asText()).isEqualToIgnoringCase(license.skuId());
                assertThat(row.path("warning").asLong()).isEqualTo(license.warning());
                assertThat(row.path("suspended").asLong()).isEqualTo(license.suspended());
                assertThat(row.path("lockedOut").asLong()).isEqualTo(license.lockedOut());
                assertThat(row.path("assignable").asBoolean()).isEqualTo(license.assignable());
                assertThat(row.path("available").isNull()).isTrue();
            });
        }
        assertThat(rows).anyMatch(row -> row.path("renewal").isTextual());
    }

    @Test
    void aTenantWithoutConsentIsAGapOfItsCustomer() {
        SimulatedCustomer customer =
                sandbox.fleet().firstWith(CustomerTrait.GRAPH_CONSENT_MISSING).orElseThrow();

        JsonNode row = customerRow(shell.run("review", "--format", "json").json(), customer);

        assertThat(row.path("complete").asBoolean()).isFalse();
        assertThat(row.path("gaps")).anySatisfy(gap -> {
            assertThat(gap.path("vendor").asText()).isEqualTo("graph");
            assertThat(gap.path("kind").asText()).isEqualTo("PERMISSION_DENIED");
        });
    }

    private static JsonNode customerRow(JsonNode review, SimulatedCustomer customer) {
        for (JsonNode row : review.path("customers")) {
            if (row.path("id").asText().equals(customer.avePointId())) {
                return row;
            }
        }
        throw new AssertionError("no customer " + customer.avePointId());
    }

    @Test
    void thePageHasTheNameOfTheVendorForPeople() {
        assertThat(shell.run("review", "--format", "html").out()).contains("<bdi>Microsoft Graph</bdi>");
    }

    @Test
    void theCustomersAreTheTenantsOfThePartnersContracts() {
        List<String> ids = new ArrayList<>();
        shell.run("customers", "--vendor", "graph", "--format", "json")
                .fine()
                .json()
                .forEach(row -> ids.add(row.path("id").asText().toLowerCase(Locale.ROOT)));

        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        tenants().stream().map(SimulatedGraphTenant::tenantId).toList());
    }

    @Test
    void doctorListsEachTenantWithoutConsentByName() {
        assertThat(withoutConsent()).isNotEmpty();
        CommandResult result = shell.run("doctor", "--format", "json").fine();

        List<JsonNode> consent = new ArrayList<>();
        result.json().forEach(row -> {
            if (row.path("check").asText().equals("consent")) {
                consent.add(row);
            }
        });
        assertThat(consent).hasSize(withoutConsent().size() + 1);
        for (SimulatedGraphTenant tenant : withoutConsent()) {
            assertThat(consent).anySatisfy(row -> {
                assertThat(row.path("status").asText()).isEqualTo("warn");
                assertThat(row.path("what").asText())
                        .startsWith(tenant.displayName() + " (" + tenant.tenantId() + "): PERMISSION_DENIED: ");
                assertThat(row.path("advice").asText()).contains("administrator of this tenant");
            });
        }
        JsonNode summary = consent.get(consent.size() - 1);
        assertThat(summary.path("status").asText()).isEqualTo("ok");
        assertThat(summary.path("what").asText())
                .isEqualTo((tenants().size() - withoutConsent().size()) + " of "
                        + tenants().size() + " customers gave consent");
        assertThat(DoctorScenario.lines(result)).contains("graph token ok", "graph customers ok", "graph licenses ok");
    }

    @Test
    void doctorNamesATenantWhoseTokenRequestFailsAndContinues() {
        SimulatedGraphTenant tenant = tenants().get(0);
        sandbox.faults(FaultPlan.parse("503:path=token,vendor=graph,customer=" + tenant.tenantId()));
        CommandResult result = DoctorScenario.examined(shell, 3);

        JsonNode consent = DoctorScenario.check(result, "graph", "consent");
        assertThat(consent.path("status").asText()).isEqualTo("failed");
        assertThat(consent.path("what").asText())
                .startsWith(tenant.displayName() + " (" + tenant.tenantId() + "): UNAVAILABLE: ");
        assertThat(consent.path("advice").asText()).contains("seatport.graph.login-url");
        assertThat(result.out()).contains(" customers gave consent, and the check of 1 failed");
        assertThat(DoctorScenario.lines(result)).contains("graph consent warn", "graph licenses ok");
    }

    /** A check of all consents costs one token per tenant. A further request per tenant would be noticed only by a large partner. */
    @Test
    void doctorSendsOneTokenRequestPerTenantAndFewOthers() {
        shell.run("doctor").fine();

        List<String> paths = sandbox.requests().stream()
                .map(ReceivedRequest::path)
                .filter(path -> path.startsWith("/graph"))
                .toList();
        for (SimulatedGraphTenant tenant : tenants()) {
            assertThat(paths)
                    .filteredOn(path -> path.endsWith("/token") && path.contains(tenant.tenantId()))
                    .hasSize(1);
        }
        assertThat(paths)
                .filteredOn(path -> !path.endsWith("/token"))
                .containsExactlyInAnyOrder(
                        "/graph/v1.0/contracts",
                        "/graph/v1.0/contracts",
                        "/graph/v1.0/directory/subscriptions",
                        "/graph/v1.0/subscribedSkus");
    }

    @Test
    void aPartnerTenantThatIsNoGuidIsRejectedWithTheAllowedValues() {
        InProcessShell wrong = shell.property("seatport.graph.partner-tenant", "contoso.example");

        assertThat(wrong.run("customers", "--vendor", "graph").refused(2).err())
                .contains("seatport.graph.partner-tenant: the partner tenant must be the id of a tenant")
                .contains("allowed values: the id of the partner's tenant, a GUID with dashes");
        assertThat(DoctorScenario.lines(DoctorScenario.examined(wrong, 2))).contains("graph settings failed");
        assertThat(sandbox.requests()).noneMatch(request -> request.path().startsWith("/graph"));
    }

    @Test
    void theDemoTakesItsLicensesFromTheNamedVendor() {
        JsonNode review = InProcessShell.bare()
                .run("demo", "--licenses-from", "graph", "--format", "json")
                .fine()
                .json();

        assertThat(review.path("licensesFrom").asText()).isEqualTo("graph");
        assertThat(review.path("customers")).hasSize(40);
        assertThat(review.at("/completeness/gaps")).anySatisfy(gap -> {
            assertThat(gap.path("vendor").asText()).isEqualTo("graph");
            assertThat(gap.path("source").asText()).isEqualTo("licenses");
        });
    }
}
