package dev.seatport.avepoint;

import dev.seatport.http.ClientOptionsBuilder;
import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.SigningCertificate;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How to reach AvePoint Elements, and as whom. Immutable. */
public final class AvePointOptions {
    private final AvePointApiVersion api;
    private final VendorClientOptions client;

    private AvePointOptions(Builder builder) {
        this.api = builder.api;
        this.client = builder.clientOptions();
    }

    /**
     * Begins with what has no default.
     *
     * @param clientId of the app registration in Elements
     * @param clientSecret its secret
     */
    public static Builder builder(String clientId, Secret clientSecret) {
        return new Builder(Credentials.clientSecret(clientId, clientSecret));
    }

    /**
     * Begins with what has no default, for an app registration that proves itself with a certificate (the vendor recommends it).
     *
     * @param clientId of the app registration in Elements
     * @param certificate what is registered there, with its key
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

    /** Collects options; what is not set keeps its default. */
    public static final class Builder extends ClientOptionsBuilder<Builder> {
        private final Credentials credentials;
        private AvePointApiVersion api = AvePointApiVersion.CURRENT;
        private AvePointEnvironment environment = AvePointEnvironment.COMMERCIAL;
        private @Nullable URI baseUrl;
        private @Nullable URI tokenUrl;

        private Builder(Credentials credentials) {
            this.credentials = credentials;
        }

        /** Which documents to go by. Default: {@link AvePointApiVersion#CURRENT}. */
        public Builder api(AvePointApiVersion generation) {
            this.api = Objects.requireNonNull(generation, "api");
            return this;
        }

        /** Whose hosts to talk to. Default: {@link AvePointEnvironment#COMMERCIAL}. */
        public Builder environment(AvePointEnvironment where) {
            this.environment = Objects.requireNonNull(where, "environment");
            return this;
        }

        /** Overrides the environment's API host; https, or http to the loopback host. */
        public Builder baseUrl(URI url) {
            this.baseUrl = Objects.requireNonNull(url, "baseUrl");
            return this;
        }

        /** Overrides the environment's token endpoint; https, or http to the loopback host. */
        public Builder tokenUrl(URI url) {
            this.tokenUrl = Objects.requireNonNull(url, "tokenUrl");
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Makes the options.
         *
         * @throws IllegalArgumentException if a URL or the timeout cannot be used
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
                    .shared(this)
                    .correlationHeader("request-id")
                    .build();
        }
    }
}
