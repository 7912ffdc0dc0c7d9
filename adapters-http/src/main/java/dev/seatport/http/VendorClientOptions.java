package dev.seatport.http;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.HttpProxy;
import dev.seatport.ports.events.CallListener;
import java.net.URI;
import java.nio.file.Path;
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
    private final ClientLimits limits;
    private final @Nullable String correlationHeader;
    private final InstantSource clock;
    final @Nullable HttpProxy proxy;
    final @Nullable Path extraCertificates;
    /** Where results are delivered; {@code null} for the client's event loop. */
    final @Nullable Executor executor;

    final ErrorBodyParser errorBodyParser;
    final CallListener callListener;
    final LongSupplier nanos;
    final RandomGenerator random;

    private VendorClientOptions(Builder builder) {
        this.vendor = builder.vendor;
        this.baseUrl = builder.baseUrl;
        this.tokenUrl = builder.tokenUrl;
        this.credentials = builder.credentials;
        this.limits = builder.limits;
        this.correlationHeader = builder.correlationHeader;
        this.clock = builder.clock;
        this.proxy = builder.proxy;
        this.extraCertificates = builder.extraCertificates;
        this.executor = builder.executor;
        this.errorBodyParser = builder.errorBodyParser;
        this.callListener = builder.callListener;
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
    public static Optional<String> urlValidationError(URI url) {
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
    public ClientLimits limits() {
        return limits;
    }

    /** The response header with the vendor's id of an exchange. */
    public Optional<String> correlationHeader() {
        return Optional.ofNullable(correlationHeader);
    }

    /** The time of day. */
    public InstantSource clock() {
        return clock;
    }

    /** Collects options; what is not set keeps its default. */
    public static final class Builder extends ClientOptionsBuilder<Builder> {
        private final Vendor vendor;
        private final URI baseUrl;
        private final URI tokenUrl;
        private final Credentials credentials;
        private ErrorBodyParser errorBodyParser = ErrorBodyParser.none();
        private @Nullable String correlationHeader;
        private LongSupplier nanos = System::nanoTime;
        /** Java's oldest: to ask for the default one is to look through all that there are, at every start. */
        private RandomGenerator random = new Random(System.nanoTime());

        private Builder(Vendor vendor, URI baseUrl, URI tokenUrl, Credentials credentials) {
            this.vendor = Objects.requireNonNull(vendor, "vendor");
            this.baseUrl = withoutSlash(checked("base URL", baseUrl));
            this.tokenUrl = checked("token URL", tokenUrl);
            this.credentials = Objects.requireNonNull(credentials, "credentials");
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** Takes over what the builder of an adapter's options collected. */
        public Builder commonOptions(ClientOptionsBuilder<?> options) {
            copyFrom(options);
            return this;
        }

        /** What reads the bodies of failures. Default: none of them is read. */
        public Builder errorBodyParser(ErrorBodyParser reader) {
            this.errorBodyParser = Objects.requireNonNull(reader, "reader");
            return this;
        }

        /** The response header with the vendor's id of an exchange. Default: none. */
        public Builder correlationHeader(String name) {
            this.correlationHeader = Objects.requireNonNull(name, "name");
            return this;
        }

        /** A monotonic clock in nanoseconds, which measures waits and lives. */
        public Builder nanos(LongSupplier monotonic) {
            this.nanos = Objects.requireNonNull(monotonic, "nanos");
            return this;
        }

        /** What jitter is drawn from. */
        public Builder random(RandomGenerator source) {
            this.random = Objects.requireNonNull(source, "random");
            return this;
        }

        public VendorClientOptions build() {
            return new VendorClientOptions(this);
        }

        private static URI checked(String what, URI url) {
            urlValidationError(url).ifPresent(why -> {
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
