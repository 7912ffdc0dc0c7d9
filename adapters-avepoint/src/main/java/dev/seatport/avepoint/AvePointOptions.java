package dev.seatport.avepoint;

import dev.seatport.http.ClientOptionsBuilder;
import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.SigningCertificate;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Options of the AvePoint adapter: credentials, API version, hosts and client limits. Immutable. */
public final class AvePointOptions {
    private final AvePointApiVersion api;
    private final VendorClientOptions client;

    private AvePointOptions(Builder builder) {
        this.api = builder.api;
        this.client = builder.clientOptions();
    }

    /**
     * Starts a builder with the required options, for an app registration with a client secret.
     *
     * @param clientId client id of the app registration in Elements
     * @param clientSecret client secret of the app registration
     * @throws IllegalArgumentException if the client id is empty
     */
    public static Builder builder(String clientId, Secret clientSecret) {
        return new Builder(Credentials.clientSecret(clientId, clientSecret));
    }

    /**
     * Starts a builder with the required options, for an app registration with a certificate. The vendor recommends certificates.
     *
     * @param clientId client id of the app registration in Elements
     * @param certificate the registered certificate and its private key
     * @throws IllegalArgumentException if the client id is empty
     */
    public static Builder builder(String clientId, SigningCertificate certificate) {
        return new Builder(Credentials.certificate(clientId, certificate));
    }

    AvePointApiVersion api() {
        return api;
    }

    VendorClientOptions client() {
        return client;
    }

    /** Builder of {@link AvePointOptions}. Options that are not set keep their defaults. Not thread-safe. */
    public static final class Builder extends ClientOptionsBuilder<Builder> {
        private final Credentials credentials;
        private AvePointApiVersion api = AvePointApiVersion.CURRENT;
        private AvePointEnvironment environment = AvePointEnvironment.COMMERCIAL;
        private @Nullable URI baseUrl;
        private @Nullable URI tokenUrl;

        private Builder(Credentials credentials) {
            this.credentials = credentials;
        }

        /** Sets the API version of requests. Default: {@link AvePointApiVersion#CURRENT}. */
        public Builder api(AvePointApiVersion version) {
            this.api = Objects.requireNonNull(version, "api");
            return this;
        }

        /** Sets the environment, which gives the hosts. Default: {@link AvePointEnvironment#COMMERCIAL}. */
        public Builder environment(AvePointEnvironment value) {
            this.environment = Objects.requireNonNull(value, "environment");
            return this;
        }

        /** Overrides the base URL of the environment. Must be https, or http to a loopback host. */
        public Builder baseUrl(URI url) {
            this.baseUrl = Objects.requireNonNull(url, "baseUrl");
            return this;
        }

        /** Overrides the token endpoint of the environment. Must be https, or http to a loopback host. */
        public Builder tokenUrl(URI url) {
            this.tokenUrl = Objects.requireNonNull(url, "tokenUrl");
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Builds the options.
         *
         * @throws IllegalArgumentException if a URL or the request timeout is invalid
         */
        public AvePointOptions build() {
            return new AvePointOptions(this);
        }

        private VendorClientOptions clientOptions() {
            return VendorClientOptions.builder(
                            AvePoint.VENDOR,
                            baseUrl == null ? environment.baseUrl() : baseUrl,
                            tokenUrl == null ? environment.tokenUrl() : tokenUrl,
                            credentials)
                    .commonOptions(this)
                    .correlationHeader("request-id")
                    .build();
        }
    }
}
