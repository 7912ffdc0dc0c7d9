package com.example.acme;

import com.example.acme.internal.customers.AcmeCustomers;
import com.example.acme.internal.tenantseats.AcmeTenantSeats;
import com.example.acme.internal.transport.AcmeProtocol;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.VendorClient;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.seats.TenantSeatSource;
import io.vertx.core.Vertx;

// begin: entry
/**
 * Acme behind the ports. Thread-safe; the ports it hands out share one connection pool, one token and one limit of calls at
 * once, and deliver on an event loop of the given Vert.x.
 */
public final class Acme implements AutoCloseable {
    /** The vendor's name in ids, settings and reports. */
    public static final Vendor VENDOR = AcmeProtocol.VENDOR;

    private final VendorClient client;
    private final CustomerDirectory customers;
    private final TenantSeatSource tenantSeats;

    private Acme(VendorClient client) {
        this.client = client;
        this.customers = new AcmeCustomers(client);
        this.tenantSeats = new AcmeTenantSeats(client);
    }

    /**
     * Connects. Sends nothing until a port is asked.
     *
     * @param vertx stays the caller's to close
     */
    public static Acme connect(Vertx vertx, AcmeOptions options) {
        return new Acme(VendorClient.create(vertx, options.client()));
    }

    public CustomerDirectory customers() {
        return customers;
    }

    public TenantSeatSource tenantSeats() {
        return tenantSeats;
    }

    /** Refuses new calls from now on; those under way have ten seconds to finish. Does not block; may be called again. */
    @Override
    public void close() {
        client.close();
    }
}
// end: entry
