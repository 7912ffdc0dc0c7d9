package dev.seatport.avepoint;

import dev.seatport.http.CallLimits;
import dev.seatport.http.Credentials;
import dev.seatport.http.HttpProxy;
import dev.seatport.http.Secret;
import dev.seatport.http.SigningCertificate;
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

/** How to reach AvePoint Elements, and as whom. Immutable. */
public final class AvePointOptions {
    private final AvePointApi api;
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

    AvePointApi api() {
        return api;
    }

    VendorClientOptions client() {
        return client;
    }

    /** Collects options; what is not set keeps its default. */
    public static final class Builder {
        private final Credentials credentials;
        private AvePointApi api = AvePointApi.CURRENT;
        private AvePointEnvironment environment = AvePointEnvironment.COMMERCIAL;
        private @Nullable URI baseUrl;
        private @Nullable URI tokenUrl;
        private CallLimits limits = CallLimits.defaults();
        private @Nullable HttpProxy proxy;
        private @Nullable Path extraCertificates;
        private @Nullable Executor executor;
        private VendorWatcher watcher = VendorWatcher.none();
        private InstantSource clock = InstantSource.system();

        private Builder(Credentials credentials) {
            this.credentials = credentials;
        }

        /** Which documents to go by. Default: {@link AvePointApi#CURRENT}. */
        public Builder api(AvePointApi generation) {
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

        /** Who is told of calls, drift and repeated rows. Default: nobody. */
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
        public AvePointOptions build() {
            return new AvePointOptions(this);
        }

        private VendorClientOptions clientOptions() {
            VendorClientOptions.Builder client = VendorClientOptions.builder(
                            AvePoint.VENDOR,
                            baseUrl == null ? environment.baseUrl() : baseUrl,
                            tokenUrl == null ? environment.tokenUrl() : tokenUrl,
                            credentials)
                    .limits(limits)
                    .correlationHeader("request-id")
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
