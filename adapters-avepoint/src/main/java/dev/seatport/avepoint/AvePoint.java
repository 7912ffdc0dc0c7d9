package dev.seatport.avepoint;

import dev.seatport.avepoint.internal.customers.AvePointCustomers;
import dev.seatport.avepoint.internal.productseats.AvePointProducts;
import dev.seatport.avepoint.internal.productseats.AvePointPurchasedSeats;
import dev.seatport.avepoint.internal.tenantseats.AvePointTenantSeats;
import dev.seatport.avepoint.internal.transport.AvePointResponseConventions;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.TokenMetadata;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.seats.ProductCatalogue;
import dev.seatport.ports.seats.PurchasedSeatSource;
import dev.seatport.ports.seats.TenantSeatSource;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Adapter for AvePoint Elements: customers, tenant seats and product seats. Thread-safe. Its ports share one connection pool,
 * one token per scope and one limit of concurrent calls. They deliver on an event loop of the given Vert.x, unless the
 * options name another executor.
 */
public final class AvePoint implements AutoCloseable {
    /** AvePoint's name in ids, settings and reports. */
    public static final Vendor VENDOR = AvePointResponseConventions.VENDOR;

    private final VendorClient client;
    private final List<VendorOperation> operations;
    private final CustomerDirectory customers;
    private final TenantSeatSource tenantSeats;
    private final PurchasedSeatSource productSeats;

    private AvePoint(Vertx vertx, AvePointOptions options) {
        boolean older = options.api() == AvePointApiVersion.OLDER;
        this.client = VendorClient.create(vertx, options.client());
        this.operations = List.of(
                older ? AvePointCustomers.OLDER : AvePointCustomers.CURRENT,
                AvePointCustomers.ONE_CUSTOMER,
                AvePointTenantSeats.OPERATION,
                AvePointPurchasedSeats.OPERATION);
        this.customers = older ? AvePointCustomers.older(client) : AvePointCustomers.current(client);
        this.tenantSeats = older ? AvePointTenantSeats.older(client) : AvePointTenantSeats.current(client);
        this.productSeats = new AvePointPurchasedSeats(client);
    }

    /**
     * Creates the adapter. Sends no request before a port is called. Must be closed.
     *
     * @param vertx the caller closes it, after this adapter
     */
    public static AvePoint connect(Vertx vertx, AvePointOptions options) {
        return new AvePoint(vertx, options);
    }

    /** Returns the products that AvePoint documents. Sends no request. */
    public static ProductCatalogue catalogue() {
        return AvePointProducts.CATALOGUE;
    }

    /** Returns the customer directory. Thread-safe. */
    public CustomerDirectory customers() {
        return customers;
    }

    /** Returns the source of seats per tenant. Thread-safe. */
    public TenantSeatSource tenantSeats() {
        return tenantSeats;
    }

    /** Returns the source of purchased seats per product. Thread-safe. */
    public PurchasedSeatSource productSeats() {
        return productSeats;
    }

    /** Returns the operations that the ports send, each with the scope that its token needs. */
    public List<VendorOperation> operations() {
        return operations;
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
