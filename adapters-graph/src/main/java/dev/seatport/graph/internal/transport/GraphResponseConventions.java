package dev.seatport.graph.internal.transport;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.spi.ErrorBodyFields;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.RateLimitParser;
import dev.seatport.http.spi.RateLimitStatus;
import dev.seatport.http.spi.RateLimitStatus.Scope;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requests, error bodies, throttling headers and ids that all Graph operations share. */
public final class GraphResponseConventions {
    public static final Vendor VENDOR = new Vendor("graph");

    private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private GraphResponseConventions() {}

    /**
     * Starts a request of version 1.0.
     *
     * @param tenant tenant whose token the request has
     * @throws dev.seatport.ports.failure.VendorException {@code INVALID_REQUEST} if the tenant id cannot be sent
     */
    public static VendorRequest.Builder get(VendorOperation operation, String tenant, String path) {
        return VendorRequest.get(operation)
                .audience(tenant)
                .path("/v1.0" + path)
                .header("Accept", "application/json;odata.metadata=none");
    }

    /** Returns whether an id is the GUID of a tenant in the form that Graph accepts: with dashes, without braces, not the empty one. */
    public static boolean isTenantId(String id) {
        return GUID.matcher(id).matches() && new TenantId(id).isIdentifying();
    }

    /**
     * Requires the id of a customer's tenant. A filter with another text could mean something else, and the token of a text such as
     * {@code common} could belong to another tenant.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code INVALID_REQUEST} if the id is none
     */
    public static String requireTenantId(VendorOperation operation, String id) {
        if (!isTenantId(id)) {
            throw VendorRequest.invalidRequest(
                    operation, "the customer id must be the id of the customer's tenant, a GUID with dashes");
        }
        return id;
    }

    /** Returns the JSON path of a row in a page. */
    public static String rowPath(int row) {
        return "$.value[" + row + "]";
    }

    /** Returns the parser of error bodies of the API and of the token endpoints. */
    public static ErrorBodyParser errorBodyParser() {
        return new GraphErrorBodyParser();
    }

    /**
     * Returns the parser of throttling headers. {@code Tenant_Application} and {@code Tenant} concern one tenant, {@code Application} all.
     * A response without a scope concerns all, because the client must not go on too fast.
     */
    public static RateLimitParser rateLimitParser() {
        return header -> {
            String scope = header.apply("x-ms-throttle-scope");
            return RateLimitStatus.of(
                    scope != null && scope.startsWith("Tenant") ? Scope.AUDIENCE : Scope.CLIENT,
                    header.apply("x-ms-throttle-limit-percentage"));
        };
    }

    /**
     * Parser of {@code {"error": {"code": ..., "message": ...}}} ("Microsoft Graph error responses"), and of the numeric {@code
     * error_codes} of the token endpoint. Keeps codes and drops descriptions, which contain ids.
     */
    private static final class GraphErrorBodyParser implements ErrorBodyParser {
        private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,79}");
        /** "Microsoft Entra authentication and authorization error codes". */
        private static final Map<String, FailureKind> TOKEN_ERRORS = Map.of(
                "700016", FailureKind.PERMISSION_DENIED, // The tenant does not have the app.
                "65001", FailureKind.PERMISSION_DENIED, // No consent.
                "90002", FailureKind.NOT_FOUND, // No such tenant.
                "7000215", FailureKind.AUTHENTICATION_FAILED, // Wrong secret.
                "7000222", FailureKind.AUTHENTICATION_FAILED); // Expired secret.

        @Override
        public ErrorDetails parse(int status, ErrorBodyFields body) {
            return new ErrorDetails(null, codeOrNull(body.object("error").text("code")), List.of(), null);
        }

        private static @Nullable String codeOrNull(@Nullable String text) {
            return text != null && CODE.matcher(text).matches() ? text : null;
        }

        @Override
        public ErrorDetails parseTokenError(int status, ErrorBodyFields body) {
            return body.texts("error_codes").stream()
                    .filter(TOKEN_ERRORS::containsKey)
                    .findFirst()
                    .map(code -> new ErrorDetails(TOKEN_ERRORS.get(code), code, List.of(), null))
                    .orElse(ErrorDetails.NONE);
        }
    }
}
