package com.example.initech;

import com.example.initech.internal.licenses.InitechLicenses;
import com.example.initech.internal.transport.InitechResponseConventions;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.VendorClient;
import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.TokenUrl;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import io.vertx.core.Vertx;
import java.net.URI;

/** Adapter for Initech: licenses. Thread-safe. All tenants share one connection pool and one limit of concurrent calls. */
public final class Initech implements AutoCloseable {
    /** Initech's name in ids, settings and reports. */
    public static final Vendor VENDOR = InitechResponseConventions.VENDOR;

    private final VendorClient client;

    private Initech(VendorClient client) {
        this.client = client;
    }

    /**
     * Creates the adapter. Sends no request before a port is called. Must be closed.
     *
     * @param vertx the caller closes it, after this adapter
     * @param baseUrl base URL of the API; https, or http to a loopback host
     */
    public static Initech connect(Vertx vertx, URI baseUrl, String clientId, Secret clientSecret) {
        // begin: audience-options
        VendorClientOptions options = VendorClientOptions.builder(
                        VENDOR,
                        baseUrl,
                        TokenUrl.perAudience(baseUrl, "/token"),
                        Credentials.clientSecret(clientId, clientSecret))
                .errorBodyParser(InitechResponseConventions.errorBodyParser())
                .build();
        // end: audience-options
        return new Initech(VendorClient.create(vertx, options));
    }

    public LicenseConsumptionSource licenses() {
        return new InitechLicenses(client);
    }

    /** Rejects new calls. Calls in flight have ten seconds to finish. Does not block. Further calls have no effect. */
    @Override
    public void close() {
        client.close();
    }
}
