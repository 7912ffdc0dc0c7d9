package dev.seatport.http.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.ClientLimits;
import dev.seatport.http.VendorClient;
import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.testkit.http.RecordingListener;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Vendor under {@code /api} with a token endpoint at {@code /token}, and its clients. New for each test. */
public final class VendorServer implements BeforeEachCallback, AfterEachCallback {
    public static final Vendor ACME = new Vendor("acme");
    public static final String TOKEN = "token-1";

    private final SettableClock clock = new SettableClock();
    private final RecordingListener callListener = new RecordingListener();
    private final List<VendorClient> clients = new ArrayList<>();
    private @Nullable WireMockServer server;
    private @Nullable Vertx vertx;

    @Override
    public void beforeEach(ExtensionContext context) {
        vertx = Vertx.vertx();
        server = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .jettyStopTimeout(100L));
        server.start();
        tokens(okJson(token(TOKEN)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clients.forEach(VendorClient::close);
        FailureAssertions.await(vertx().close().toCompletionStage());
        wire().stop();
    }

    public WireMockServer wire() {
        return Objects.requireNonNull(server);
    }

    public Vertx vertx() {
        return Objects.requireNonNull(vertx);
    }

    public SettableClock clock() {
        return clock;
    }

    public RecordingListener callListener() {
        return callListener;
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + wire().port() + path);
    }

    /** Stubs the response of the token endpoint. */
    public void tokens(ResponseDefinitionBuilder response) {
        wire().stubFor(post(urlEqualTo("/token")).willReturn(response));
    }

    /** Returns a valid token response. */
    public static String token(String value) {
        return "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
    }

    public static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    public int tokenRequests() {
        return wire().findAll(postRequestedFor(urlEqualTo("/token"))).size();
    }

    public VendorClientOptions.Builder options() {
        return VendorClientOptions.builder(
                        ACME,
                        url("/api"),
                        url("/token"),
                        Credentials.clientSecret("the-client", Secret.of("the-secret")))
                .limits(oneTry().build())
                .clock(clock)
                .nanos(clock::nanos)
                .callListener(callListener);
    }

    /** Returns limits without retries. */
    public static ClientLimits.Builder oneTry() {
        return ClientLimits.builder().attempts(1);
    }

    public VendorClient client() {
        return client(options());
    }

    public VendorClient client(VendorClientOptions.Builder options) {
        VendorClient client = VendorClient.create(vertx(), options.build());
        clients.add(client);
        return client;
    }
}
