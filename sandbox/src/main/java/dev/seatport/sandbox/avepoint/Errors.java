package dev.seatport.sandbox.avepoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.exchange.Json;
import org.jspecify.annotations.Nullable;

/**
 * Error answers. Their bodies are not documented: here the API answers JSON with an {@code error} object, and what stands in for a
 * gateway (429, 5xx, unknown paths) answers plain text.
 */
final class Errors {
    private Errors() {}

    static Answer badInput(String message) {
        return json(400, "BadRequest", message);
    }

    static Answer unauthorized() {
        return json(401, "Unauthorized", "The access token is missing, unknown or expired.")
                .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    static Answer forbidden(String scope) {
        return json(403, "Forbidden", "The operation needs the permission " + scope + ".");
    }

    static Answer notFound(String message) {
        return json(404, "NotFound", message);
    }

    static Answer unknownPath() {
        return Answer.plain(404, "Not Found");
    }

    static Answer wrongMethod(String allowed) {
        return Answer.plain(405, "Method Not Allowed").with("Allow", allowed);
    }

    /** A failure that was ordered, with the {@code Retry-After} that goes with 429 and 503, if any. */
    static Answer ordered(int status, @Nullable String retryAfter) {
        if (status == 204) {
            return Answer.empty(status);
        }
        if (status == 401) {
            return unauthorized();
        }
        boolean gateway = status == 429 || status >= 500;
        Answer answer = gateway
                ? Answer.plain(status, "The service cannot take the request now.")
                : json(status, "RequestFailed", "The request failed.");
        return retryAfter != null && (status == 429 || status == 503) ? answer.with("Retry-After", retryAfter) : answer;
    }

    private static Answer json(int status, String code, String message) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error");
        error.put("code", code);
        error.put("message", message);
        return Answer.json(status, body);
    }
}
