package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.http.ScriptedServer;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsOnTheWireTest {
    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private CompletableFuture<?> fetch(VendorClient client, String id) {
        return client.fetch(
                        () -> VendorRequest.get(ThingOperations.THING)
                                .path("/customers")
                                .customer(new CustomerId(VendorServer.ACME, id))
                                .path("/seats")
                                .query("page", 1)
                                .query("size", 100)
                                .build(),
                        ThingOperations.ThingDto.class,
                        ThingOperations::name)
                .toCompletableFuture();
    }

    @ParameterizedTest
    @CsvSource({
        "plain-id_1.2~,plain-id_1.2~",
        "a b+c,a%20b%2Bc",
        "a*b,a%2Ab",
        "tenant@x.example,tenant%40x.example",
        "a&b=c,a%26b%3Dc",
        "a:b,a%3Ab",
        "...,...",
        "שלום,%D7%A9%D7%9C%D7%95%D7%9D",
        "\u202Eabc,%E2%80%AEabc",
        "😀,%F0%9F%98%80",
        "{x},%7Bx%7D"
    })
    void areSentAsBuilt(String id, String sent) throws Exception {
        vendor.wire().stubFor(any(urlMatching("/api/customers/.*")).willReturn(okJson("{\"name\":\"one\"}")));
        FailureAssertions.await(fetch(vendor.client(), id));
        vendor.wire().verify(1, anyRequestedFor(urlEqualTo("/api/customers/" + sent + "/seats?page=1&size=100")));
        try (ScriptedServer raw = ScriptedServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n{\"name\":\"one\"}")) {
            VendorClient client = vendor.client(VendorClientOptions.builder(
                    VendorServer.ACME,
                    raw.url("/v1.0/partner/"),
                    vendor.url("/token"),
                    Credentials.clientSecret("c", Secret.of("s"))));
            FailureAssertions.await(fetch(client, id));
            assertThat(raw.request())
                    .startsWith("GET /v1.0/partner/customers/" + sent + "/seats?page=1&size=100 HTTP/1.1\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "a/b",
                "a\\b",
                "%2e%2e",
                "a%00",
                "a\r\nX: 1",
                "\u0000",
                "a?b",
                "a#b",
                "a;b",
                "\ud800x",
                "\u0085"
            })
    void areNotSentWithAnAmbiguousId(String id) {
        assertRejected(id);
    }

    @Test
    void areNotSentWithAnIdThatIsTooLong() {
        assertRejected("x".repeat(129));
    }

    private void assertRejected(String id) {
        VendorException failure = FailureAssertions.failure(fetch(vendor.client(), id), FailureKind.INVALID_REQUEST);
        assertThat(failure.getMessage()).startsWith("acme thing: INVALID_REQUEST: the customer id cannot be sent: it ");
        assertThat(failure.attempts()).isZero();
        vendor.wire().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void areNotBuiltFromTheIdOfAnotherVendor() {
        VendorRequest.Builder builder = VendorRequest.get(ThingOperations.THING);
        CustomerId ofOtherVendor = new CustomerId(new Vendor("other"), "1");
        assertThatThrownBy(() -> builder.customer(ofOtherVendor))
                .isInstanceOfSatisfying(VendorException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
                    assertThat(failure.getMessage()).contains("a customer id of other means nothing to acme");
                });
    }

    @Test
    void workWithoutAPathPrefix() {
        vendor.wire().stubFor(any(urlMatching("/customers/.*")).willReturn(okJson("{\"name\":\"one\"}")));
        URI bare = URI.create("http://127.0.0.1:" + vendor.wire().port());
        VendorClient client = vendor.client(VendorClientOptions.builder(
                VendorServer.ACME, bare, vendor.url("/token"), Credentials.clientSecret("c", Secret.of("s"))));
        FailureAssertions.await(fetch(client, "7"));
    }
}
