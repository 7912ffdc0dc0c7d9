package dev.seatport.c3;

import dev.seatport.c3.internal.transport.C3Protocol;
import dev.seatport.http.ClientOptionsBuilder;
import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How to reach C3, and as whom. Every partner has a host of their own, so there is no default for it. Immutable. */
public final class C3Options {
    /** The token endpoint of the directory that C3 names in its documents (Azure AD, version 1). */
    public static final URI TOKEN_URL =
            URI.create("https://login.microsoftonline.com/08e91d7e-4f3f-49a0-8973-8b2547341ec7/oauth2/token");

    private final VendorClientOptions client;

    private C3Options(Builder builder) {
        this.client = builder.clientOptions();
    }

    /**
     * Begins with what has no default.
     *
     * @param baseUrl the partner's host; https, or http to the loopback host
     * @param clientId given out by C3
     * @param clientSecret given out by C3
     * @param resource given out by C3 with the credentials
     */
    public static Builder builder(URI baseUrl, String clientId, Secret clientSecret, String resource) {
        return new Builder(
                baseUrl, Credentials.clientSecret(clientId, clientSecret).with("resource", resource));
    }

    VendorClientOptions client() {
        return client;
    }

    /** Collects options; what is not set keeps its default. */
    public static final class Builder extends ClientOptionsBuilder<Builder> {
        private final URI baseUrl;
        private final Credentials credentials;
        private @Nullable String scope;
        private URI tokenUrl = TOKEN_URL;

        private Builder(URI baseUrl, Credentials credentials) {
            this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
            this.credentials = credentials;
        }

        /** The scope, if C3 gave one out with the credentials. Default: none is sent. */
        public Builder scope(String given) {
            this.scope = Objects.requireNonNull(given, "scope");
            return this;
        }

        /** Overrides the token endpoint; https, or http to the loopback host. Default: {@link #TOKEN_URL}. */
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
        public C3Options build() {
            return new C3Options(this);
        }

        private VendorClientOptions clientOptions() {
            Credentials all = scope == null ? credentials : credentials.with("scope", scope);
            return VendorClientOptions.builder(C3.VENDOR, baseUrl, tokenUrl, all)
                    .shared(this)
                    .errorBodyParser(C3Protocol.errorBodyParser())
                    .build();
        }
    }
}
