package dev.seatport.c3;

import dev.seatport.c3.internal.customers.C3Customers;
import dev.seatport.c3.internal.licenses.C3Licenses;
import dev.seatport.c3.internal.transport.C3Protocol;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.TokenInfo;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * C3 (CSP Control Center) behind the ports: customers and license consumption. Thread-safe; the ports it hands out share one
 * connection pool, one token and one limit of calls at once, and deliver on an event loop of the given Vert.x.
 */
public final class C3 implements AutoCloseable {
    /** The vendor's name in ids, settings and reports. */
    public static final Vendor VENDOR = C3Protocol.VENDOR;

    private final VendorClient client;
    private final CustomerDirectory customers;
    private final LicenseConsumptionSource licenses;

    private C3(Vertx vertx, C3Options options) {
        this.client = VendorClient.create(vertx, options.client());
        this.customers = new C3Customers(client);
        this.licenses = new C3Licenses(client);
    }

    /**
     * Connects. Sends nothing until a port is asked.
     *
     * @param vertx stays the caller's to close
     */
    public static C3 connect(Vertx vertx, C3Options options) {
        return new C3(vertx, options);
    }

    public CustomerDirectory customers() {
        return customers;
    }

    public LicenseConsumptionSource licenses() {
        return licenses;
    }

    /** What C3 is asked behind the ports; its tokens carry all permissions. */
    public List<VendorOperation> operations() {
        return List.of(C3Customers.ALL, C3Customers.ONE, C3Licenses.OPERATION);
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
