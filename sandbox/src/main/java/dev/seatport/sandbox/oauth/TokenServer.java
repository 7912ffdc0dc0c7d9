package dev.seatport.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.RequestHandlingFault;
import dev.seatport.sandbox.exchange.SandboxJson;
import dev.seatport.sandbox.exchange.SandboxRequest;
import dev.seatport.sandbox.exchange.SandboxResponse;
import dev.seatport.sandbox.exchange.SimulatedVendorServer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Token endpoint of a vendor for client credentials (RFC 6749). It accepts one client. Thread-safe. */
public final class TokenServer implements SimulatedVendorServer {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MAX_SCOPE_LENGTH = 300;
    /** Seconds between a token's {@code not_before} and its issue, as in the sample of C3's document. */
    private static final long NOT_BEFORE_OFFSET_SECONDS = 300;

    /** Handles a request with valid client credentials. */
    private interface GrantHandler {
        SandboxResponse handle(Map<String, String> form, RequestHandlingFault fault);
    }

    private final List<String> path;
    private final ClientAccount client;
    private final int unknownClientStatus;
    private final GrantHandler grant;

    private TokenServer(String firstSegment, ClientAccount client, int unknownClientStatus, GrantHandler grant) {
        this.path = List.of(firstSegment, "token");
        this.client = client;
        this.unknownClientStatus = unknownClientStatus;
        this.grant = grant;
    }

    /**
     * Creates AvePoint's identity server (AvePoint Elements API, "Authentication"). It requires scopes and rejects scope strings over 300
     * characters, as observed at the real server.
     */
    public static TokenServer avePoint(ClientAccount client, Set<String> knownScopes, TokenStore tokens) {
        return new TokenServer("connect", client, 400, (form, fault) -> {
            String scope = form.getOrDefault("scope", "").trim();
            Set<String> scopes = new LinkedHashSet<>(List.of(scope.split(" +", -1)));
            String error = scopeError(scope, scopes, knownScopes);
            if (error != null) {
                return error(400, "invalid_scope", error);
            }
            long seconds = tokens.lifetime().toSeconds();
            ObjectNode body = SandboxJson.object();
            body.put("token_type", "Bearer");
            body.put("expires_in", seconds);
            body.put("ext_expires_in", seconds);
            body.put("access_token", tokens.issue(scopes, fault));
            body.put("scope", String.join(" ", scopes));
            return uncached(200, body);
        });
    }

    /**
     * Creates the Azure AD v1 endpoint in front of C3 (C3 CSP Control Center API, "Authentication"). It issues tokens for one resource.
     * As in the document's sample, numbers are strings and the announced lifetime is one second too short.
     */
    public static TokenServer c3(ClientAccount client, String resource, TokenStore tokens) {
        return new TokenServer("oauth2", client, 401, (form, fault) -> {
            if (!resource.equals(form.get("resource"))) {
                return error(
                        400, "invalid_resource", "The parameter \"resource\" is missing, or its value is unknown.");
            }
            long seconds = tokens.lifetime().toSeconds();
            long now = tokens.now().getEpochSecond();
            String announced = Long.toString(Math.max(1, seconds - 1));
            ObjectNode body = SandboxJson.object();
            body.put("token_type", "Bearer");
            body.put("expires_in", announced);
            body.put("ext_expires_in", announced);
            body.put("expires_on", Long.toString(now + seconds));
            body.put("not_before", Long.toString(now - NOT_BEFORE_OFFSET_SECONDS));
            body.put("resource", resource);
            body.put("access_token", tokens.issue(Set.of(), fault));
            return uncached(200, body);
        });
    }

    @Override
    public SandboxResponse respond(SandboxRequest request) {
        if (!request.segments().equals(path)) {
            return SandboxResponse.plainText(404, "Not Found");
        }
        if (!request.method().equals("POST")) {
            return SandboxResponse.plainText(405, "Method Not Allowed").with("Allow", "POST");
        }
        String type = request.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            return error(400, "invalid_request", "The request must be form-encoded.");
        }
        Map<String, String> form = form(request.body());
        String grantType = form.getOrDefault("grant_type", "");
        if (grantType.isEmpty()) {
            return error(400, "invalid_request", "The field grant_type is missing.");
        }
        if (!grantType.equals("client_credentials")) {
            return error(400, "unsupported_grant_type", "Only client_credentials is supported.");
        }
        return client.matches(form)
                ? grant.handle(form, request.fault())
                : error(unknownClientStatus, "invalid_client", "The client id or the client secret is wrong.");
    }

    @Override
    public SandboxResponse errorResponse(int status) {
        return status == 401
                ? error(status, "invalid_client", "The client is not known.")
                : error(status, "temporarily_unavailable", "The token server cannot take the request now.");
    }

    private static @Nullable String scopeError(String scope, Set<String> scopes, Set<String> known) {
        if (scope.isEmpty()) {
            return "The field scope is missing.";
        }
        if (scope.length() > MAX_SCOPE_LENGTH) {
            return "The scope is longer than " + MAX_SCOPE_LENGTH + " characters.";
        }
        return known.containsAll(scopes) ? null : "A scope is unknown, or the app may not have it.";
    }

    private static Map<String, String> form(String body) {
        try {
            return SandboxRequest.decodeFields(body);
        } catch (IllegalArgumentException brokenEscape) {
            return Map.of();
        }
    }

    private static SandboxResponse error(int status, String code, String description) {
        return uncached(status, SandboxJson.object().put("error", code).put("error_description", description));
    }

    private static SandboxResponse uncached(int status, ObjectNode body) {
        return SandboxResponse.json(status, body).with("Cache-Control", "no-store");
    }
}
