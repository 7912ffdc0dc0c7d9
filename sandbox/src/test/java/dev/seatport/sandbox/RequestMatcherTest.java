package dev.seatport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.SandboxVendorName;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestMatcherTest {
    private Sandbox sandbox;
    private SandboxClient client;
    private SimulatedCustomer first;
    private String token;
    private String c3Token;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(6));
        client = new SandboxClient(sandbox);
        first = sandbox.fleet().customer(0);
        token = client.avePointToken(SandboxClient.ALL_SCOPES);
        c3Token = client.c3Token();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @AfterEach
    void resetFaults() {
        sandbox.faults(FaultPlan.none());
        sandbox.quirks(VendorQuirks.none());
        sandbox.resetStatistics();
    }

    private static FaultPlan planWith503(RequestMatcher target) {
        return FaultPlan.none().with(Fault.status(503).at(target));
    }

    private int customers() {
        return avePoint("GET", "/partner/customers");
    }

    private int one(int customer) {
        return avePoint(
                "GET",
                "/partner/customers/" + sandbox.fleet().customer(customer).avePointId());
    }

    private int seats() {
        return avePoint(
                "POST", SandboxClient.GENERAL + "/" + first.avePointId() + "/3rd-party-products/type/0/tenants/batch");
    }

    private int products() {
        return avePoint("GET", SandboxClient.GENERAL + "/" + first.avePointId() + "/avpt-products/type/2048/overview");
    }

    private int licenses() {
        SimulatedC3Customer account = first.accounts().get(0);
        String path =
                "/api/licenseConsumptionReport/customer/" + account.c3CustomerId() + "/tenant/" + account.tenantId();
        return client.send("GET", sandbox.c3BaseUrl() + path, c3Token, null).statusCode();
    }

    private int c3Customers() {
        return client.send("GET", sandbox.c3BaseUrl() + "/api/activecustomers/details/", c3Token, null)
                .statusCode();
    }

    private int avePoint(String method, String path) {
        return client.send(method, sandbox.avePointBaseUrl() + path, token, method.equals("POST") ? "{}" : null)
                .statusCode();
    }

    private List<Integer> statuses(FaultPlan plan, int calls) {
        sandbox.faults(plan);
        return IntStream.range(0, calls).mapToObj(call -> one(call % 6)).toList();
    }

    @Test
    void selectsByKindOfRequest() {
        sandbox.faults(planWith503(RequestMatcher.of(RequestKind.TENANT_SEATS, RequestKind.LICENSES)));
        assertThat(List.of(seats(), licenses())).containsOnly(503);
        assertThat(List.of(products(), customers(), c3Customers(), one(0))).containsOnly(200);
        sandbox.faults(planWith503(RequestMatcher.of(RequestKind.CUSTOMERS)));
        assertThat(List.of(customers(), c3Customers(), one(0), avePoint("POST", SandboxClient.GENERAL + "/batch")))
                .containsOnly(503);
        sandbox.faults(planWith503(RequestMatcher.of(RequestKind.PRODUCT_SEATS)));
        assertThat(List.of(products(), seats())).containsExactly(503, 200);
    }

    @Test
    void selectsByVendor() {
        sandbox.faults(planWith503(RequestMatcher.all().ofVendor(SandboxVendorName.C3)));
        assertThat(List.of(c3Customers(), licenses())).containsOnly(503);
        assertThat(List.of(customers(), seats())).containsOnly(200);
    }

    @Test
    void selectsByCustomerWithoutLetterCase() {
        sandbox.faults(
                planWith503(RequestMatcher.all().ofCustomer(first.avePointId().toUpperCase(Locale.ROOT))));
        assertThat(List.of(one(0), seats(), products())).containsOnly(503);
        assertThat(List.of(one(1), customers(), licenses())).containsOnly(200);
        sandbox.faults(planWith503(
                RequestMatcher.all().ofCustomer(first.accounts().get(0).c3CustomerId())));
        assertThat(List.of(licenses(), seats())).containsExactly(503, 200);
    }

    @Test
    void selectsTheNextCallsOnly() {
        assertThat(statuses(planWith503(RequestMatcher.all().next(2)), 4)).containsExactly(503, 503, 200, 200);
    }

    @Test
    void selectsARepeatableShareBySeed() {
        FaultPlan plan = planWith503(RequestMatcher.all().share(0.3));
        List<Integer> run = statuses(plan, 300);
        assertThat(run.stream().filter(status -> status == 503).count()).isBetween(60L, 120L);
        assertThat(statuses(plan, 300)).isEqualTo(run);
        assertThat(statuses(plan.withSeed(2), 300)).isNotEqualTo(run);
    }

    @Test
    void selectsTheSameRequestsInAnyOrder() {
        FaultPlan plan = planWith503(RequestMatcher.all().share(0.5));
        sandbox.faults(plan);
        List<Integer> upwards = IntStream.range(0, 6).mapToObj(this::one).toList();
        sandbox.faults(plan);
        List<Integer> downwards = IntStream.iterate(5, i -> i >= 0, i -> i - 1)
                .mapToObj(this::one)
                .toList();
        assertThat(IntStream.range(0, 6).mapToObj(i -> downwards.get(5 - i)).toList())
                .isEqualTo(upwards);
    }

    @Test
    void selectsNothingForShareZeroAndEverythingForShareOne() {
        assertThat(statuses(planWith503(RequestMatcher.all().share(0)), 30)).containsOnly(200);
        assertThat(statuses(planWith503(RequestMatcher.all().share(1)), 30)).containsOnly(503);
    }

    @Test
    void skipsARequestAfterTheLimitInARow() {
        sandbox.faults(planWith503(RequestMatcher.all().share(0.999).atMostInARow(2)));
        List<Integer> statuses = IntStream.range(0, 9).mapToObj(call -> one(0)).toList();
        assertThat(statuses).containsExactly(503, 503, 200, 503, 503, 200, 503, 503, 200);
    }

    @Test
    void countsAllFaultsWithALimitInARowTogether() {
        FaultPlan plan = FaultPlan.none()
                .withAtMostInARow(2)
                .with(Fault.status(500).at(RequestMatcher.all().share(0.6)))
                .with(Fault.status(503).at(RequestMatcher.all().share(0.6)))
                .with(Fault.close().at(RequestMatcher.of(RequestKind.TOKEN).share(0.6)));
        sandbox.faults(plan);
        int inARow = 0;
        for (int call = 0; call < 200; call++) {
            inARow = one(0) == 200 ? 0 : inARow + 1;
            assertThat(inARow).isLessThanOrEqualTo(2);
        }
        assertThat(sandbox.statistics().total().faults(FaultKind.STATUS)).isGreaterThan(80);
    }

    @Test
    void canBeReplacedWhileTheSandboxRuns() {
        sandbox.faults(planWith503(RequestMatcher.all()));
        assertThat(sandbox.faults().faults()).hasSize(1);
        assertThat(one(0)).isEqualTo(503);
        sandbox.faults(FaultPlan.none());
        assertThat(one(0)).isEqualTo(200);
        sandbox.faults(FaultPlan.parse("404:next=1"));
        assertThat(List.of(one(0), one(0))).containsExactly(404, 200);
    }

    @Test
    void isIndependentOfQuirks() {
        sandbox.faults(planWith503(RequestMatcher.all()));
        sandbox.quirks(VendorQuirks.of(Quirk.BARE_ARRAYS)).quirks(VendorQuirks.none());
        assertThat(one(0)).isEqualTo(503);
    }

    @Test
    void keepsQuirksForTheCallsThatItSkips() {
        sandbox.faults(planWith503(RequestMatcher.all().next(1)));
        sandbox.quirks(VendorQuirks.of(Quirk.BARE_ARRAYS));
        assertThat(seats()).isEqualTo(503);
        assertThat(SandboxClient.json(client.seats(first.avePointId(), 0, "", "{}"))
                        .isArray())
                .isTrue();
    }

    @Test
    void selectsTheExactNumberOfParallelCalls() {
        sandbox.faults(planWith503(RequestMatcher.all().next(17)));
        long failed =
                IntStream.range(0, 60).parallel().filter(call -> one(0) == 503).count();
        assertThat(failed).isEqualTo(17);
    }
}
