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
import dev.seatport.sandbox.fleet.SimulatedAccount;
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

/** Failures of a customer, and of the next calls, in the words of the vendor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderedFailuresTest {
    private static final RequestMatcher CALLS =
            RequestMatcher.all().ofKinds(EnumSet.complementOf(EnumSet.of(RequestKind.TOKEN)));

    private Sandbox sandbox;
    private SandboxClient sandboxClient;
    private SimulatedCustomer customer;
    private SimulatedAccount account;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(2));
        sandboxClient = new SandboxClient(sandbox);
        customer = sandbox.fleet().customer(0);
        account = customer.accounts().get(0);
    }

    @AfterEach
    void turnOff() {
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

    private HttpResponse<String> askAvePoint() {
        return sandboxClient.avePointGet("/partner/customers/" + customer.avePointId());
    }

    private HttpResponse<String> askC3() {
        return sandboxClient.licenses(account.c3CustomerId(), account.tenantId());
    }

    @Test
    void failACustomerOfOneVendorAlone() {
        plan(Fault.status(403)
                .at(RequestMatcher.all().ofCustomer(customer.avePointId().toUpperCase(Locale.ROOT))));
        assertThat(askAvePoint().statusCode()).isEqualTo(403);
        assertThat(json(askAvePoint()).at("/error/code").asText()).isNotBlank();
        assertThat(sandboxClient.seats(customer.avePointId(), 0, "", "{}").statusCode())
                .isEqualTo(403);
        assertThat(sandboxClient.product(customer.avePointId(), 2048).statusCode())
                .isEqualTo(403);
        assertThat(askC3().statusCode()).isEqualTo(200);
        assertThat(sandboxClient
                        .avePointGet("/partner/customers/"
                                + sandbox.fleet().customer(1).avePointId())
                        .statusCode())
                .isEqualTo(200);
        assertThat(sandboxClient.avePointGet("/partner/customers").statusCode()).isEqualTo(200);
    }

    @Test
    void failACustomerOfC3InItsEnvelope() {
        plan(Fault.status(500).at(RequestMatcher.all().ofCustomer(account.c3CustomerId())));
        assertThat(askC3().statusCode()).isEqualTo(500);
        assertThat(json(askC3()).path("Status").asText()).isEqualTo("Error");
        assertThat(json(askC3()).path("RequestCorrelationID").asText()).isNotBlank();
        assertThat(askAvePoint().statusCode()).isEqualTo(200);
    }

    @Test
    void failTheNextCallsOnly() {
        failNext(2, Fault.status(503));
        assertThat(askAvePoint().statusCode()).isEqualTo(503);
        assertThat(askC3().statusCode()).isEqualTo(503);
        assertThat(askAvePoint().statusCode()).isEqualTo(200);
    }

    @Test
    void failWithTheHeadersOfTheStatus() {
        failNext(1, Fault.status(401));
        assertThat(askAvePoint().headers().firstValue("www-authenticate")).isPresent();
        failNext(1, Fault.status(204));
        assertThat(askAvePoint().body()).isEmpty();
        failNext(1, Fault.status(204));
        assertThat(askC3().body()).isEmpty();
        failNext(2, Fault.status(429));
        assertThat(askAvePoint().headers().firstValue("retry-after")).isEmpty();
        assertThat(askC3().headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void sendTheRetryAfterThatIsAskedFor() {
        failNext(4, Fault.status(429).retryAfter("7"));
        assertThat(askAvePoint().headers().firstValue("retry-after")).hasValue("7");
        assertThat(askC3().headers().firstValue("retry-after")).hasValue("7");
        failNext(1, Fault.status(503));
        assertThat(askC3().headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void delayEveryAnswer() {
        plan(Fault.latency(Duration.ofMillis(60)));
        long start = System.nanoTime();
        sandboxClient.c3Token();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(55_000_000L);
    }

    @Test
    void quirksAreAllTurnedOffAtOnce() {
        sandbox.quirks(new VendorQuirks(EnumSet.allOf(Quirk.class), 1));
        assertThat(json(sandboxClient.seats(customer.avePointId(), 0, "", "{}")).isArray())
                .isTrue();
        sandbox.quirks(VendorQuirks.none());
        assertThat(json(sandboxClient.seats(customer.avePointId(), 0, "", "{}"))
                        .at("/metadata/pageSize")
                        .asInt())
                .isEqualTo(50);
        assertThat(json(sandboxClient.product(customer.avePointId(), 2048))
                        .path("purchasedUserSeat")
                        .isInt())
                .isTrue();
        assertThat(json(askC3()).at("/Data/0").has("ProducName")).isTrue();
    }

    @Test
    void refuseWhatMakesNoSense() {
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
