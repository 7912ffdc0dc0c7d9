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
import dev.seatport.ports.listing.Listing;
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
    private final Bomb bomb = new Bomb();

    /** Throws whenever it is told anything. */
    private static final class Bomb implements CallListener {
        private final List<String> told = new CopyOnWriteArrayList<>();

        private void explode(String what) {
            told.add(what);
            throw new IllegalStateException("a secret");
        }

        @Override
        public void requestFinished(
                Vendor vendor, String operation, int status, @Nullable FailureKind failure, Duration took) {
            explode("requestFinished");
        }

        @Override
        public void retrying(Vendor vendor, String operation, int retry, Duration wait) {
            explode("retrying");
        }

        @Override
        public void throttled(Vendor vendor, String operation, Duration wait) {
            explode("throttled");
        }

        @Override
        public void drifted(Vendor vendor, String operation, SchemaDrift schemaDrift) {
            explode("drifted");
        }

        @Override
        public void duplicateRowDropped(Vendor vendor, String operation) {
            explode("duplicateRowDropped");
        }
    }

    /** A method that is not passed on is one that the default of the interface swallows. */
    @Test
    void isToldAllThatThereIsToTell() {
        Class<?> between = LoggingListener.class;
        assertThat(Stream.of(CallListener.class.getMethods()).filter(Method::isDefault))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(between.getMethod(method.getName(), method.getParameterTypes())
                                .getDeclaringClass())
                        .isEqualTo(between));
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

    private VendorClient watched() {
        return vendor.client(vendor.options()
                .callListener(bomb)
                .limits(ClientLimits.builder().maxBackoff(Duration.ofMillis(2)).build()));
    }

    @Test
    void failsNoCallWhateverItIsToldAndGivesAllPermitsBack() {
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
        VendorClient client = watched();
        List<CompletableFuture<Observed<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(ThingOperations.fetch(client));
        }
        for (CompletableFuture<Observed<String>> call : calls) {
            assertThat(FailureAssertions.await(call).value()).isEqualTo("one");
        }
        assertThat(bomb.told).contains("requestFinished", "throttled", "retrying");
        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.get(0).getFormattedMessage())
                .isEqualTo(
                        "a call listener threw java.lang.IllegalStateException; calls go on, and this is not said again");
        assertThat(lines.list.get(0).getThrowableProxy()).isNull();
    }

    @Test
    void losesNoRowOfAListing() {
        PagedNumbersQuery hundreds = new PagedNumbersQuery(vendor, 100);
        hundreds.serve(1, 100, 0, 100, 198);
        hundreds.serve(2, 100, 98, 198, 198);
        Listing<Observed<Long>> listing = FailureAssertions.await(Listings.collect(hundreds.publisher(watched())));
        assertThat(listing.failure()).isEmpty();
        assertThat(PagedNumbersQuery.values(listing.rows())).isEqualTo(PagedNumbersQuery.ids(0, 198));
        assertThat(bomb.told).contains("duplicateRowDropped");
    }
}
