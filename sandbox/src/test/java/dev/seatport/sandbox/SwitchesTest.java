package dev.seatport.sandbox;

import static dev.seatport.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.sandbox.fleet.SimulatedAccount;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SwitchesTest {
    private Sandbox sandbox;
    private Caller caller;
    private SimulatedCustomer customer;
    private SimulatedAccount account;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(2));
        caller = new Caller(sandbox);
        customer = sandbox.fleet().customer(0);
        account = customer.accounts().get(0);
    }

    @AfterEach
    void turnOff() {
        sandbox.switches().clear();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> askAvePoint() {
        return caller.avePointGet("/partner/customers/" + customer.avePointId());
    }

    private HttpResponse<String> askC3() {
        return caller.licenses(account.c3CustomerId(), account.tenantId());
    }

    @Test
    void failACustomerOfOneVendorAlone() {
        sandbox.switches().failCustomer(customer.avePointId().toUpperCase(Locale.ROOT), 403);
        assertThat(askAvePoint().statusCode()).isEqualTo(403);
        assertThat(json(askAvePoint()).at("/error/code").asText()).isNotBlank();
        assertThat(caller.seats(customer.avePointId(), 0, "", "{}").statusCode())
                .isEqualTo(403);
        assertThat(caller.product(customer.avePointId(), 2048).statusCode()).isEqualTo(403);
        assertThat(askC3().statusCode()).isEqualTo(200);
        assertThat(caller.avePointGet("/partner/customers/"
                                + sandbox.fleet().customer(1).avePointId())
                        .statusCode())
                .isEqualTo(200);
        assertThat(caller.avePointGet("/partner/customers").statusCode()).isEqualTo(200);
    }

    @Test
    void failACustomerOfC3InItsEnvelope() {
        sandbox.switches().failCustomer(account.c3CustomerId(), 500);
        assertThat(askC3().statusCode()).isEqualTo(500);
        assertThat(json(askC3()).path("Status").asText()).isEqualTo("Error");
        assertThat(json(askC3()).path("RequestCorrelationID").asText()).isNotBlank();
        assertThat(askAvePoint().statusCode()).isEqualTo(200);
    }

    @Test
    void failTheNextCallsOnly() {
        sandbox.switches().failNext(2, 503);
        assertThat(askAvePoint().statusCode()).isEqualTo(503);
        assertThat(askC3().statusCode()).isEqualTo(503);
        assertThat(askAvePoint().statusCode()).isEqualTo(200);
    }

    @Test
    void failExactlyAsManyOfParallelCallsAsOrdered() {
        String url = sandbox.avePointBaseUrl() + "/partner/customers/" + customer.avePointId();
        String token = caller.avePointToken(Caller.ALL_SCOPES);
        sandbox.switches().failNext(17, 500);
        long failed = IntStream.range(0, 60)
                .parallel()
                .filter(call -> caller.send("GET", url, token, null).statusCode() == 500)
                .count();
        assertThat(failed).isEqualTo(17);
    }

    @Test
    void failWithTheHeadersOfTheStatus() {
        sandbox.switches().failNext(1, 401);
        assertThat(askAvePoint().headers().firstValue("www-authenticate")).isPresent();
        sandbox.switches().failNext(1, 204);
        assertThat(askAvePoint().body()).isEmpty();
        sandbox.switches().failNext(1, 204);
        assertThat(askC3().body()).isEmpty();
        sandbox.switches().failNext(2, 429);
        assertThat(askAvePoint().headers().firstValue("retry-after")).isEmpty();
        assertThat(askC3().headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void sendTheRetryAfterThatIsAskedFor() {
        sandbox.switches().retryAfter("7").failNext(4, 429);
        assertThat(askAvePoint().headers().firstValue("retry-after")).hasValue("7");
        assertThat(askC3().headers().firstValue("retry-after")).hasValue("7");
        sandbox.switches().retryAfter("").failNext(1, 503);
        assertThat(askC3().headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void delayEveryAnswer() {
        sandbox.switches().latency(Duration.ofMillis(60));
        long start = System.nanoTime();
        caller.c3Token();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(55_000_000L);
    }

    @Test
    void areAllTurnedOffAtOnce() {
        sandbox.switches()
                .bareArrays(true)
                .olderProductField(true)
                .numbersAsStrings(true)
                .explanationSpelling(true)
                .ignoreTenantFilter(true)
                .maxPageSize(1)
                .failCustomer(customer.avePointId(), 500)
                .failNext(9, 500)
                .clear();
        assertThat(json(caller.seats(customer.avePointId(), 0, "", "{}"))
                        .at("/metadata/pageSize")
                        .asInt())
                .isEqualTo(50);
        assertThat(json(caller.product(customer.avePointId(), 2048))
                        .path("purchasedUserSeat")
                        .isInt())
                .isTrue();
        assertThat(json(askC3()).at("/Data/0").has("ProducName")).isTrue();
    }

    @Test
    void refuseWhatMakesNoSense() {
        Switches switches = sandbox.switches();
        assertThatIllegalArgumentException().isThrownBy(() -> switches.latency(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> switches.maxPageSize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> switches.maxPageSize(101));
        assertThatIllegalArgumentException().isThrownBy(() -> switches.failNext(-1, 500));
        assertThatIllegalArgumentException().isThrownBy(() -> switches.failNext(1, 99));
        assertThatIllegalArgumentException().isThrownBy(() -> switches.failCustomer("x", 600));
        assertThatIllegalArgumentException().isThrownBy(() -> switches.retryAfter("1\r\nX: y"));
    }
}
