package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.faults.ByteOffset;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.SchemaChange;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodyFaultsTest {
    private Sandbox sandbox;
    private SandboxClient client;
    private SimulatedCustomer customer;
    private String avePointToken;
    private String c3Token;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(4));
        client = new SandboxClient(sandbox);
        customer = sandbox.fleet().customer(0);
        avePointToken = client.avePointToken(SandboxClient.ALL_SCOPES);
        c3Token = client.c3Token();
        // The first test must not count the two tokens.
        sandbox.resetStatistics();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @AfterEach
    void resetFaults() {
        sandbox.faults(FaultPlan.none());
        sandbox.resetStatistics();
    }

    private HttpResponse<String> seats(FaultPlan plan) {
        sandbox.faults(plan);
        String path = SandboxClient.GENERAL + "/" + customer.avePointId() + "/3rd-party-products/type/0/tenants/batch";
        return client.send("POST", sandbox.avePointBaseUrl() + path, avePointToken, "{}");
    }

    private HttpResponse<String> seats(Fault fault) {
        return seats(FaultPlan.none().with(fault));
    }

    private JsonNode row(SchemaChange drift, String field) {
        return json(seats(Fault.drift(drift, field))).at("/data/0");
    }

    private JsonNode c3(Fault fault, String path) {
        sandbox.faults(FaultPlan.none().with(fault));
        return json(client.send("GET", sandbox.c3BaseUrl() + path, c3Token, null))
                .path("Data");
    }

    private long good() {
        return sandbox.statistics().total().good();
    }

    private long drifted() {
        return sandbox.statistics().total().faults(FaultKind.DRIFT);
    }

    @Test
    void cutsTheDocumentAndAdjustsTheLength() {
        String whole = seats(FaultPlan.none()).body();
        assertThat(seats(Fault.jsonCut(ByteOffset.body(20))).body()).isEqualTo(whole.substring(0, 20));
        assertThat(seats(Fault.jsonCut(ByteOffset.inBody())).body())
                .isNotEmpty()
                .hasSizeLessThan(whole.length());
        assertThat(good()).isEqualTo(1);
    }

    @Test
    void sendsAWebPage() {
        HttpResponse<String> response = seats(Fault.html());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(response.body()).startsWith("<!DOCTYPE html>");
        assertThat(good()).isZero();
    }

    @Test
    void sendsAnEmptyOrArbitraryBody() {
        assertThat(seats(Fault.empty()).body()).isEmpty();
        assertThat(seats(Fault.body("\uFEFFnull []")).body()).isEqualTo("\uFEFFnull []");
        assertThat(sandbox.statistics().total().faults(FaultKind.BODY)).isEqualTo(1);
        assertThat(good()).isZero();
    }

    @Test
    void addsAField() {
        assertThat(row(SchemaChange.NEW_FIELD, "").size()).isEqualTo(6);
        assertThat(row(SchemaChange.NEW_FIELD, "region").has("region")).isTrue();
        assertThat(good()).isEqualTo(2);
    }

    @Test
    void removesAField() {
        assertThat(row(SchemaChange.MISSING_FIELD, "assignedUserSeat").has("assignedUserSeat"))
                .isFalse();
        assertThat(row(SchemaChange.MISSING_FIELD, "").size()).isEqualTo(4);
    }

    @Test
    void setsAFieldToNull() {
        assertThat(row(SchemaChange.NULL, "tenantName").path("tenantName").isNull())
                .isTrue();
    }

    @Test
    void sendsANumberAsAStringAndAStringAsANumber() {
        assertThat(row(SchemaChange.NUMBER_AS_STRING, "assignedUserSeat")
                        .path("assignedUserSeat")
                        .isTextual())
                .isTrue();
        assertThat(row(SchemaChange.STRING_AS_NUMBER, "tenantId")
                        .path("tenantId")
                        .isNumber())
                .isTrue();
    }

    @Test
    void sendsAnUndocumentedCode() {
        assertThat(row(SchemaChange.UNKNOWN_CODE, "").path("type").asInt()).isEqualTo(9_999);
        JsonNode accounts = c3(Fault.drift(SchemaChange.UNKNOWN_CODE), "/api/activecustomers/details/");
        assertThat(accounts)
                .isNotEmpty()
                .allSatisfy(account ->
                        assertThat(account.path("OnboardStatus").asText()).isEqualTo("Rebalancing"));
    }

    @Test
    void renamesAKey() {
        JsonNode row = row(SchemaChange.RENAMED_KEY, "tenantId");
        assertThat(row.has("tenantId")).isFalse();
        assertThat(row.has("newTenantId")).isTrue();
    }

    @Test
    void changesAResponseThatIsOneObject() {
        sandbox.faults(FaultPlan.none().with(Fault.drift(SchemaChange.NUMBER_AS_STRING, "purchasedUserSeat")));
        assertThat(json(client.product(customer.avePointId(), 2048))
                        .path("purchasedUserSeat")
                        .isTextual())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(SchemaChange.class)
    void countsOnlyDriftThatChangedSomething(SchemaChange drift) {
        seats(Fault.drift(drift, "noSuchField"));
        c3(Fault.drift(drift, "noSuchField"), "/api/activecustomers/details/");
        assertThat(drifted()).isEqualTo(drift == SchemaChange.NEW_FIELD ? 2 : 0);
        assertThat(good()).isEqualTo(2);
    }

    @Test
    void leavesErrorResponsesUnchanged() {
        sandbox.faults(FaultPlan.none().with(Fault.drift(SchemaChange.NULL)));
        assertThat(client.send("GET", sandbox.c3BaseUrl() + "/api", c3Token, null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(drifted()).isZero();
    }

    @Test
    void appliesDriftAndASocketFaultToOneResponse() {
        FaultPlan plan = FaultPlan.none()
                .with(Fault.drift(SchemaChange.NEW_FIELD, "aaa"))
                .with(Fault.cut(ByteOffset.body(1_000)));
        assertThat(seats(plan).body()).contains("\"aaa\":");
    }

    @Test
    void repeatsARowOfAnyList() {
        JsonNode accounts = c3(Fault.duplicateRow(), "/api/activecustomers/details/");
        assertThat(accounts.path(0)).isEqualTo(accounts.path(1));
        SimulatedC3Customer account = customer.accounts().get(0);
        JsonNode licenses = c3(
                Fault.duplicateRow(),
                "/api/licenseConsumptionReport/customer/" + account.c3CustomerId() + "/tenant/" + account.tenantId());
        assertThat(licenses.path(0)).isEqualTo(licenses.path(1));
        assertThat(sandbox.statistics().total().rows()).isEqualTo(accounts.size() + licenses.size());
    }

    @Test
    void emptiesAListThatIsSentInChunks() {
        assertThat(c3(Fault.emptyPage(), "/api/activecustomers/details/")).isEmpty();
        assertThat(sandbox.statistics().total().faults(FaultKind.EMPTY_PAGE)).isEqualTo(1);
    }
}
