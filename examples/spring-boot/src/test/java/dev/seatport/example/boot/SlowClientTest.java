package dev.seatport.example.boot;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that leave or read slowly, and a service that is stopped while a client waits. */
@Timeout(60)
class SlowClientTest {
    /** Far below the timeouts of a call, so that only a cancelled call ends in it. */
    private static final Duration CANCEL_TIMEOUT = Duration.ofSeconds(10);

    /** Far above the sizes of socket buffers, in JSON. */
    private static final int CUSTOMERS_OF_A_LONG_LISTING = 20_000;

    private static final int AVEPOINT_PAGE_ROWS = 100;

    private static FaultPlan delayedSeats(Duration delay) {
        return FaultPlan.none()
                .with(Fault.latency(delay).at(RequestMatcher.of(RequestKind.TENANT_SEATS, RequestKind.PRODUCT_SEATS)));
    }

    private static String reviewPath(Sandbox sandbox) {
        return "/customers/" + sandbox.fleet().customers().get(0).avePointId() + "/review";
    }

    private static boolean awaitSeatRequests(Sandbox sandbox) throws InterruptedException {
        return sandbox.await(
                () -> sandbox.statistics().of(RequestKind.TENANT_SEATS).received() == 1
                        && sandbox.statistics().of(RequestKind.PRODUCT_SEATS).received() == 1,
                Duration.ofSeconds(30));
    }

    private static long customerPages(Sandbox sandbox) {
        return sandbox.statistics().of(RequestKind.CUSTOMERS).received();
    }

    @Test
    void cancelsTheCallsToTheVendorsWhenTheClientLeaves() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(5));
                RunningService service = RunningService.start(sandbox)) {
            sandbox.faults(delayedSeats(Duration.ofMinutes(10)));
            int connections;
            try (Socket browser = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
                String request = "GET " + reviewPath(sandbox) + " HTTP/1.1\r\nhost: localhost\r\n\r\n";
                browser.getOutputStream().write(request.getBytes(US_ASCII));
                assertThat(awaitSeatRequests(sandbox)).isTrue();
                connections = sandbox.openConnections();
            }

            assertThat(sandbox.await(() -> sandbox.openConnections() <= connections - 2, CANCEL_TIMEOUT))
                    .as("both delayed calls are cancelled")
                    .isTrue();
        }
    }

    @Test
    void readsFurtherPagesOnlyWhenTheClientHasReadTheEarlierOnes() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(CUSTOMERS_OF_A_LONG_LISTING));
                RunningService service = RunningService.start(sandbox)) {
            HttpURLConnection client =
                    (HttpURLConnection) service.uri("/customers").toURL().openConnection();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
                assertThat(lines.readLine()).startsWith("{\"type\":\"customer\"");
                long pages = pagesWhenNoneFollows(sandbox, service);
                assertThat(pages).isPositive().isLessThan(CUSTOMERS_OF_A_LONG_LISTING / AVEPOINT_PAGE_ROWS);

                String last = lines.lines().reduce("", (earlier, line) -> line);

                assertThat(last).isEqualTo("{\"type\":\"end\",\"customers\":" + CUSTOMERS_OF_A_LONG_LISTING + "}");
            }
        }
    }

    /** Returns the number of requested pages after none was requested during 100 other requests to the service. */
    private static long pagesWhenNoneFollows(Sandbox sandbox, RunningService service)
            throws IOException, InterruptedException {
        long pages;
        do {
            pages = customerPages(sandbox);
            for (int i = 0; i < 100; i++) {
                assertThat(service.get("/health").statusCode()).isEqualTo(200);
            }
        } while (customerPages(sandbox) > pages);
        return pages;
    }

    @Test
    void answersTheClientBeforeTheServiceStops() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(5))) {
            RunningService service = RunningService.start(sandbox);
            CompletableFuture<HttpResponse<byte[]>> response;
            try (service) {
                sandbox.faults(delayedSeats(Duration.ofMillis(500)));
                response = CompletableFuture.supplyAsync(() -> {
                    try {
                        return service.get(reviewPath(sandbox));
                    } catch (IOException | InterruptedException e) {
                        throw new CompletionException(e);
                    }
                });
                assertThat(awaitSeatRequests(sandbox)).isTrue();
            }

            assertThat(response.join().statusCode()).isEqualTo(200);
            assertThat(service.isActive()).isFalse();
            assertThat(sandbox.await(() -> sandbox.openConnections() == 0, CANCEL_TIMEOUT))
                    .as("no connection to a vendor is left")
                    .isTrue();
        }
    }
}
