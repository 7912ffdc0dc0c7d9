package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.ALL_SCOPES;
import static dev.seatport.sandbox.SandboxClient.GENERAL;
import static dev.seatport.sandbox.SandboxClient.fixture;
import static dev.seatport.sandbox.SandboxClient.json;
import static dev.seatport.sandbox.SandboxClient.keys;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenTest {
    private final AtomicLong now = new AtomicLong(1_772_359_200);
    private final InstantSource clock = () -> Instant.ofEpochSecond(now.get());

    private Sandbox sandbox;
    private SandboxClient client;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults()
                .withCustomers(3)
                .withTokenLifetime(Duration.ofMinutes(10))
                .withTime(clock));
        client = new SandboxClient(sandbox);
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> avePoint(Map<String, String> form) {
        return client.form(sandbox.avePointTokenUrl(), form);
    }

    private HttpResponse<String> c3(Map<String, String> form) {
        return client.form(sandbox.c3TokenUrl(), form);
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        form.put(field, value);
        return form;
    }

    private static void assertRejected(HttpResponse<String> response, int status, String error) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).path("error").asText()).isEqualTo(error);
        assertThat(json(response).path("error_description").asText()).isNotBlank();
    }

    @Nested
    class AvePointServer {
        @Test
        void sendsTheDocumentedResponse() {
            HttpResponse<String> response = avePoint(client.avePointForm("elements.license.read.all"));
            JsonNode body = json(response);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
            assertThat(keys(body)).isEqualTo(keys(fixture("avepoint/token/documented.json")));
            assertThat(body.path("expires_in").isInt()).isTrue();
            assertThat(body.path("expires_in").asInt()).isEqualTo(600);
            assertThat(body.path("scope").asText()).isEqualTo("elements.license.read.all");
        }

        @Test
        void issuesANewTokenEachTime() {
            assertThat(client.avePointToken(ALL_SCOPES))
                    .hasSizeGreaterThan(40)
                    .isNotEqualTo(client.avePointToken(ALL_SCOPES));
        }

        @ParameterizedTest
        @CsvSource({
            "grant_type,        password, 400, unsupported_grant_type",
            "grant_type,        '',       400, invalid_request",
            "client_id,         x,        400, invalid_client",
            "client_secret,     x,        400, invalid_client",
            "scope,             '',       400, invalid_scope",
            "scope,             x.read,   400, invalid_scope",
            "scope,             elements.license.read.all x.read, 400, invalid_scope"
        })
        void rejectsAWrongField(String field, String value, int status, String error) {
            assertRejected(avePoint(with(client.avePointForm(ALL_SCOPES), field, value)), status, error);
        }

        @Test
        void rejectsAScopeOverThreeHundredCharacters() {
            String scope = "elements.license.read.all ".repeat(12).trim();
            assertThat(scope).hasSizeGreaterThan(300);
            assertRejected(avePoint(client.avePointForm(scope)), 400, "invalid_scope");
        }

        @Test
        void rejectsABodyThatIsNotAForm() {
            HttpResponse<String> response = client.send("POST", sandbox.avePointTokenUrl(), null, "{}");
            assertRejected(response, 400, "invalid_request");
        }

        @Test
        void acceptsOnePathAndOneMethod() {
            assertThat(client.send("GET", sandbox.avePointTokenUrl(), null, null)
                            .statusCode())
                    .isEqualTo(405);
            assertThat(client.form(sandbox.avePointTokenUrl() + "/x", Map.of()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class C3Server {
        @Test
        void sendsTheDocumentedResponseWithStringsForNumbers() {
            JsonNode body = json(c3(client.c3Form()));
            assertThat(keys(body)).isEqualTo(keys(fixture("c3/token/documented.json")));
            assertThat(body.path("expires_in").textValue()).isEqualTo("599");
            assertThat(body.path("ext_expires_in").textValue()).isEqualTo("599");
            assertThat(body.path("expires_on").textValue()).isEqualTo(Long.toString(now.get() + 600));
            assertThat(body.path("not_before").textValue()).isEqualTo(Long.toString(now.get() - 300));
            assertThat(body.path("resource").asText()).isEqualTo(sandbox.c3Resource());
        }

        @ParameterizedTest
        @CsvSource({
            "grant_type,    refresh_token, 400, unsupported_grant_type",
            "client_id,     x,             401, invalid_client",
            "client_secret, x,             401, invalid_client",
            "resource,      x,             400, invalid_resource",
            "resource,      '',            400, invalid_resource"
        })
        void rejectsAWrongField(String field, String value, int status, String error) {
            assertRejected(c3(with(client.c3Form(), field, value)), status, error);
        }

        @Test
        void ignoresAScope() {
            assertThat(c3(with(client.c3Form(), "scope", "handed-out")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Nested
    class Bearer {
        private HttpResponse<String> callAvePoint(@Nullable String token) {
            return client.send("GET", sandbox.avePointBaseUrl() + "/partner/customers", token, null);
        }

        private HttpResponse<String> callC3(@Nullable String token) {
            return client.send("GET", sandbox.c3BaseUrl() + "/api/activecustomers/details/", token, null);
        }

        private void assertUnauthorized(HttpResponse<String> response) {
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("www-authenticate").orElse(""))
                    .startsWith("Bearer");
        }

        @Test
        void isRequiredByBothVendors() {
            assertUnauthorized(callAvePoint(null));
            assertUnauthorized(callC3(null));
            assertThat(json(callC3(null)).path("Status").asText()).isEqualTo("Error");
            assertThat(callAvePoint(null).headers().firstValue("request-id")).isPresent();
        }

        @Test
        void mustBeIssued() {
            assertUnauthorized(callAvePoint("made-up"));
            assertUnauthorized(callC3(""));
        }

        @Test
        void ofTheOtherVendorIsRejected() {
            assertUnauthorized(callAvePoint(client.c3Token()));
            assertUnauthorized(callC3(client.avePointToken(ALL_SCOPES)));
        }

        @Test
        void ofAnotherSandboxIsRejected() {
            try (Sandbox other = Sandbox.start(SandboxOptions.defaults().withCustomers(3))) {
                assertUnauthorized(callAvePoint(new SandboxClient(other).avePointToken(ALL_SCOPES)));
            }
        }

        @Test
        void expires() {
            String token = client.avePointToken(ALL_SCOPES);
            String c3Token = client.c3Token();
            now.addAndGet(599);
            assertThat(callAvePoint(token).statusCode()).isEqualTo(200);
            now.addAndGet(1);
            assertUnauthorized(callAvePoint(token));
            assertUnauthorized(callC3(c3Token));
        }

        @Test
        void isRevokedByExpireTokens() {
            String token = client.avePointToken(ALL_SCOPES);
            String c3Token = client.c3Token();
            sandbox.expireTokens();
            assertUnauthorized(callAvePoint(token));
            assertUnauthorized(callC3(c3Token));
            assertThat(callAvePoint(client.avePointToken(ALL_SCOPES)).statusCode())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({
            "elements.license.read.all,   GET,  /partner/customers",
            "elements.license.read.all,   GET,  /partner/customers/x",
            "elements.license.read.all,   POST, " + GENERAL + "/batch",
            "partner.customers.read.all,  POST, " + GENERAL + "/batch",
            "elements.customers.read.all, GET,  " + GENERAL + "/x/avpt-products/type/2048/overview",
            "elements.customers.read.all, POST, " + GENERAL + "/x/3rd-party-products/type/0/tenants/batch"
        })
        void isForbiddenOperationsOutsideItsScope(String scope, String method, String path) {
            HttpResponse<String> response =
                    client.send(method, sandbox.avePointBaseUrl() + path, client.avePointToken(scope), null);
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(json(response).at("/error/message").asText()).contains(".read.all");
        }
    }
}
