package dev.seatport.graph;

import dev.seatport.domain.tenant.TenantId;
import dev.seatport.graph.internal.transport.GraphResponseConventions;
import dev.seatport.http.ClientOptionsBuilder;
import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.SigningCertificate;
import dev.seatport.http.spi.TokenUrl;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Options of the Graph adapter: partner tenant, credentials, cloud and client limits. Immutable. */
public final class GraphOptions {
    private static final String TOKEN_PATH = "/oauth2/v2.0/token";

    private final TenantId partnerTenant;
    private final VendorClientOptions client;

    private GraphOptions(Builder builder) {
        this.partnerTenant = builder.partnerTenant;
        this.client = builder.clientOptions();
    }

    /**
     * Starts a builder with the required options, for an app registration with a client secret.
     *
     * @param partnerTenant id of the partner's tenant, a GUID. Its contracts are the customers, and its subscriptions count as
     *     purchased
     * @param clientId client id of the multi-tenant app registration
     * @param clientSecret client secret of the app registration
     * @throws IllegalArgumentException if the tenant is not a GUID or the empty one, or the client id is empty
     */
    public static Builder builder(String partnerTenant, String clientId, Secret clientSecret) {
        return new Builder(partnerTenant, Credentials.clientSecret(clientId, clientSecret));
    }

    /**
     * Starts a builder with the required options, for an app registration with a certificate.
     *
     * @param partnerTenant id of the partner's tenant, a GUID. Its contracts are the customers, and its subscriptions count as
     *     purchased
     * @param clientId client id of the multi-tenant app registration
     * @param certificate the registered certificate and its private key
     * @throws IllegalArgumentException if the tenant is not a GUID or the empty one, or the client id is empty
     */
    public static Builder builder(String partnerTenant, String clientId, SigningCertificate certificate) {
        return new Builder(partnerTenant, Credentials.certificate(clientId, certificate));
    }

    TenantId partnerTenant() {
        return partnerTenant;
    }

    VendorClientOptions client() {
        return client;
    }

    /** Builder of {@link GraphOptions}. Options that are not set keep their defaults. Not thread-safe. */
    public static final class Builder extends ClientOptionsBuilder<Builder> {
        private final TenantId partnerTenant;
        private final Credentials credentials;
        private GraphEnvironment environment = GraphEnvironment.GLOBAL;
        private @Nullable URI baseUrl;
        private @Nullable URI loginUrl;

        private Builder(String partnerTenant, Credentials credentials) {
            // A domain name or the empty GUID would never equal the owner of a subscription. All purchased counts would
            // be 0.
            if (!GraphResponseConventions.isTenantId(partnerTenant)) {
                throw new IllegalArgumentException(
                        "the partner tenant must be the id of a tenant, a GUID with dashes such as"
                                + " 00000000-0000-0000-0000-000000000001");
            }
            this.partnerTenant = new TenantId(partnerTenant);
            this.credentials = credentials;
        }

        /** Sets the national cloud, which gives hosts and scope. Default: {@link GraphEnvironment#GLOBAL}. */
        public Builder environment(GraphEnvironment value) {
            this.environment = Objects.requireNonNull(value, "environment");
            return this;
        }

        /** Overrides the base URL of the environment. Must be https, or http to a loopback host. */
        public Builder baseUrl(URI url) {
            this.baseUrl = Objects.requireNonNull(url, "baseUrl");
            return this;
        }

        /**
         * Overrides the base URL of the token endpoints. The client appends {@code /{tenant}/oauth2/v2.0/token}. Must be https, or
         * http to a loopback host.
         */
        public Builder loginUrl(URI url) {
            this.loginUrl = Objects.requireNonNull(url, "loginUrl");
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
        public GraphOptions build() {
            return new GraphOptions(this);
        }

        private VendorClientOptions clientOptions() {
            return VendorClientOptions.builder(
                            Graph.VENDOR,
                            baseUrl == null ? environment.baseUrl() : baseUrl,
                            TokenUrl.perAudience(loginUrl == null ? environment.loginUrl() : loginUrl, TOKEN_PATH),
                            credentials.withParameter("scope", environment.scope()))
                    .commonOptions(this)
                    .errorBodyParser(GraphResponseConventions.errorBodyParser())
                    .rateLimitParser(GraphResponseConventions.rateLimitParser())
                    .correlationHeader("request-id")
                    .build();
        }
    }
}
