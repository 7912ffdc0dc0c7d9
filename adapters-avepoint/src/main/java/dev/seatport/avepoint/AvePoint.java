package dev.seatport.avepoint;

import dev.seatport.avepoint.internal.customers.AvePointCustomers;
import dev.seatport.avepoint.internal.productseats.AvePointProductSeats;
import dev.seatport.avepoint.internal.productseats.AvePointProducts;
import dev.seatport.avepoint.internal.tenantseats.AvePointTenantSeats;
import dev.seatport.avepoint.internal.transport.AvePointProtocol;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.TokenInfo;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.seats.ProductCatalogue;
import dev.seatport.ports.seats.ProductSeatSource;
import dev.seatport.ports.seats.TenantSeatSource;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * AvePoint Elements behind the ports: customers, tenant seats and product seats. Thread-safe; the ports it hands out share one
 * connection pool, one token per scope and one limit of calls at once, and deliver on an event loop of the given Vert.x.
 */
public final class AvePoint implements AutoCloseable {
    /** The vendor's name in ids, settings and reports. */
    public static final Vendor VENDOR = AvePointProtocol.VENDOR;

    private final VendorClient client;
    private final List<VendorOperation> operations;
    private final CustomerDirectory customers;
    private final TenantSeatSource tenantSeats;
    private final ProductSeatSource productSeats;

    private AvePoint(Vertx vertx, AvePointOptions options) {
        boolean older = options.api() == AvePointApiVersion.OLDER;
        this.client = VendorClient.create(vertx, options.client());
        this.operations = List.of(
                older ? AvePointCustomers.OLDER : AvePointCustomers.CURRENT,
                AvePointCustomers.SPECIFIC,
                AvePointTenantSeats.OPERATION,
                AvePointProductSeats.OPERATION);
        this.customers = older ? AvePointCustomers.older(client) : AvePointCustomers.current(client);
        this.tenantSeats = older ? AvePointTenantSeats.older(client) : AvePointTenantSeats.current(client);
        this.productSeats = new AvePointProductSeats(client);
    }

    /**
     * Connects. Sends nothing until a port is asked.
     *
     * @param vertx stays the caller's to close
     */
    public static AvePoint connect(Vertx vertx, AvePointOptions options) {
        return new AvePoint(vertx, options);
    }

    /** The products that AvePoint documents. Needs no connection. */
    public static ProductCatalogue catalogue() {
        return AvePointProducts.CATALOGUE;
    }

    public CustomerDirectory customers() {
        return customers;
    }

    public TenantSeatSource tenantSeats() {
        return tenantSeats;
    }

    public ProductSeatSource productSeats() {
        return productSeats;
    }

    /** What AvePoint is asked behind the ports, with the scope that each operation needs. */
    public List<VendorOperation> operations() {
        return operations;
    }

    /** Sees to it that there is a token for an operation; see {@link VendorClient#access}. */
    public CompletionStage<TokenInfo> access(VendorOperation vendorOperation) {
        return client.access(vendorOperation);
    }

    /** Refuses new calls from now on; those under way have ten seconds to finish. Does not block; may be called again. */
    @Override
    public void close() {
        client.close();
    }
}
