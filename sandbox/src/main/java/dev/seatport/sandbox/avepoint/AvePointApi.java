package dev.seatport.sandbox.avepoint;

import dev.seatport.sandbox.deviation.FaultState;
import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.exchange.Call;
import dev.seatport.sandbox.exchange.Endpoint;
import dev.seatport.sandbox.exchange.Routes;
import dev.seatport.sandbox.exchange.Routes.Match;
import dev.seatport.sandbox.fleet.Fleet;
import dev.seatport.sandbox.oauth.Grant;
import dev.seatport.sandbox.oauth.TokenLedger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * AvePoint's Elements API. It checks, in this order: an ordered failure of the next calls, the bearer, the path and method, the
 * scope, an ordered failure of the customer, the input. Every answer carries a {@code request-id}. Thread-safe.
 */
public final class AvePointApi implements Endpoint {
    private static final String READ_LICENSES = "elements.license.read.all";
    private static final String READ_CUSTOMERS = "elements.customers.read.all";
    private static final String READ_PARTNER_CUSTOMERS = "partner.customers.read.all";
    private static final String GENERAL = "/partner/external/v3/general/customers";

    /** The scopes that the documents name. */
    public static final Set<String> SCOPES = Set.of(READ_LICENSES, READ_CUSTOMERS, READ_PARTNER_CUSTOMERS);

    private final Routes<Operation> routes;
    private final TokenLedger tokens;
    private final FaultState faults;
    private final AtomicLong requests = new AtomicLong();

    /** An API that reports the fleet to holders of tokens from the ledger. */
    public AvePointApi(Fleet fleet, TokenLedger tokens, FaultState faults) {
        this.tokens = tokens;
        this.faults = faults;
        this.routes = routes(new Customers(fleet, faults), new Seats(fleet, faults));
    }

    @Override
    public Answer answer(Call call) {
        return checked(call).with("request-id", "rq-" + requests.incrementAndGet());
    }

    @Override
    public Answer failure(int status) {
        return Errors.ordered(status, null).with("request-id", "rq-" + requests.incrementAndGet());
    }

    private static Routes<Operation> routes(Customers customers, Seats seats) {
        return Routes.<Operation>none()
                .and(
                        "POST",
                        GENERAL + "/{customerId}/3rd-party-products/type/{type}/tenants/batch",
                        new Operation(READ_LICENSES, (call, path) -> seats.ofTenants(call, path.get(0), path.get(1))))
                .and(
                        "GET",
                        GENERAL + "/{customerId}/avpt-products/type/{productType}/overview",
                        new Operation(READ_LICENSES, (call, path) -> seats.ofProduct(path.get(0), path.get(1))))
                .and("POST", GENERAL + "/batch", new Operation(READ_CUSTOMERS, (call, path) -> customers.batch(call)))
                .and(
                        "GET",
                        "/partner/customers",
                        new Operation(READ_PARTNER_CUSTOMERS, (call, path) -> customers.list()))
                .and(
                        "GET",
                        "/partner/customers/{id}",
                        new Operation(READ_PARTNER_CUSTOMERS, (call, path) -> customers.one(path.get(0))));
    }

    private Answer checked(Call call) {
        OptionalInt ordered = faults.takeFailure();
        if (ordered.isPresent()) {
            return Errors.ordered(ordered.getAsInt(), faults.retryAfter());
        }
        Optional<Grant> grant = tokens.grantOf(call.bearer());
        if (grant.isEmpty()) {
            return Errors.unauthorized();
        }
        Match<Operation> match = routes.find(call);
        if (match instanceof Match.Found<Operation> found) {
            return authorised(call, found.operation(), found.variables(), grant.get());
        }
        return match instanceof Match.WrongMethod<Operation> wrong
                ? Errors.wrongMethod(wrong.allowed())
                : Errors.unknownPath();
    }

    private Answer authorised(Call call, Operation operation, List<String> variables, Grant grant) {
        if (!grant.scopes().contains(operation.scope())) {
            return Errors.forbidden(operation.scope());
        }
        OptionalInt ordered = variables.isEmpty() ? OptionalInt.empty() : faults.failureOf(variables.get(0));
        if (ordered.isPresent()) {
            return Errors.ordered(ordered.getAsInt(), faults.retryAfter());
        }
        try {
            return operation.handler().answer(call, variables);
        } catch (BadInput badInput) {
            return Errors.badInput(String.valueOf(badInput.getMessage()));
        }
    }
}
