package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingFaultsTest {
    private static final int CUSTOMERS = 25;

    private Sandbox sandbox;
    private SandboxClient client;
    private String token;

    @BeforeAll
    void start() {
        sandbox =
                Sandbox.start(SandboxOptions.defaults().withCustomers(CUSTOMERS).withTenantsOfFirstCustomer(25));
        client = new SandboxClient(sandbox);
        token = client.avePointToken(SandboxClient.ALL_SCOPES);
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

    private HttpResponse<String> requestPage(int page) {
        String path = SandboxClient.GENERAL + "/batch?pageSize=10&pageIndex=" + page;
        return client.send("POST", sandbox.avePointBaseUrl() + path, token, "{}");
    }

    private JsonNode page(int page) {
        return json(requestPage(page));
    }

    private List<String> ids(int page) {
        return StreamSupport.stream(page(page).path("data").spliterator(), false)
                .map(row -> row.path("id").asText())
                .toList();
    }

    private List<String> truth(int from, int to) {
        return sandbox.fleet().customers().subList(from, to).stream()
                .map(SimulatedCustomer::avePointId)
                .toList();
    }

    private void plan(Fault fault) {
        sandbox.faults(FaultPlan.none().with(fault));
    }

    @Test
    void repeatsARowAfterAnInsertion() {
        plan(Fault.rowsInserted(1));
        assertThat(ids(1)).isEqualTo(truth(0, 10));
        assertThat(ids(2)).isEqualTo(truth(9, 19));
        assertThat(ids(3)).isEqualTo(truth(19, 25));
        assertThat(page(1).at("/metadata/totalCount").asInt()).isEqualTo(CUSTOMERS);
        assertThat(page(2).at("/metadata/totalCount").asInt()).isEqualTo(CUSTOMERS + 1);
    }

    @Test
    void skipsARowAfterARemoval() {
        plan(Fault.rowsRemoved(2).at(RequestMatcher.all().fromPage(3)));
        assertThat(ids(2)).isEqualTo(truth(10, 20));
        assertThat(ids(3)).isEqualTo(truth(22, 25));
        assertThat(page(3).at("/metadata/totalCount").asInt()).isEqualTo(CUSTOMERS - 2);
        assertThat(ids(4)).isEmpty();
    }

    @Test
    void shiftsTenantSeats() {
        plan(Fault.rowsRemoved(1));
        SimulatedCustomer first = sandbox.fleet().customer(0);
        JsonNode second = json(client.seats(first.avePointId(), 0, "?pageSize=10&pageIndex=2", "{}"));
        assertThat(second.at("/data/0/tenantId").asText())
                .isEqualTo(first.tenantsOfKind(0).get(11).id());
    }

    @Test
    void changesTheTotalWithEachPage() {
        plan(Fault.totalDrifts(3));
        assertThat(page(1).at("/metadata/totalCount").asInt()).isEqualTo(25);
        assertThat(page(2).at("/metadata/totalCount").asInt()).isEqualTo(28);
        assertThat(page(3).at("/metadata/totalCount").asInt()).isEqualTo(31);
        plan(Fault.totalDrifts(-20));
        assertThat(page(2).at("/metadata/totalCount").asInt()).isEqualTo(5);
        assertThat(page(3).at("/metadata/totalCount").asInt()).isZero();
        assertThat(sandbox.statistics().total().faults(FaultKind.TOTAL)).isEqualTo(4);
    }

    @Test
    void repeatsARowOnOnePage() {
        plan(Fault.duplicateRow().at(RequestMatcher.all().onPage(2)));
        assertThat(ids(1)).doesNotHaveDuplicates();
        assertThat(ids(2))
                .hasSize(11)
                .startsWith(truth(10, 11).get(0), truth(10, 11).get(0));
        assertThat(sandbox.statistics().of(RequestKind.CUSTOMERS).rows()).isEqualTo(21);
    }

    @Test
    void sendsAnEmptyPageTooEarly() {
        plan(Fault.emptyPage().at(RequestMatcher.all().onPage(2)));
        assertThat(ids(2)).isEmpty();
        assertThat(page(2).at("/metadata/totalCount").asInt()).isEqualTo(CUSTOMERS);
        assertThat(ids(3)).isEqualTo(truth(20, 25));
    }

    @Test
    void sendsTheFirstPageForEveryPage() {
        plan(Fault.samePage());
        assertThat(ids(2)).isEqualTo(truth(0, 10));
        assertThat(ids(700)).isEqualTo(truth(0, 10));
        assertThat(page(700).at("/metadata/pageIndex").asInt()).isEqualTo(700);
    }

    @Test
    void failsEveryCallOfOnePage() {
        plan(Fault.status(503).at(RequestMatcher.of(RequestKind.CUSTOMERS).onPage(2)));
        assertThat(requestPage(1).statusCode()).isEqualTo(200);
        assertThat(List.of(requestPage(2), requestPage(2), requestPage(2)))
                .allSatisfy(response -> assertThat(response.statusCode()).isEqualTo(503));
        assertThat(requestPage(3).statusCode()).isEqualTo(200);
    }

    @Test
    void treatsAnInvalidPageNumberAsTheFirstPage() {
        plan(Fault.status(503).at(RequestMatcher.all().onPage(1)));
        String path = SandboxClient.GENERAL + "/batch?pageIndex=x";
        assertThat(client.send("POST", sandbox.avePointBaseUrl() + path, token, "{}")
                        .statusCode())
                .isEqualTo(503);
    }
}
