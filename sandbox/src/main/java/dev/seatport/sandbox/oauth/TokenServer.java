package dev.seatport.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.RequestHandlingFault;
import dev.seatport.sandbox.exchange.Routes;
import dev.seatport.sandbox.exchange.SandboxJson;
import dev.seatport.sandbox.exchange.SandboxRequest;
import dev.seatport.sandbox.exchange.SandboxResponse;
import dev.seatport.sandbox.exchange.SimulatedVendorServer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Token endpoint of a vendor for client credentials (RFC 6749). It accepts one client. Thread-safe. */
public final class TokenServer implements SimulatedVendorServer {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MAX_SCOPE_LENGTH = 300;
    /** Seconds between a token's {@code not_before} and its issue, as in the sample of C3's document. */
    private static final long NOT_BEFORE_OFFSET_SECONDS = 300;

    /** Handles a request for client credentials. {@code path} holds the variable segments of the path. */
    private interface GrantHandler {
        SandboxResponse handle(List<String> path, Map<String, String> form, RequestHandlingFault fault);
    }

    /** Handles a request with valid client credentials. */
    private interface ClientGrantHandler {
        SandboxResponse handle(Map<String, String> form, RequestHandlingFault fault);
    }

    /** Relation of a tenant to the app of Microsoft Graph's client. */
    public enum TenantConsent {
        /** The app has consent in the tenant. */
        GRANTED,
        /** The tenant exists. The app has no consent in it. */
        MISSING,
        /** There is no such tenant. */
        UNKNOWN_TENANT
    }

    private final Routes<GrantHandler> routes;
    private final IntFunction<SandboxResponse> errors;

    private TokenServer(String path, GrantHandler grant, IntFunction<SandboxResponse> errors) {
        this.routes = Routes.<GrantHandler>empty().with("POST", path, grant);
        this.errors = errors;
    }

    private static TokenServer of(
            String path, ClientAccount client, int unknownClientStatus, ClientGrantHandler grant) {
        return new TokenServer(
                path,
                (variables, form, fault) -> client.matches(form)
                        ? grant.handle(form, fault)
                        : error(unknownClientStatus, "invalid_client", "The client id or the client secret is wrong."),
                status -> status == 401
                        ? error(status, "invalid_client", "The client is not known.")
                        : error(status, "temporarily_unavailable", "The token server cannot take the request now."));
    }

    /**
     * Creates AvePoint's identity server (AvePoint Elements API, "Authentication"). It requires scopes and rejects scope strings over 300
     * characters, as observed at the real server.
     */
    public static TokenServer avePoint(ClientAccount client, Set<String> knownScopes, TokenStore tokens) {
        return of("/connect/token", client, 400, (form, fault) -> {
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
        return of("/oauth2/token", client, 401, (form, fault) -> {
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

    /**
     * Creates the Azure AD v2 endpoint in front of Microsoft Graph. Each tenant has its own path. A token is valid for this tenant
     * only.
     *
     * @param consent relation of a tenant, as spelled in the path, to the client's app
     */
    public static TokenServer graph(ClientAccount client, Function<String, TenantConsent> consent, TokenStore tokens) {
        GrantHandler grant = (path, form, fault) -> {
            String tenant = path.get(0);
            TenantConsent found = consent.apply(tenant);
            if (found == TenantConsent.UNKNOWN_TENANT) {
                return EntraRefusal.UNKNOWN_TENANT.response(tenant);
            }
            if (found == TenantConsent.MISSING || !client.hasId(form)) {
                return EntraRefusal.APP_NOT_IN_TENANT.response(tenant);
            }
            if (!client.matches(form)) {
                return EntraRefusal.WRONG_SECRET.response(tenant);
            }
            if (!form.getOrDefault("scope", "").endsWith("/.default")) {
                return EntraRefusal.INVALID_SCOPE.response(tenant);
            }
            long seconds = tokens.lifetime().toSeconds();
            ObjectNode body = SandboxJson.object();
            body.put("token_type", "Bearer");
            body.put("expires_in", seconds);
            body.put("ext_expires_in", seconds);
            body.put("access_token", tokens.issue(Set.of(tenant.toLowerCase(Locale.ROOT)), fault));
            return uncached(200, body);
        };
        return new TokenServer(
                "/{tenant}/oauth2/v2.0/token",
                grant,
                status -> (status == 401 ? EntraRefusal.WRONG_SECRET : EntraRefusal.UNAVAILABLE).response(status, ""));
    }

    @Override
    public SandboxResponse respond(SandboxRequest request) {
        Routes.Match<GrantHandler> match = routes.find(request);
        GrantHandler grant = match.operation();
        if (grant == null) {
            return match.allowedMethods().isEmpty()
                    ? SandboxResponse.plainText(404, "Not Found")
                    : SandboxResponse.plainText(405, "Method Not Allowed").with("Allow", match.allowedMethods());
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
        return grant.handle(match.variables(), form, request.fault());
    }

    @Override
    public SandboxResponse errorResponse(int status) {
        return errors.apply(status);
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

    static SandboxResponse uncached(int status, ObjectNode body) {
        return SandboxResponse.json(status, body).with("Cache-Control", "no-store");
    }
}
