package dev.seatport.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.exchange.Call;
import dev.seatport.sandbox.exchange.Endpoint;
import dev.seatport.sandbox.exchange.Json;
import java.util.List;
import java.util.Set;

/**
 * The Azure AD v1 endpoint in front of C3 (C3 CSP Control Center API, "Authentication"): client credentials for one resource. Its
 * numbers are strings, and it announces one second less than a token lives, as the document's sample does.
 */
public final class C3TokenServer implements Endpoint {
    private static final List<String> PATH = List.of("oauth2", "token");
    /** How far before its issue a token's {@code not_before} lies in the document's sample, in seconds. */
    private static final long BACKDATED = 300;

    private final ClientAccount client;
    private final String resource;
    private final TokenLedger ledger;

    /** A server for one client and one resource. */
    public C3TokenServer(ClientAccount client, String resource, TokenLedger ledger) {
        this.client = client;
        this.resource = resource;
        this.ledger = ledger;
    }

    @Override
    public Answer answer(Call call) {
        Answer refusal = TokenRequest.refusal(call, PATH, client, 401);
        if (refusal != null) {
            return refusal;
        }
        if (!resource.equals(TokenRequest.form(call).get("resource"))) {
            return TokenRequest.error(400, "invalid_resource", "The resource is missing or unknown.");
        }
        return granted(call);
    }

    @Override
    public Answer failure(int status) {
        return TokenRequest.failure(status);
    }

    private Answer granted(Call call) {
        long seconds = ledger.lifetime().toSeconds();
        long now = ledger.now().getEpochSecond();
        String announced = Long.toString(Math.max(1, seconds - 1));
        ObjectNode body = Json.object();
        body.put("token_type", "Bearer");
        body.put("expires_in", announced);
        body.put("ext_expires_in", announced);
        body.put("expires_on", Long.toString(now + seconds));
        body.put("not_before", Long.toString(now - BACKDATED));
        body.put("resource", resource);
        body.put("access_token", ledger.issue(Set.of(), call.twist()));
        return TokenRequest.granted(body);
    }
}
