package dev.seatport.sandbox.c3;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.seatport.sandbox.deviation.FaultState;
import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.exchange.Call;
import dev.seatport.sandbox.exchange.Endpoint;
import dev.seatport.sandbox.exchange.Json;
import dev.seatport.sandbox.exchange.Routes;
import dev.seatport.sandbox.exchange.Routes.Match;
import dev.seatport.sandbox.fleet.Fleet;
import dev.seatport.sandbox.fleet.SimulatedAccount;
import dev.seatport.sandbox.oauth.TokenLedger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * C3's API. It checks, in this order: an ordered failure of the next calls, the bearer, the path and method, an ordered failure of
 * the customer, the ids. Every answer comes in the envelope. Thread-safe.
 */
public final class C3Api implements Endpoint {
    private enum Operation {
        ACTIVE_CUSTOMERS,
        LICENSE_CONSUMPTION
    }

    private static final Routes<Operation> ROUTES = Routes.<Operation>none()
            .and("GET", "/api/activecustomers/details/", Operation.ACTIVE_CUSTOMERS)
            .and("GET", "/api/activecustomers/details", Operation.ACTIVE_CUSTOMERS)
            .and(
                    "GET",
                    "/api/licenseConsumptionReport/customer/{customerId}/tenant/{tenantId}",
                    Operation.LICENSE_CONSUMPTION);

    private final Fleet fleet;
    private final TokenLedger tokens;
    private final FaultState faults;
    private final Envelopes envelopes = new Envelopes();

    /** An API that reports the fleet to holders of tokens from the ledger. */
    public C3Api(Fleet fleet, TokenLedger tokens, FaultState faults) {
        this.fleet = fleet;
        this.tokens = tokens;
        this.faults = faults;
    }

    @Override
    public Answer answer(Call call) {
        OptionalInt ordered = faults.takeFailure();
        if (ordered.isPresent()) {
            return ordered(ordered.getAsInt());
        }
        if (tokens.grantOf(call.bearer()).isEmpty()) {
            return failure(401);
        }
        Match<Operation> match = ROUTES.find(call);
        if (match instanceof Match.WrongMethod<Operation> wrong) {
            return envelopes.error(405, "ERROR_DESC_METHOD_NOT_ALLOWED").with("Allow", wrong.allowed());
        }
        if (!(match instanceof Match.Found<Operation> found)) {
            return envelopes.error(404, "ERROR_DESC_NOT_FOUND");
        }
        return found.operation() == Operation.ACTIVE_CUSTOMERS
                ? activeCustomers()
                : licenseConsumption(found.variables().get(0), found.variables().get(1));
    }

    @Override
    public Answer failure(int status) {
        Answer answer = envelopes.error(status, "ERROR_DESC_" + status);
        return status == 401 ? answer.with("WWW-Authenticate", "Bearer error=\"invalid_token\"") : answer;
    }

    private Answer activeCustomers() {
        return envelopes.success(fleet.customers().stream()
                .flatMap(customer -> customer.accounts().stream())
                .map(Rows::customer)
                .iterator());
    }

    private Answer licenseConsumption(String customerId, String tenantId) {
        OptionalInt ordered = faults.failureOf(customerId);
        if (ordered.isPresent()) {
            return ordered(ordered.getAsInt());
        }
        Optional<SimulatedAccount> account = fleet.account(customerId, tenantId);
        return account.isPresent() ? report(account.get()) : badInput(customerId, tenantId);
    }

    private Answer report(SimulatedAccount account) {
        ArrayNode rows = Json.array();
        Spelling spelling = spelling();
        boolean asStrings = faults.numbersAsStrings();
        account.licenses().forEach(license -> rows.add(Rows.license(license, spelling, asStrings)));
        return envelopes.success(rows);
    }

    private Answer badInput(String customerId, String tenantId) {
        ArrayNode violations = Json.array();
        boolean customerKnown = fleet.byC3Id(customerId).isPresent();
        if (!customerKnown) {
            violations.add(Rows.violation(
                    "CustomerId",
                    "CUSTOMER_C3ID",
                    "INVALID_C3_CUSTOMER_ID",
                    "Invalid c3 Customer ID",
                    customerId,
                    spelling()));
        }
        // A known customer whose report cannot be found was asked for in a tenant that is not its own.
        if (customerKnown || !isTenantOfAnyone(tenantId)) {
            violations.add(Rows.violation(
                    "TenantId", "TENANT_ID", "INVALID_TENANT_ID", "Invalid tenant ID", tenantId, spelling()));
        }
        return envelopes.badInput(violations);
    }

    private boolean isTenantOfAnyone(String tenantId) {
        List<SimulatedAccount> accounts =
                fleet.byMicrosoftTenant(tenantId).map(owner -> owner.accounts()).orElse(List.of());
        return accounts.stream().anyMatch(account -> account.tenantId().equalsIgnoreCase(tenantId));
    }

    private Answer ordered(int status) {
        Answer answer = failure(status);
        String retryAfter = faults.retryAfter();
        return retryAfter != null && (status == 429 || status == 503) ? answer.with("Retry-After", retryAfter) : answer;
    }

    private Spelling spelling() {
        return faults.explanationSpelling() ? Spelling.EXPLANATION : Spelling.SAMPLE;
    }
}
