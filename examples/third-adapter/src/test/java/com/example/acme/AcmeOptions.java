package com.example.acme;

import com.example.acme.internal.transport.AcmeProtocol;
import dev.seatport.http.ClientOptionsBuilder;
import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import java.net.URI;
import java.util.Objects;

/** How to reach Acme, and as whom. Immutable. */
public final class AcmeOptions {
    private final VendorClientOptions client;

    private AcmeOptions(VendorClientOptions client) {
        this.client = client;
    }

    /**
     * Begins with what has no default.
     *
     * @param baseUrl https, or http to the loopback host
     */
    public static Builder builder(URI baseUrl, String clientId, Secret clientSecret) {
        return new Builder(baseUrl, Credentials.clientSecret(clientId, clientSecret));
    }

    VendorClientOptions client() {
        return client;
    }

    /** Collects options; what is not set keeps its default. */
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
         * Makes the options.
         *
         * @throws IllegalArgumentException if the URL cannot be used
         */
        public AcmeOptions build() {
            return new AcmeOptions(
                    VendorClientOptions.builder(Acme.VENDOR, baseUrl, baseUrl.resolve("/token"), credentials)
                            .shared(this)
                            .errorBodyParser(AcmeProtocol.errorBodyParser())
                            .correlationHeader(AcmeProtocol.TRACE)
                            .build());
        }
    }
}
