package dev.seatport.sandbox.avepoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.SandboxJson;
import dev.seatport.sandbox.exchange.SandboxResponse;

/**
 * Error responses. Their bodies are not documented. The API sends JSON with an {@code error} object; 429 and 5xx come as plain text, as
 * from a gateway.
 */
final class AvePointErrorResponses {
    private AvePointErrorResponses() {}

    static SandboxResponse badRequest(String message) {
        return json(400, "BadRequest", message);
    }

    static SandboxResponse forbidden(String scope) {
        return json(403, "Forbidden", "The operation needs the permission " + scope + ".");
    }

    static SandboxResponse notFound(String message) {
        return json(404, "NotFound", message);
    }

    /** Returns an error response for a status whose reason is not in the request, or for an invalid bearer token. */
    static SandboxResponse forStatus(int status) {
        if (status == 401) {
            return json(401, "Unauthorized", "The access token is missing, unknown or expired.")
                    .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        return status == 429 || status >= 500
                ? SandboxResponse.plainText(status, "The service cannot take the request now.")
                : json(status, "RequestFailed", "The request failed.");
    }

    private static SandboxResponse json(int status, String code, String message) {
        ObjectNode body = SandboxJson.object();
        body.putObject("error").put("code", code).put("message", message);
        return SandboxResponse.json(status, body);
    }
}
