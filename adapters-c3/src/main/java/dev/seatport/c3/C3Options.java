package dev.seatport.c3;

import dev.seatport.c3.internal.transport.C3Wire;
import dev.seatport.http.CallLimits;
import dev.seatport.http.Credentials;
import dev.seatport.http.HttpProxy;
import dev.seatport.http.Secret;
import dev.seatport.http.VendorClientOptions;
import dev.seatport.ports.watch.VendorWatcher;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Executor;
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
    public static final class Builder {
        private final URI baseUrl;
        private final Credentials credentials;
        private @Nullable String scope;
        private URI tokenUrl = TOKEN_URL;
        private CallLimits limits = CallLimits.defaults();
        private @Nullable HttpProxy proxy;
        private @Nullable Path extraCertificates;
        private @Nullable Executor executor;
        private VendorWatcher watcher = VendorWatcher.none();
        private InstantSource clock = InstantSource.system();

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

        /** How long one request may take, to the end of its answer. Default: 60 s. */
        public Builder requestTimeout(Duration timeout) {
            this.limits = limits.toBuilder().request(timeout).build();
            return this;
        }

        /** What calls may take: time, size, tries, and how many at once. Default: {@link CallLimits#defaults()}. */
        public Builder limits(CallLimits all) {
            this.limits = Objects.requireNonNull(all, "limits");
            return this;
        }

        /** An HTTP proxy on the way that wants no login; never on the way to the loopback host. Default: none. */
        public Builder proxy(InetSocketAddress address) {
            return proxy(HttpProxy.of(address));
        }

        /** An HTTP proxy on the way, with a login if it wants one; never on the way to the loopback host. Default: none. */
        public Builder proxy(HttpProxy way) {
            this.proxy = Objects.requireNonNull(way, "proxy");
            return this;
        }

        /** A PEM file of certificate authorities that are trusted beside those that Java trusts. Default: none. */
        public Builder extraCertificates(Path pem) {
            this.extraCertificates = Objects.requireNonNull(pem, "extraCertificates");
            return this;
        }

        /** Where results are delivered. Default: on the client's event loop. */
        public Builder executor(Executor signals) {
            this.executor = Objects.requireNonNull(signals, "executor");
            return this;
        }

        /** Who is told of calls and drift. Default: nobody. */
        public Builder watcher(VendorWatcher told) {
            this.watcher = Objects.requireNonNull(told, "watcher");
            return this;
        }

        /** What dates provenance and token lives. Default: the system's clock. */
        public Builder clock(InstantSource source) {
            this.clock = Objects.requireNonNull(source, "clock");
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
            VendorClientOptions.Builder client = VendorClientOptions.builder(C3.VENDOR, baseUrl, tokenUrl, all)
                    .limits(limits)
                    .failureReader(C3Wire.failureReader())
                    .watcher(watcher)
                    .clock(clock);
            if (proxy != null) {
                client.proxy(proxy);
            }
            if (extraCertificates != null) {
                client.extraCertificates(extraCertificates);
            }
            if (executor != null) {
                client.executor(executor);
            }
            return client.build();
        }
    }
}
