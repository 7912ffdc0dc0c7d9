package dev.seatport.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.exchange.Call;
import dev.seatport.sandbox.exchange.Endpoint;
import dev.seatport.sandbox.exchange.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * AvePoint's identity server (AvePoint Elements API, "Authentication"): client credentials with a secret, scopes required. It
 * refuses scope strings over 300 characters, as a client in the field has seen it do.
 */
public final class AvePointTokenServer implements Endpoint {
    private static final List<String> PATH = List.of("connect", "token");
    private static final int LONGEST_SCOPE = 300;

    private final ClientAccount client;
    private final Set<String> knownScopes;
    private final TokenLedger ledger;

    /** A server for one client that may ask for the known scopes. */
    public AvePointTokenServer(ClientAccount client, Set<String> knownScopes, TokenLedger ledger) {
        this.client = client;
        this.knownScopes = Set.copyOf(knownScopes);
        this.ledger = ledger;
    }

    @Override
    public Answer answer(Call call) {
        Answer refusal = TokenRequest.refusal(call, PATH, client, 400);
        if (refusal != null) {
            return refusal;
        }
        String scope = TokenRequest.form(call).getOrDefault("scope", "").trim();
        Set<String> scopes = new LinkedHashSet<>(List.of(scope.split(" +", -1)));
        String complaint = complaint(scope, scopes);
        return complaint == null ? granted(scopes, call) : TokenRequest.error(400, "invalid_scope", complaint);
    }

    @Override
    public Answer failure(int status) {
        return TokenRequest.failure(status);
    }

    private @Nullable String complaint(String scope, Set<String> scopes) {
        if (scope.isEmpty()) {
            return "The field scope is missing.";
        }
        if (scope.length() > LONGEST_SCOPE) {
            return "The scope is longer than " + LONGEST_SCOPE + " characters.";
        }
        return knownScopes.containsAll(scopes) ? null : "A scope is unknown, or the app may not have it.";
    }

    private Answer granted(Set<String> scopes, Call call) {
        long seconds = ledger.lifetime().toSeconds();
        ObjectNode body = Json.object();
        body.put("token_type", "Bearer");
        body.put("expires_in", seconds);
        body.put("ext_expires_in", seconds);
        body.put("access_token", ledger.issue(scopes, call.twist()));
        body.put("scope", String.join(" ", scopes));
        return TokenRequest.granted(body);
    }
}
