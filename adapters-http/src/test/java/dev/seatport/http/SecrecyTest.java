package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.SigningCertificate;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.KeyFiles;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Credentials and customer data appear in no log line and no exception. */
@Tag("slow")
class SecrecyTest {
    private static final String CLIENT = "canary-client";
    private static final String SECRET = "canary-secret";
    private static final String TOKEN = "canary-token";
    private static final String BODY = "canary-body";

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private final Recorder recorder = new Recorder();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<Level> previousLevels = new CopyOnWriteArrayList<>();

    /** Records all log events with their stack traces. */
    private static final class Recorder extends AppenderBase<ILoggingEvent> {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            // WireMock plays the vendor and may log what it receives.
            if (!event.getLoggerName().contains("wiremock")) {
                lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + trace);
            }
        }
    }

    @BeforeEach
    void record() {
        previousLevels.add(root.getLevel());
        root.iteratorForAppenders().forEachRemaining(appender -> appender.stop());
        recorder.start();
        root.addAppender(recorder);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void restore() {
        root.setLevel(previousLevels.get(0));
        root.detachAppender(recorder);
        root.iteratorForAppenders().forEachRemaining(appender -> appender.start());
    }

    private VendorClientOptions.Builder options() {
        return VendorClientOptions.builder(
                VendorServer.ACME,
                vendor.url("/api"),
                vendor.url("/token"),
                Credentials.clientSecret(CLIENT, Secret.of(SECRET)).withParameter("resource", "canary-resource"));
    }

    private void respondWith(ResponseDefinitionBuilder response) {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(response));
    }

    private static void assertClean(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("canary");
    }

    @Test
    void coversLogsAndFailuresOfCalls() {
        vendor.tokens(okJson(VendorServer.token(TOKEN)));
        List<ResponseDefinitionBuilder> invalidResponses = List.of(
                VendorServer.json(400, "{\"error\":\"" + BODY + "\"}"),
                VendorServer.json(401, BODY),
                VendorServer.json(500, BODY).withHeader("X-Odd", "canary-header"),
                VendorServer.json(200, "{\"name\":{\"" + BODY + "\":1}}"),
                VendorServer.json(200, "{\"name\":\"x\",\"count\":\"" + BODY + "\"}"),
                VendorServer.json(200, BODY),
                VendorServer.json(302, "").withHeader("Location", "http://canary.invalid/"),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        VendorClient client = vendor.client(options());
        for (ResponseDefinitionBuilder response : invalidResponses) {
            respondWith(response);
            VendorException failure = FailureAssertions.failure(
                    ThingOperations.fetch(client, ThingOperations.post(ThingOperations.THING)));
            assertClean(failure);
        }
        respondWith(okJson("{\"name\":\"" + BODY + "\"}"));
        FailureAssertions.await(ThingOperations.fetch(client));
        assertThat(recorder.lines).hasSizeGreaterThan(10).anyMatch(line -> line.contains("acme thing: HTTP 400 in"));
        assertThat(recorder.lines).noneMatch(line -> line.contains("canary"));
    }

    @Test
    void coversEchoedTokensAsCorrelationIds() {
        String token = "canary-token-of-some-length";
        vendor.tokens(okJson(VendorServer.token(token)));
        VendorClient client = vendor.client(options().correlationHeader("X-Id").callListener(vendor.callListener()));
        respondWith(okJson("{\"name\":\"x\"}").withHeader("X-Id", "id-" + token));
        assertThat(FailureAssertions.await(ThingOperations.fetch(client))
                        .provenance()
                        .correlationId())
                .isNull();
        respondWith(VendorServer.json(404, "").withHeader("X-Id", token.substring(4, 24)));
        assertThat(FailureAssertions.failure(ThingOperations.fetch(client)).correlationId())
                .isEmpty();
        respondWith(okJson("{\"name\":\"x\",\"" + token + "\":1}").withHeader("X-Id", "id-1"));
        assertThat(FailureAssertions.await(ThingOperations.fetch(client))
                        .provenance()
                        .correlationId())
                .isEqualTo("id-1");
        assertThat(vendor.callListener().drifts())
                .hasSize(1)
                .noneMatch(drift -> drift.path().contains("canary"));
        assertThat(recorder.lines).noneMatch(line -> line.contains("canary"));
    }

    @Test
    void coversLogsAndFailuresOfTokenRequests() {
        List<ResponseDefinitionBuilder> invalidResponses = List.of(
                VendorServer.json(400, "{\"error\":\"invalid_client\",\"error_description\":\"" + SECRET + "\"}"),
                VendorServer.json(400, "{\"error\":\"" + SECRET + "\"}"),
                VendorServer.json(200, "{\"access_token\":\"" + TOKEN + " \"}"),
                VendorServer.json(200, "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":\"" + TOKEN + "\"}"),
                VendorServer.json(200, TOKEN),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
        for (ResponseDefinitionBuilder response : invalidResponses) {
            vendor.tokens(response);
            assertClean(FailureAssertions.failure(ThingOperations.fetch(vendor.client(options()))));
        }
        assertThat(recorder.lines).noneMatch(line -> line.contains("canary"));
    }

    @Test
    void coversLogsAndFailuresWithACertificate(@TempDir Path folder) {
        SigningCertificate certificate =
                SigningCertificate.read(KeyFiles.pfx(folder, "secrecy"), Secret.of(KeyFiles.PASSWORD));
        VendorClientOptions.Builder options = VendorClientOptions.builder(
                        VendorServer.ACME,
                        vendor.url("/api"),
                        vendor.url("/token"),
                        Credentials.certificate(CLIENT, certificate))
                .limits(ClientLimits.builder().maxBackoff(Duration.ofMillis(2)).build());
        vendor.tokens(VendorServer.json(503, "{\"error\":\"" + SECRET + "\"}"));
        VendorException failure = FailureAssertions.failure(ThingOperations.fetch(vendor.client(options)));
        assertThat(failure.attempts()).isEqualTo(4);
        assertClean(failure);
        vendor.tokens(okJson(VendorServer.token(TOKEN)));
        respondWith(VendorServer.json(503, BODY));
        assertClean(FailureAssertions.failure(ThingOperations.fetch(vendor.client(options))));
        assertThat(recorder.lines).noneMatch(line -> line.contains("canary") || line.contains("eyJ"));
    }

    @Test
    void coversTextRepresentations() {
        VendorClientOptions options = options().build();
        for (Object holder : List.of(
                options,
                options.credentials(),
                vendor.client(options()),
                ThingOperations.post(ThingOperations.THING))) {
            assertThat(holder.toString()).doesNotContain("canary", "asked");
        }
        assertThat(Secret.of(SECRET)).hasToString("***");
        assertThat(Secret.of(SECRET).hashCode()).isEqualTo(Secret.of(TOKEN).hashCode());
    }

    @Test
    void allowsComparisonByContentAndNoEmptySecret() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).isNotEqualTo(Secret.of("b"));
        assertThatThrownBy(() -> Secret.of("")).isInstanceOf(IllegalArgumentException.class);
        Secret secret = Secret.of(SECRET);
        assertThatThrownBy(() -> Credentials.clientSecret("", secret)).isInstanceOf(IllegalArgumentException.class);
    }
}
