package dev.seatport.graph;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.graph.internal.customers.GraphCustomers;
import dev.seatport.graph.internal.licenses.GraphLicenses;
import dev.seatport.graph.internal.transport.GraphResponseConventions;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.TokenMetadata;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Adapter for Microsoft Graph: customers and license consumption. Thread-safe. Each customer tenant has its own token. All tenants
 * share one connection pool, one rate limiter and one limit of concurrent calls. The ports deliver on an event loop of the given Vert.x,
 * unless the options name another executor.
 */
public final class Graph implements AutoCloseable {
    /** Graph's name in ids, settings and reports. */
    public static final Vendor VENDOR = GraphResponseConventions.VENDOR;

    private final VendorClient client;
    private final GraphCustomers customers;
    private final LicenseConsumptionSource licenses;

    private Graph(Vertx vertx, GraphOptions options) {
        this.client = VendorClient.create(vertx, options.client());
        this.customers = new GraphCustomers(client, options.partnerTenant());
        this.licenses = new GraphLicenses(client, options.partnerTenant());
    }

    /**
     * Creates the adapter. Sends no request before a port is called. Must be closed.
     *
     * @param vertx the caller closes it, after this adapter
     */
    public static Graph connect(Vertx vertx, GraphOptions options) {
        return new Graph(vertx, options);
    }

    /** Returns the customer directory. A customer is a tenant, and its id is the tenant id. Thread-safe. */
    public CustomerDirectory customers() {
        return customers;
    }

    /** Returns the source of license consumption. It lists a tenant only for the customer with the same id. Thread-safe. */
    public LicenseConsumptionSource licenses() {
        return licenses;
    }

    /** Returns the operations that the customer directory sends, with the partner's tenant as audience. */
    public List<VendorOperation> operations() {
        return customers.operations();
    }

    /** Acquires a token for an operation; see {@link VendorClient#acquireToken}. */
    public CompletionStage<TokenMetadata> acquireToken(VendorOperation operation) {
        return client.acquireToken(operation);
    }

    /**
     * Acquires a token for the licenses of a tenant.
     *
     * @return completes with the metadata of the token, or with a {@link dev.seatport.ports.failure.VendorException}: {@code
     *     PERMISSION_DENIED} if the tenant gave no consent, {@code NOT_FOUND} if there is no such tenant, {@code INVALID_REQUEST} if
     *     the id is not a GUID with dashes, or the empty one
     */
    public CompletionStage<TokenMetadata> acquireToken(TenantId tenant) {
        try {
            String id = GraphResponseConventions.requireTenantId(GraphLicenses.OPERATION, tenant.value());
            return client.acquireToken(GraphLicenses.OPERATION.forAudience(id));
        } catch (VendorException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Rejects new calls with {@code CLOSED}. Calls in flight have ten seconds to finish. Does not block. Further calls have no
     * effect.
     */
    @Override
    public void close() {
        client.close();
    }
}
