package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.internal.events.LoggingListener;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.events.SchemaDrift;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

class ThrowingListenerTest {
    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private final Logger log = (Logger) LoggerFactory.getLogger("dev.seatport.http.watcher");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final ThrowingListener throwingListener = new ThrowingListener();

    /** Throws in every method. */
    private static final class ThrowingListener implements CallListener {
        private final List<String> events = new CopyOnWriteArrayList<>();

        private void recordAndThrow(String what) {
            events.add(what);
            throw new IllegalStateException("a secret");
        }

        @Override
        public void requestFinished(
                Vendor vendor, String operation, int status, @Nullable FailureKind failure, Duration took) {
            recordAndThrow("requestFinished");
        }

        @Override
        public void retrying(Vendor vendor, String operation, int retry, Duration wait) {
            recordAndThrow("retrying");
        }

        @Override
        public void throttled(Vendor vendor, String operation, Duration wait) {
            recordAndThrow("throttled");
        }

        @Override
        public void drifted(Vendor vendor, String operation, SchemaDrift drift) {
            recordAndThrow("drifted");
        }

        @Override
        public void duplicateRowDropped(Vendor vendor, String operation) {
            recordAndThrow("duplicateRowDropped");
        }
    }

    /** The wrapper must override every method: the interface's empty default would drop the event. */
    @Test
    void receivesEveryEvent() {
        Class<?> wrapper = LoggingListener.class;
        assertThat(Stream.of(CallListener.class.getMethods()).filter(Method::isDefault))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(wrapper.getMethod(method.getName(), method.getParameterTypes())
                                .getDeclaringClass())
                        .isEqualTo(wrapper));
    }

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(lines);
    }

    private VendorClient clientWithThrowingListener() {
        return vendor.client(vendor.options()
                .callListener(throwingListener)
                .limits(ClientLimits.builder().maxBackoff(Duration.ofMillis(2)).build()));
    }

    @Test
    void failsNoCallAndReleasesAllPermits() {
        vendor.wire()
                .stubFor(any(urlEqualTo("/api/thing"))
                        .inScenario("busy")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(aResponse().withStatus(429))
                        .willSetStateTo("ready"));
        vendor.wire()
                .stubFor(any(urlEqualTo("/api/thing"))
                        .inScenario("busy")
                        .whenScenarioStateIs("ready")
                        .willReturn(okJson("{\"name\":\"one\"}")));
        VendorClient client = clientWithThrowingListener();
        List<CompletableFuture<Observed<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(ThingOperations.fetch(client));
        }
        for (CompletableFuture<Observed<String>> call : calls) {
            assertThat(FailureAssertions.await(call).value()).isEqualTo("one");
        }
        assertThat(throwingListener.events).contains("requestFinished", "throttled", "retrying");
        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.get(0).getFormattedMessage())
                .isEqualTo(
                        "a call listener threw java.lang.IllegalStateException; calls continue, and later exceptions are not logged");
        assertThat(lines.list.get(0).getThrowableProxy()).isNull();
    }

    @Test
    void losesNoRowOfAListing() {
        PagedNumbersQuery hundreds = new PagedNumbersQuery(vendor, 100);
        hundreds.serve(1, 100, 0, 100, 198);
        hundreds.serve(2, 100, 98, 198, 198);
        ListingResult<Observed<Long>> listing =
                FailureAssertions.await(Listings.collect(hundreds.publisher(clientWithThrowingListener())));
        assertThat(listing.failure()).isEmpty();
        assertThat(PagedNumbersQuery.values(listing.rows())).isEqualTo(PagedNumbersQuery.ids(0, 198));
        assertThat(throwingListener.events).contains("duplicateRowDropped");
    }
}
