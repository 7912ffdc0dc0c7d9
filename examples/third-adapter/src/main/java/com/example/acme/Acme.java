package com.example.acme;

import com.example.acme.internal.customers.AcmeCustomers;
import com.example.acme.internal.licenses.AcmeLicenses;
import com.example.acme.internal.transport.AcmeResponseConventions;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.VendorClient;
import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.TokenMetadata;
import dev.seatport.http.spi.TokenUrl;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionStage;

// begin: entry
/** Adapter for Acme. Thread-safe. Its ports share one connection pool, one cache of tokens and one rate limiter. */
public final class Acme implements AutoCloseable {
    /** Acme's name in ids, settings and reports. */
    public static final Vendor VENDOR = AcmeResponseConventions.VENDOR;

    private final VendorClient client;
    private final AcmeCustomers customers;

    private Acme(VendorClient client, TenantId partner) {
        this.client = client;
        this.customers = new AcmeCustomers(client, partner);
    }

    /** Starts the options of {@link #connect}. Limits, proxy, certificates, executor and listener have defaults. */
    public static VendorClientOptions.Builder options(URI baseUrl, Credentials credentials) {
        return VendorClientOptions.builder(VENDOR, baseUrl, TokenUrl.perAudience(baseUrl, "/token"), credentials)
                .errorBodyParser(AcmeResponseConventions.errorBodyParser())
                .rateLimitParser(AcmeResponseConventions::rateLimit)
                .correlationHeader("X-Acme-Trace");
    }

    /**
     * Creates the adapter. Sends no request before a port is called. Must be closed.
     *
     * @param vertx the caller closes it, after this adapter
     * @param partner the partner's own tenant, whose token lists the customers
     */
    public static Acme connect(Vertx vertx, TenantId partner, VendorClientOptions options) {
        return new Acme(VendorClient.create(vertx, options), partner);
    }

    public CustomerDirectory customers() {
        return customers;
    }

    public LicenseConsumptionSource licenses() {
        return new AcmeLicenses(client);
    }

    /** Returns the operations of the customer directory, for a health check. */
    public List<VendorOperation> operations() {
        return customers.operations();
    }

    /** Acquires a token for an operation; see {@link VendorClient#acquireToken}. */
    public CompletionStage<TokenMetadata> acquireToken(VendorOperation operation) {
        return client.acquireToken(operation);
    }

    /** Rejects new calls. Calls in flight have ten seconds to finish. Does not block. Further calls have no effect. */
    @Override
    public void close() {
        client.close();
    }
}
// end: entry
