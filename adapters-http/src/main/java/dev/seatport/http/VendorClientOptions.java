package dev.seatport.http;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.watch.VendorWatcher;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How a vendor is reached, and what one call may take. Immutable. */
public final class VendorClientOptions {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Vendor vendor;
    private final URI baseUrl;
    private final URI tokenUrl;
    private final Credentials credentials;
    private final CallLimits limits;
    private final @Nullable HttpProxy proxy;
    private final @Nullable Path extraCertificates;
    private final @Nullable Executor executor;
    private final FailureReader failureReader;
    private final @Nullable String correlationHeader;
    private final VendorWatcher watcher;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final RandomGenerator random;

    private VendorClientOptions(Builder builder) {
        this.vendor = builder.vendor;
        this.baseUrl = builder.baseUrl;
        this.tokenUrl = builder.tokenUrl;
        this.credentials = builder.credentials;
        this.limits = builder.limits;
        this.proxy = builder.proxy;
        this.extraCertificates = builder.extraCertificates;
        this.executor = builder.executor;
        this.failureReader = builder.failureReader;
        this.correlationHeader = builder.correlationHeader;
        this.watcher = builder.watcher;
        this.clock = builder.clock;
        this.nanos = builder.nanos;
        this.random = builder.random;
    }

    /**
     * Begins with what has no default.
     *
     * @param baseUrl what the vendor's paths are relative to
     * @param tokenUrl the token endpoint
     * @throws IllegalArgumentException if a URL is not absolute, carries a user, query or fragment, or is not https; plain
     *     http is taken for the loopback host only
     */
    public static Builder builder(Vendor vendor, URI baseUrl, URI tokenUrl, Credentials credentials) {
        return new Builder(vendor, baseUrl, tokenUrl, credentials);
    }

    /**
     * Checks a URL that secrets are sent to.
     *
     * @return why it cannot be used, if it cannot
     */
    public static Optional<String> objection(URI url) {
        if (url.getHost() == null || url.getScheme() == null) {
            return Optional.of("must be an absolute URL with a host");
        }
        boolean loopback = LOOPBACK.contains(url.getHost());
        if (!url.getScheme().equalsIgnoreCase("https") && !(url.getScheme().equalsIgnoreCase("http") && loopback)) {
            return Optional.of("must be https (http is taken for the loopback host only)");
        }
        return url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null
                ? Optional.of("must carry no user, query or fragment")
                : Optional.empty();
    }

    public Vendor vendor() {
        return vendor;
    }

    /** Without a slash at its end. */
    public URI baseUrl() {
        return baseUrl;
    }

    public URI tokenUrl() {
        return tokenUrl;
    }

    public Credentials credentials() {
        return credentials;
    }

    /** What calls may take. */
    public CallLimits limits() {
        return limits;
    }

    /** An HTTP proxy on the way to the vendor and its token endpoint; never on the way to the loopback host. */
    public Optional<HttpProxy> proxy() {
        return Optional.ofNullable(proxy);
    }

    /** A PEM file of certificate authorities that are trusted beside those that Java trusts. */
    public Optional<Path> extraCertificates() {
        return Optional.ofNullable(extraCertificates);
    }

    /** Where results are delivered; empty for the client's event loop. */
    public Optional<Executor> executor() {
        return Optional.ofNullable(executor);
    }

    public FailureReader failureReader() {
        return failureReader;
    }

    /** The response header with the vendor's id of an exchange. */
    public Optional<String> correlationHeader() {
        return Optional.ofNullable(correlationHeader);
    }

    public VendorWatcher watcher() {
        return watcher;
    }

    /** The time of day, which dates provenance and assertions. Asked on the client's event loop and on the threads that read answers. */
    public InstantSource clock() {
        return clock;
    }

    /** A monotonic clock in nanoseconds, which measures waits and lives. */
    public LongSupplier nanos() {
        return nanos;
    }

    /** What jitter is drawn from. */
    public RandomGenerator random() {
        return random;
    }

    /** Collects options; what is not set keeps its default. */
    public static final class Builder {
        private final Vendor vendor;
        private final URI baseUrl;
        private final URI tokenUrl;
        private final Credentials credentials;
        private CallLimits limits = CallLimits.defaults();
        private @Nullable HttpProxy proxy;
        private @Nullable Path extraCertificates;
        private @Nullable Executor executor;
        private FailureReader failureReader = FailureReader.none();
        private @Nullable String correlationHeader;
        private VendorWatcher watcher = VendorWatcher.none();
        private InstantSource clock = InstantSource.system();
        private LongSupplier nanos = System::nanoTime;
        /** Java's oldest: to ask for the default one is to look through all that there are, at every start. */
        private RandomGenerator random = new Random(System.nanoTime());

        private Builder(Vendor vendor, URI baseUrl, URI tokenUrl, Credentials credentials) {
            this.vendor = Objects.requireNonNull(vendor, "vendor");
            this.baseUrl = withoutSlash(checked("base URL", baseUrl));
            this.tokenUrl = checked("token URL", tokenUrl);
            this.credentials = Objects.requireNonNull(credentials, "credentials");
        }

        /** Changes one of the limits that are set by now: how long one request may take. */
        public Builder requestTimeout(Duration timeout) {
            this.limits = limits.toBuilder().request(timeout).build();
            return this;
        }

        public Builder limits(CallLimits all) {
            this.limits = Objects.requireNonNull(all, "limits");
            return this;
        }

        public Builder proxy(InetSocketAddress address) {
            return proxy(HttpProxy.of(address));
        }

        public Builder proxy(HttpProxy way) {
            this.proxy = Objects.requireNonNull(way, "proxy");
            return this;
        }

        public Builder extraCertificates(Path pem) {
            this.extraCertificates = Objects.requireNonNull(pem, "extraCertificates");
            return this;
        }

        public Builder executor(Executor signals) {
            this.executor = Objects.requireNonNull(signals, "executor");
            return this;
        }

        public Builder failureReader(FailureReader reader) {
            this.failureReader = Objects.requireNonNull(reader, "reader");
            return this;
        }

        public Builder correlationHeader(String name) {
            this.correlationHeader = Objects.requireNonNull(name, "name");
            return this;
        }

        public Builder watcher(VendorWatcher told) {
            this.watcher = Objects.requireNonNull(told, "watcher");
            return this;
        }

        public Builder clock(InstantSource source) {
            this.clock = Objects.requireNonNull(source, "clock");
            return this;
        }

        public Builder nanos(LongSupplier monotonic) {
            this.nanos = Objects.requireNonNull(monotonic, "nanos");
            return this;
        }

        public Builder random(RandomGenerator source) {
            this.random = Objects.requireNonNull(source, "random");
            return this;
        }

        public VendorClientOptions build() {
            return new VendorClientOptions(this);
        }

        private static URI checked(String what, URI url) {
            objection(url).ifPresent(why -> {
                throw new IllegalArgumentException("the " + what + " " + why);
            });
            return url;
        }

        private static URI withoutSlash(URI url) {
            String text = url.toString();
            return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
        }
    }
}
