package com.example.acme;

import com.example.acme.internal.transport.AcmeResponseConventions;
import dev.seatport.http.ClientOptionsBuilder;
import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import java.net.URI;
import java.util.Objects;

/** Options of the Acme adapter: base URL, credentials and client limits. Immutable. */
public final class AcmeOptions {
    private final VendorClientOptions client;

    private AcmeOptions(VendorClientOptions client) {
        this.client = client;
    }

    /**
     * Starts a builder with the required options.
     *
     * @param baseUrl base URL of the API; https, or http to a loopback host
     * @throws IllegalArgumentException if the client id is empty
     */
    public static Builder builder(URI baseUrl, String clientId, Secret clientSecret) {
        return new Builder(baseUrl, Credentials.clientSecret(clientId, clientSecret));
    }

    VendorClientOptions client() {
        return client;
    }

    /** Builder of {@link AcmeOptions}. Options that are not set keep their defaults. Not thread-safe. */
    public static final class Builder extends ClientOptionsBuilder<Builder> {
        private final URI baseUrl;
        private final Credentials credentials;

        private Builder(URI baseUrl, Credentials credentials) {
            this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
            this.credentials = credentials;
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Builds the options.
         *
         * @throws IllegalArgumentException if the URL or the request timeout is invalid
         */
        public AcmeOptions build() {
            return new AcmeOptions(
                    VendorClientOptions.builder(Acme.VENDOR, baseUrl, baseUrl.resolve("/token"), credentials)
                            .commonOptions(this)
                            .errorBodyParser(AcmeResponseConventions.errorBodyParser())
                            .correlationHeader(AcmeResponseConventions.TRACE_HEADER)
                            .build());
        }
    }
}
