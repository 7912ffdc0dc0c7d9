package dev.seatport.http;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.watch.VendorWatcher;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a vendor is reached, and what one call may take. Immutable. */
public final class VendorClientOptions {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Vendor vendor;
    private final URI baseUrl;
    private final URI tokenUrl;
    private final Credentials credentials;
    private final Duration requestTimeout;
    private final long maxAnswerBytes;
    private final FailureReader failureReader;
    private final @Nullable String correlationHeader;
    private final VendorWatcher watcher;
    private final InstantSource clock;

    private VendorClientOptions(Builder builder) {
        this.vendor = builder.vendor;
        this.baseUrl = builder.baseUrl;
        this.tokenUrl = builder.tokenUrl;
        this.credentials = builder.credentials;
        this.requestTimeout = builder.requestTimeout;
        this.maxAnswerBytes = builder.maxAnswerBytes;
        this.failureReader = builder.failureReader;
        this.correlationHeader = builder.correlationHeader;
        this.watcher = builder.watcher;
        this.clock = builder.clock;
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

    /** How long one request may take, to the end of its answer. Default 60 s. */
    public Duration requestTimeout() {
        return requestTimeout;
    }

    /** How large one answer may be. Default 8 MiB. */
    public long maxAnswerBytes() {
        return maxAnswerBytes;
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

    public InstantSource clock() {
        return clock;
    }

    /** Collects options; what is not set keeps its default. */
    public static final class Builder {
        private final Vendor vendor;
        private final URI baseUrl;
        private final URI tokenUrl;
        private final Credentials credentials;
        private Duration requestTimeout = Duration.ofSeconds(60);
        private long maxAnswerBytes = 8L * 1024 * 1024;
        private FailureReader failureReader = FailureReader.none();
        private @Nullable String correlationHeader;
        private VendorWatcher watcher = VendorWatcher.none();
        private InstantSource clock = InstantSource.system();

        private Builder(Vendor vendor, URI baseUrl, URI tokenUrl, Credentials credentials) {
            this.vendor = Objects.requireNonNull(vendor, "vendor");
            this.baseUrl = withoutSlash(checked("base URL", baseUrl));
            this.tokenUrl = checked("token URL", tokenUrl);
            this.credentials = Objects.requireNonNull(credentials, "credentials");
        }

        public Builder requestTimeout(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("the request timeout must be longer than nothing");
            }
            this.requestTimeout = timeout;
            return this;
        }

        public Builder maxAnswerBytes(long bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("the largest answer must be at least one byte");
            }
            this.maxAnswerBytes = bytes;
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
