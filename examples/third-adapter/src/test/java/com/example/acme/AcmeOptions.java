package com.example.acme;

import com.example.acme.internal.transport.AcmeWire;
import dev.seatport.http.Credentials;
import dev.seatport.http.Secret;
import dev.seatport.http.VendorClientOptions;
import dev.seatport.ports.watch.VendorWatcher;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

// begin: options
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
    public static final class Builder {
        private final URI baseUrl;
        private final Credentials credentials;
        private Duration requestTimeout = Duration.ofSeconds(60);
        private VendorWatcher watcher = VendorWatcher.none();
        private InstantSource clock = InstantSource.system();

        private Builder(URI baseUrl, Credentials credentials) {
            this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
            this.credentials = credentials;
        }

        /** How long one request may take, to the end of its answer. Default: 60 s. */
        public Builder requestTimeout(Duration timeout) {
            this.requestTimeout = Objects.requireNonNull(timeout, "requestTimeout");
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
         * @throws IllegalArgumentException if the URL or the timeout cannot be used
         */
        public AcmeOptions build() {
            return new AcmeOptions(
                    VendorClientOptions.builder(Acme.VENDOR, baseUrl, baseUrl.resolve("/token"), credentials)
                            .requestTimeout(requestTimeout)
                            .failureReader(AcmeWire.failureReader())
                            .correlationHeader(AcmeWire.TRACE)
                            .watcher(watcher)
                            .clock(clock)
                            .build());
        }
    }
}
// end: options
