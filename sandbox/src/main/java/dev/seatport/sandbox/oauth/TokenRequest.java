package dev.seatport.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.exchange.Call;
import dev.seatport.sandbox.exchange.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checks that both token servers share, in the words of RFC 6749. */
final class TokenRequest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private TokenRequest() {}

    /** The refusal of a call that is no token request of this client by client credentials, or null when it is one. */
    static @Nullable Answer refusal(Call call, List<String> path, ClientAccount client, int statusOfUnknownClient) {
        if (!call.segments().equals(path)) {
            return Answer.plain(404, "Not Found");
        }
        if (!call.method().equals("POST")) {
            return Answer.plain(405, "Method Not Allowed").with("Allow", "POST");
        }
        if (!isForm(call)) {
            return error(400, "invalid_request", "The request must be form-encoded.");
        }
        return refusal(form(call), client, statusOfUnknownClient);
    }

    static Map<String, String> form(Call call) {
        try {
            return Call.fieldsOf(call.body());
        } catch (IllegalArgumentException brokenEscape) {
            return Map.of();
        }
    }

    static Answer error(int status, String code, String description) {
        ObjectNode body = Json.object();
        body.put("error", code);
        body.put("error_description", description);
        return Answer.json(status, body).with("Cache-Control", "no-store");
    }

    /** A failure for no reason of the request. */
    static Answer failure(int status) {
        return status == 401
                ? error(status, "invalid_client", "The client is not known.")
                : error(status, "temporarily_unavailable", "The token server cannot take the request now.");
    }

    static Answer granted(ObjectNode body) {
        return Answer.json(200, body).with("Cache-Control", "no-store");
    }

    private static @Nullable Answer refusal(Map<String, String> form, ClientAccount client, int statusOfUnknownClient) {
        String grantType = form.get("grant_type");
        if (grantType == null || grantType.isEmpty()) {
            return error(400, "invalid_request", "The field grant_type is missing.");
        }
        if (!grantType.equals("client_credentials")) {
            return error(400, "unsupported_grant_type", "Only client_credentials is supported.");
        }
        if (!client.isClaimedBy(form)) {
            return error(statusOfUnknownClient, "invalid_client", "The client id or the client secret is wrong.");
        }
        return null;
    }

    private static boolean isForm(Call call) {
        String type = call.contentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    }
}
