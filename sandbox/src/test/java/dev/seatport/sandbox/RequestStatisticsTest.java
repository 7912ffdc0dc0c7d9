package dev.seatport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestStatisticsTest {
    private Sandbox sandbox;
    private SandboxClient client;
    private String token;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(7));
        client = new SandboxClient(sandbox);
        token = client.avePointToken(SandboxClient.ALL_SCOPES);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private int list() {
        return client.send("GET", sandbox.avePointBaseUrl() + "/partner/customers", token, null)
                .statusCode();
    }

    @Test
    void countsRequestsGoodResponsesAndRows() {
        list();
        client.send("POST", sandbox.avePointBaseUrl() + SandboxClient.GENERAL + "/batch?pageSize=3", token, "{}");
        client.send("GET", sandbox.avePointBaseUrl() + "/nowhere", token, null);
        RequestStatistics statistics = sandbox.statistics();
        assertThat(statistics.of(RequestKind.CUSTOMERS))
                .isEqualTo(new RequestStatistics.RequestCounts(2, 2, 10, Map.of()));
        assertThat(statistics.of(RequestKind.TOKEN)).isEqualTo(new RequestStatistics.RequestCounts(1, 1, 0, Map.of()));
        assertThat(statistics.of(RequestKind.OTHER)).isEqualTo(new RequestStatistics.RequestCounts(1, 0, 0, Map.of()));
        assertThat(statistics.of(RequestKind.LICENSES)).isEqualTo(RequestStatistics.RequestCounts.NONE);
        assertThat(statistics.total()).isEqualTo(new RequestStatistics.RequestCounts(4, 3, 10, Map.of()));
    }

    @Test
    void countsAProductAndACustomerAsOneRow() {
        String id = sandbox.fleet().customer(0).avePointId();
        sandbox.resetStatistics();
        String product = SandboxClient.GENERAL + "/" + id + "/avpt-products/type/2048/overview";
        client.send("GET", sandbox.avePointBaseUrl() + product, token, null);
        client.send("GET", sandbox.avePointBaseUrl() + "/partner/customers/" + id, token, null);
        assertThat(sandbox.statistics().total().rows()).isEqualTo(2);
        assertThat(sandbox.statistics().of(RequestKind.PRODUCT_SEATS).good()).isEqualTo(1);
    }

    @Test
    void countsEachFaultOfAResponse() {
        sandbox.faults(
                FaultPlan.none().with(Fault.latency(Duration.ofMillis(1))).with(Fault.status(500)));
        list();
        RequestStatistics.RequestCounts customers = sandbox.statistics().of(RequestKind.CUSTOMERS);
        assertThat(customers.faults()).containsOnly(Map.entry(FaultKind.LATENCY, 1L), Map.entry(FaultKind.STATUS, 1L));
        assertThat(customers.totalFaults()).isEqualTo(2);
        assertThat(customers.good()).isZero();
    }

    @Test
    void isASnapshotAndCanBeReset() {
        RequestStatistics before = sandbox.statistics();
        list();
        assertThat(before.total().received()).isEqualTo(1);
        sandbox.resetStatistics();
        assertThat(sandbox.statistics().total()).isEqualTo(RequestStatistics.RequestCounts.NONE);
    }

    @Test
    void countsARequestThatIsTooLarge() {
        String tooLarge = " ".repeat((1 << 20) + 1);
        client.send("POST", sandbox.avePointBaseUrl() + SandboxClient.GENERAL + "/batch", token, tooLarge);
        assertThat(sandbox.statistics().of(RequestKind.CUSTOMERS))
                .isEqualTo(new RequestStatistics.RequestCounts(1, 0, 0, Map.of()));
    }

    @Test
    void addsUpUnderFaultsAndParallelCalls() {
        sandbox.faults(FaultPlan.none()
                .withSeed(9)
                .with(Fault.status(503).at(RequestMatcher.all().share(0.2)))
                .with(Fault.html().at(RequestMatcher.all().share(0.2))));
        sandbox.resetStatistics();
        IntStream.range(0, 200).parallel().forEach(call -> list());
        RequestStatistics.RequestCounts customers = sandbox.statistics().of(RequestKind.CUSTOMERS);
        assertThat(customers.received()).isEqualTo(200);
        assertThat(customers.good() + customers.totalFaults()).isEqualTo(200);
        assertThat(customers.rows()).isEqualTo(7 * customers.good());
    }
}
