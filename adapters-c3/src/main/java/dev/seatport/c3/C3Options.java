package dev.seatport.c3;

import dev.seatport.c3.internal.transport.C3ResponseConventions;
import dev.seatport.http.ClientOptionsBuilder;
import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Options of the C3 adapter: base URL, credentials and client limits. The base URL has no default, because each partner has its
 * own. Immutable.
 */
public final class C3Options {
    /** Default token endpoint: that of the directory in C3's documents (Azure AD, version 1). */
    public static final URI TOKEN_URL =
            URI.create("https://login.microsoftonline.com/08e91d7e-4f3f-49a0-8973-8b2547341ec7/oauth2/token");

    private final VendorClientOptions client;

    private C3Options(Builder builder) {
        this.client = builder.clientOptions();
    }

    /**
     * Starts a builder with the required options.
     *
     * @param baseUrl base URL of the partner; https, or http to a loopback host
     * @param clientId client id that C3 issued
     * @param clientSecret client secret that C3 issued
     * @param resource resource that C3 issued with the credentials
     * @throws IllegalArgumentException if the client id is empty
     */
    public static Builder builder(URI baseUrl, String clientId, Secret clientSecret, String resource) {
        return new Builder(
                baseUrl, Credentials.clientSecret(clientId, clientSecret).withParameter("resource", resource));
    }

    VendorClientOptions client() {
        return client;
    }

    /** Builder of {@link C3Options}. Options that are not set keep their defaults. Not thread-safe. */
    public static final class Builder extends ClientOptionsBuilder<Builder> {
        private final URI baseUrl;
        private final Credentials credentials;
        private @Nullable String scope;
        private URI tokenUrl = TOKEN_URL;

        private Builder(URI baseUrl, Credentials credentials) {
            this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
            this.credentials = credentials;
        }

        /** Sets the scope, if C3 issued one with the credentials. Default: token requests have no scope. */
        public Builder scope(String value) {
            this.scope = Objects.requireNonNull(value, "scope");
            return this;
        }

        /** Overrides the token endpoint. Must be https, or http to a loopback host. Default: {@link #TOKEN_URL}. */
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
        public C3Options build() {
            return new C3Options(this);
        }

        private VendorClientOptions clientOptions() {
            Credentials scoped = scope == null ? credentials : credentials.withParameter("scope", scope);
            return VendorClientOptions.builder(C3.VENDOR, baseUrl, tokenUrl, scoped)
                    .commonOptions(this)
                    .errorBodyParser(C3ResponseConventions.errorBodyParser())
                    .build();
        }
    }
}
