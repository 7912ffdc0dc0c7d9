package com.example.acme;

import com.example.acme.internal.customers.AcmeCustomers;
import com.example.acme.internal.tenantseats.AcmeTenantSeats;
import com.example.acme.internal.transport.AcmeResponseConventions;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.VendorClient;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.seats.TenantSeatSource;
import io.vertx.core.Vertx;

// begin: entry
/**
 * Adapter for Acme: customers and tenant seats. Thread-safe. Its ports share one connection pool, one token and one limit of
 * concurrent calls. They deliver on an event loop of the given Vert.x, unless the options name another executor.
 */
public final class Acme implements AutoCloseable {
    /** Acme's name in ids, settings and reports. */
    public static final Vendor VENDOR = AcmeResponseConventions.VENDOR;

    private final VendorClient client;
    private final CustomerDirectory customers;
    private final TenantSeatSource tenantSeats;

    private Acme(VendorClient client) {
        this.client = client;
        this.customers = new AcmeCustomers(client);
        this.tenantSeats = new AcmeTenantSeats(client);
    }

    /**
     * Creates the adapter. Sends no request before a port is called. Must be closed.
     *
     * @param vertx the caller closes it, after this adapter
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

    /** Rejects new calls. Calls in flight have ten seconds to finish. Does not block. Further calls have no effect. */
    @Override
    public void close() {
        client.close();
    }
}
// end: entry
