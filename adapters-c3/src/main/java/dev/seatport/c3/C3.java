package dev.seatport.c3;

import dev.seatport.c3.internal.customers.C3Customers;
import dev.seatport.c3.internal.licenses.C3Licenses;
import dev.seatport.c3.internal.transport.C3ResponseConventions;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.TokenMetadata;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Adapter for C3 (CSP Control Center): customers and license consumption. Thread-safe. Its ports share one connection pool, one
 * token and one limit of concurrent calls. They deliver on an event loop of the given Vert.x, unless the options
 * name another executor.
 */
public final class C3 implements AutoCloseable {
    /** C3's name in ids, settings and reports. */
    public static final Vendor VENDOR = C3ResponseConventions.VENDOR;

    private final VendorClient client;
    private final CustomerDirectory customers;
    private final LicenseConsumptionSource licenses;

    private C3(Vertx vertx, C3Options options) {
        this.client = VendorClient.create(vertx, options.client());
        this.customers = new C3Customers(client);
        this.licenses = new C3Licenses(client);
    }

    /**
     * Creates the adapter. Sends no request before a port is called. Must be closed.
     *
     * @param vertx the caller closes it, after this adapter
     */
    public static C3 connect(Vertx vertx, C3Options options) {
        return new C3(vertx, options);
    }

    /** Returns the customer directory. Thread-safe. */
    public CustomerDirectory customers() {
        return customers;
    }

    /** Returns the source of license consumption. Thread-safe. */
    public LicenseConsumptionSource licenses() {
        return licenses;
    }

    /** Returns the operations that the ports send. They have no scopes, because a C3 token carries all permissions. */
    public List<VendorOperation> operations() {
        return List.of(C3Customers.ALL, C3Customers.ONE, C3Licenses.OPERATION);
    }

    /** Acquires a token for an operation; see {@link VendorClient#acquireToken}. */
    public CompletionStage<TokenMetadata> acquireToken(VendorOperation operation) {
        return client.acquireToken(operation);
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
