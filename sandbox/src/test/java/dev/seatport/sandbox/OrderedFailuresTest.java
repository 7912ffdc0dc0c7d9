package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Faults for one customer and for the next calls, in the vendor's error format. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderedFailuresTest {
    private static final RequestMatcher CALLS =
            RequestMatcher.all().ofKinds(EnumSet.complementOf(EnumSet.of(RequestKind.TOKEN)));

    private Sandbox sandbox;
    private SandboxClient client;
    private SimulatedCustomer customer;
    private SimulatedC3Customer account;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(2));
        client = new SandboxClient(sandbox);
        customer = sandbox.fleet().customer(0);
        account = customer.accounts().get(0);
    }

    @AfterEach
    void resetFaults() {
        sandbox.faults(FaultPlan.none());
        sandbox.quirks(VendorQuirks.none());
    }

    private void plan(Fault fault) {
        sandbox.faults(FaultPlan.none().with(fault));
    }

    private void failNext(int calls, Fault fault) {
        plan(fault.at(CALLS.next(calls)));
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> callAvePoint() {
        return client.avePointGet("/partner/customers/" + customer.avePointId());
    }

    private HttpResponse<String> callC3() {
        return client.licenses(account.c3CustomerId(), account.tenantId());
    }

    @Test
    void failACustomerOfOneVendorOnly() {
        plan(Fault.status(403)
                .at(RequestMatcher.all().ofCustomer(customer.avePointId().toUpperCase(Locale.ROOT))));
        assertThat(callAvePoint().statusCode()).isEqualTo(403);
        assertThat(json(callAvePoint()).at("/error/code").asText()).isNotBlank();
        assertThat(client.seats(customer.avePointId(), 0, "", "{}").statusCode())
                .isEqualTo(403);
        assertThat(client.product(customer.avePointId(), 2048).statusCode()).isEqualTo(403);
        assertThat(callC3().statusCode()).isEqualTo(200);
        assertThat(client.avePointGet("/partner/customers/"
                                + sandbox.fleet().customer(1).avePointId())
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.avePointGet("/partner/customers").statusCode()).isEqualTo(200);
    }

    @Test
    void failACustomerOfC3InItsEnvelope() {
        plan(Fault.status(500).at(RequestMatcher.all().ofCustomer(account.c3CustomerId())));
        assertThat(callC3().statusCode()).isEqualTo(500);
        assertThat(json(callC3()).path("Status").asText()).isEqualTo("Error");
        assertThat(json(callC3()).path("RequestCorrelationID").asText()).isNotBlank();
        assertThat(callAvePoint().statusCode()).isEqualTo(200);
    }

    @Test
    void failTheNextCallsOnly() {
        failNext(2, Fault.status(503));
        assertThat(callAvePoint().statusCode()).isEqualTo(503);
        assertThat(callC3().statusCode()).isEqualTo(503);
        assertThat(callAvePoint().statusCode()).isEqualTo(200);
    }

    @Test
    void failWithTheHeadersOfTheStatus() {
        failNext(1, Fault.status(401));
        assertThat(callAvePoint().headers().firstValue("www-authenticate")).isPresent();
        failNext(1, Fault.status(204));
        assertThat(callAvePoint().body()).isEmpty();
        failNext(1, Fault.status(204));
        assertThat(callC3().body()).isEmpty();
        failNext(2, Fault.status(429));
        assertThat(callAvePoint().headers().firstValue("retry-after")).isEmpty();
        assertThat(callC3().headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void sendTheConfiguredRetryAfter() {
        failNext(4, Fault.status(429).retryAfter("7"));
        assertThat(callAvePoint().headers().firstValue("retry-after")).hasValue("7");
        assertThat(callC3().headers().firstValue("retry-after")).hasValue("7");
        failNext(1, Fault.status(503));
        assertThat(callC3().headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void delayEveryResponse() {
        plan(Fault.latency(Duration.ofMillis(60)));
        long start = System.nanoTime();
        client.c3Token();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(55_000_000L);
    }

    @Test
    void quirksAreAllRemovedAtOnce() {
        sandbox.quirks(new VendorQuirks(EnumSet.allOf(Quirk.class), 1));
        assertThat(json(client.seats(customer.avePointId(), 0, "", "{}")).isArray())
                .isTrue();
        sandbox.quirks(VendorQuirks.none());
        assertThat(json(client.seats(customer.avePointId(), 0, "", "{}"))
                        .at("/metadata/pageSize")
                        .asInt())
                .isEqualTo(50);
        assertThat(json(client.product(customer.avePointId(), 2048))
                        .path("purchasedUserSeat")
                        .isInt())
                .isTrue();
        assertThat(json(callC3()).at("/Data/0").has("ProducName")).isTrue();
    }

    @Test
    void rejectInvalidValues() {
        VendorQuirks none = VendorQuirks.none();
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.latency(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> none.withMaxPageSize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> none.withMaxPageSize(101));
        assertThatIllegalArgumentException().isThrownBy(() -> CALLS.next(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(99));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(600));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(503).retryAfter("1\r\nX: y"));
    }
}
