package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.seatport.http.internal.events.LoggingListener;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.events.CallListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Log lines and their levels. */
class LoggingListenerTest {
    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.seatport.http");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.DEBUG);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    private List<String> lines(Level level) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void logsEachExchangeAtDebugWithStatusDurationAndAttempt() {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(okJson("{\"name\":\"a\",\"count\":1}")));
        FailureAssertions.await(ThingOperations.fetch(vendor.client()));
        assertThat(lines(Level.DEBUG))
                .anyMatch(line -> line.matches("acme token: HTTP 200 in \\d+ ms, request 1"))
                .anyMatch(line -> line.matches("acme thing: HTTP 200 in \\d+ ms, request 1"));
        assertThat(lines(Level.INFO)).isEmpty();
        assertThat(lines(Level.WARN)).isEmpty();
    }

    @Test
    void logsRepeatedDriftAsOneWarning() {
        vendor.wire()
                .stubFor(any(urlEqualTo("/api/thing")).willReturn(okJson("{\"name\":\"a\",\"count\":1,\"added\":1}")));
        VendorClient client = vendor.client();
        FailureAssertions.await(ThingOperations.fetch(client));
        FailureAssertions.await(ThingOperations.fetch(client));
        assertThat(lines(Level.WARN)).containsExactly("acme thing: differs from the documents: $.added a new field");
    }

    @Test
    void logsAFailedCallAsOneWarning() {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(VendorServer.json(403, "canary")));
        FailureAssertions.failure(ThingOperations.fetch(vendor.client()));
        assertThat(lines(Level.WARN))
                .singleElement()
                .asString()
                .startsWith("given up: acme thing: PERMISSION_DENIED: ")
                .endsWith("(requests sent: 1)")
                .doesNotContain("canary");
    }

    @Test
    void logsAnUnknownIdWithoutAWarning() {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(VendorServer.json(404, "canary")));
        FailureAssertions.failure(ThingOperations.fetch(vendor.client()));
        assertThat(lines(Level.WARN)).isEmpty();
        assertThat(lines(Level.DEBUG)).anyMatch(line -> line.startsWith("given up: acme thing: NOT_FOUND: "));
    }

    @Test
    void logsThrottlingAsOneWarningPerPause() {
        AtomicLong now = new AtomicLong();
        LoggingListener listener =
                new LoggingListener(CallListener.none(), now::get, InstantSource.system(), path -> false);
        for (int call = 0; call < 3; call++) {
            listener.throttled(VendorServer.ACME, "thing", Duration.ofSeconds(2));
        }
        now.set(Duration.ofSeconds(3).toNanos());
        listener.throttled(VendorServer.ACME, "thing", Duration.ofSeconds(2));
        assertThat(lines(Level.WARN))
                .containsExactly(
                        "acme thing: rate limited by the vendor; no request for 2000 ms",
                        "acme thing: rate limited by the vendor; no request for 2000 ms");
        assertThat(lines(Level.DEBUG)).hasSize(2);
    }
}
