package dev.seatport.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Client of a sandbox, independent of its code: the JDK's HTTP client and Jackson. */
final class SandboxClient {
    static final String GENERAL = "/partner/external/v3/general/customers";
    static final String ALL_SCOPES = "elements.license.read.all elements.customers.read.all partner.customers.read.all";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;

    SandboxClient(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    HttpResponse<String> avePoint(String method, String path, @Nullable String body) {
        return send(method, sandbox.avePointBaseUrl() + path, avePointToken(ALL_SCOPES), body);
    }

    HttpResponse<String> avePointGet(String path) {
        return avePoint("GET", path, null);
    }

    HttpResponse<String> avePointPost(String path, String body) {
        return avePoint("POST", path, body);
    }

    HttpResponse<String> c3Get(String path) {
        return send("GET", sandbox.c3BaseUrl() + path, c3Token(), null);
    }

    HttpResponse<String> seats(String customerId, int type, String query, String body) {
        return avePointPost(
                GENERAL + "/" + customerId + "/3rd-party-products/type/" + type + "/tenants/batch" + query, body);
    }

    HttpResponse<String> product(String customerId, Object code) {
        return avePointGet(GENERAL + "/" + customerId + "/avpt-products/type/" + code + "/overview");
    }

    HttpResponse<String> licenses(String customerId, String tenantId) {
        return c3Get("/api/licenseConsumptionReport/customer/" + customerId + "/tenant/" + tenantId);
    }

    String avePointToken(String scope) {
        return json(form(sandbox.avePointTokenUrl(), avePointForm(scope)))
                .path("access_token")
                .asText();
    }

    String c3Token() {
        return json(form(sandbox.c3TokenUrl(), c3Form())).path("access_token").asText();
    }

    HttpResponse<String> graphGet(String tenantId, String path) {
        return send("GET", sandbox.graphBaseUrl() + path, graphToken(tenantId), null);
    }

    String graphToken(String tenantId) {
        return json(graphTokenRequest(tenantId, graphForm()))
                .path("access_token")
                .asText();
    }

    HttpResponse<String> graphTokenRequest(String tenantId, Map<String, String> form) {
        return form(sandbox.graphLoginUrl() + "/" + tenantId + "/oauth2/v2.0/token", form);
    }

    Map<String, String> graphForm() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", sandbox.graphClientId());
        form.put("client_secret", sandbox.graphClientSecret());
        form.put("scope", "https://graph.microsoft.com/.default");
        return form;
    }

    Map<String, String> avePointForm(String scope) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", sandbox.avePointClientId());
        form.put("client_secret", sandbox.avePointClientSecret());
        form.put("scope", scope);
        return form;
    }

    Map<String, String> c3Form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", sandbox.c3ClientId());
        form.put("client_secret", sandbox.c3ClientSecret());
        form.put("resource", sandbox.c3Resource());
        return form;
    }

    HttpResponse<String> form(String url, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return exchange(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(String method, String url, @Nullable String token, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return exchange(request);
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    static JsonNode fixture(String path) {
        try (InputStream in = SandboxClient.class.getResourceAsStream("/" + path)) {
            return MAPPER.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the paths of all fields of a document, without array indexes. */
    static Set<String> keys(JsonNode document) {
        Set<String> keys = new TreeSet<>();
        collect(document, "", keys);
        return keys;
    }

    private static void collect(JsonNode node, String path, Set<String> keys) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, path + "[]", keys));
        } else if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> {
                keys.add(path + "/" + name);
                collect(node.path(name), path + "/" + name, keys);
            });
        }
    }
}
