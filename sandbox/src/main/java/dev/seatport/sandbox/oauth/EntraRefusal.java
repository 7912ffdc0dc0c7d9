package dev.seatport.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.SandboxJson;
import dev.seatport.sandbox.exchange.SandboxResponse;
import java.util.UUID;

/**
 * Refusal of Microsoft's token endpoint. The numeric codes are documented. The descriptions contain an id of the customer, as the real
 * ones do.
 */
enum EntraRefusal {
    APP_NOT_IN_TENANT(400, "unauthorized_client", 700016, "The application was not found in the directory"),
    UNKNOWN_TENANT(400, "invalid_request", 90002, "The tenant was not found:"),
    WRONG_SECRET(401, "invalid_client", 7000215, "An invalid client secret was provided for the directory"),
    INVALID_SCOPE(
            400, "invalid_scope", 70011, "The scope must be a resource with the suffix /.default in the directory"),
    UNAVAILABLE(503, "temporarily_unavailable", 90033, "A transient error has occurred in the directory");

    private final int status;
    private final String error;
    private final int code;
    private final String description;

    EntraRefusal(int status, String error, int code, String description) {
        this.status = status;
        this.error = error;
        this.code = code;
        this.description = description;
    }

    /** Returns the refusal for a tenant with its usual status. */
    SandboxResponse response(String tenant) {
        return response(status, tenant);
    }

    /** Returns the refusal for a tenant with another status. */
    SandboxResponse response(int otherStatus, String tenant) {
        ObjectNode body = SandboxJson.object();
        body.put("error", error);
        body.put("error_description", "AADSTS" + code + ": " + description + " '" + tenant + "'.");
        body.putArray("error_codes").add(code);
        body.put("trace_id", UUID.randomUUID().toString());
        body.put("correlation_id", UUID.randomUUID().toString());
        return TokenServer.uncached(otherStatus, body);
    }
}
