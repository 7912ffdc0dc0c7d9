package dev.seatport.http;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.HttpProxy;
import dev.seatport.http.spi.RateLimitParser;
import dev.seatport.http.spi.TokenUrl;
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

/** Address, credentials and limits of a vendor's client. Immutable. */
public final class VendorClientOptions {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Vendor vendor;
    private final URI baseUrl;
    private final TokenUrl tokenUrl;
    private final Credentials credentials;
    private final ClientLimits limits;
    private final @Nullable String correlationHeader;
    private final InstantSource clock;
    final @Nullable HttpProxy proxy;
    final @Nullable Path extraCertificates;
    /** Executor that delivers results; {@code null} for the client's event loop. */
    final @Nullable Executor executor;

    final ErrorBodyParser errorBodyParser;
    final RateLimitParser rateLimitParser;
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
        this.rateLimitParser = builder.rateLimitParser;
        this.callListener = builder.callListener;
        this.nanos = builder.nanos;
        this.random = builder.random;
    }

    /**
     * Creates a builder with the options that have no default.
     *
     * @param baseUrl base of the vendor's paths
     * @param tokenUrl token endpoint
     * @throws IllegalArgumentException if a URL is invalid; see {@link #urlValidationError}
     */
    public static Builder builder(Vendor vendor, URI baseUrl, URI tokenUrl, Credentials credentials) {
        return builder(vendor, baseUrl, TokenUrl.of(tokenUrl), credentials);
    }

    /**
     * Creates a builder like {@link #builder(Vendor, URI, URI, Credentials)}, for a vendor with one token per audience.
     *
     * @param tokenUrl token endpoint of each audience. Each request then needs an audience
     * @throws IllegalArgumentException if a URL is invalid; see {@link #urlValidationError}
     */
    public static Builder builder(Vendor vendor, URI baseUrl, TokenUrl tokenUrl, Credentials credentials) {
        return new Builder(vendor, baseUrl, tokenUrl, credentials);
    }

    /**
     * Validates a URL that receives credentials. It must be absolute, without user, query or fragment, and https. Plain http is
     * valid for the loopback host only.
     *
     * @return why the URL is invalid; empty if it is valid
     */
    public static Optional<String> urlValidationError(URI url) {
        if (url.getHost() == null || url.getScheme() == null) {
            return Optional.of("must be an absolute URL with a host");
        }
        boolean loopback = LOOPBACK.contains(url.getHost());
        if (!url.getScheme().equalsIgnoreCase("https") && !(url.getScheme().equalsIgnoreCase("http") && loopback)) {
            return Optional.of("must be https (http is allowed for the loopback host only)");
        }
        return url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null
                ? Optional.of("must not contain a user, query or fragment")
                : Optional.empty();
    }

    public Vendor vendor() {
        return vendor;
    }

    /** Returns the base URL without a trailing slash. */
    public URI baseUrl() {
        return baseUrl;
    }

    public TokenUrl tokenUrl() {
        return tokenUrl;
    }

    public Credentials credentials() {
        return credentials;
    }

    public ClientLimits limits() {
        return limits;
    }

    /** Returns the name of the response header that carries the vendor's correlation id. */
    public Optional<String> correlationHeader() {
        return Optional.ofNullable(correlationHeader);
    }

    public InstantSource clock() {
        return clock;
    }

    /** Builder of options. Unset options keep their defaults. */
    public static final class Builder extends ClientOptionsBuilder<Builder> {
        private final Vendor vendor;
        private final URI baseUrl;
        private final TokenUrl tokenUrl;
        private final Credentials credentials;
        private ErrorBodyParser errorBodyParser = ErrorBodyParser.none();
        private RateLimitParser rateLimitParser = RateLimitParser.none();
        private @Nullable String correlationHeader;
        private LongSupplier nanos = System::nanoTime;
        /** Looking up the default generator loads all registered ones, which slows down every start. */
        private RandomGenerator random = new Random(System.nanoTime());

        private Builder(Vendor vendor, URI baseUrl, TokenUrl tokenUrl, Credentials credentials) {
            this.vendor = Objects.requireNonNull(vendor, "vendor");
            this.baseUrl = withoutTrailingSlash(requireValidUrl("base URL", baseUrl));
            this.tokenUrl = Objects.requireNonNull(tokenUrl, "tokenUrl");
            requireValidUrl("token URL", tokenUrl.base());
            this.credentials = Objects.requireNonNull(credentials, "credentials");
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** Copies the options that the builder of an adapter collected. */
        public Builder commonOptions(ClientOptionsBuilder<?> options) {
            copyFrom(options);
            return this;
        }

        /** Sets the parser of error bodies. Default: none. */
        public Builder errorBodyParser(ErrorBodyParser parser) {
            this.errorBodyParser = Objects.requireNonNull(parser, "errorBodyParser");
            return this;
        }

        /** Sets the parser of rate-limit headers. Default: none; the client then reads {@code Retry-After} only. */
        public Builder rateLimitParser(RateLimitParser parser) {
            this.rateLimitParser = Objects.requireNonNull(parser, "rateLimitParser");
            return this;
        }

        /** Sets the name of the response header that carries the vendor's correlation id. Default: none. */
        public Builder correlationHeader(String name) {
            this.correlationHeader = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Sets the monotonic clock that measures delays and token lifetimes, in nanoseconds. */
        public Builder nanos(LongSupplier monotonic) {
            this.nanos = Objects.requireNonNull(monotonic, "nanos");
            return this;
        }

        /** Sets the source of jitter. */
        public Builder random(RandomGenerator source) {
            this.random = Objects.requireNonNull(source, "random");
            return this;
        }

        public VendorClientOptions build() {
            return new VendorClientOptions(this);
        }

        private static URI requireValidUrl(String name, URI url) {
            urlValidationError(url).ifPresent(error -> {
                throw new IllegalArgumentException("the " + name + " " + error);
            });
            return url;
        }

        private static URI withoutTrailingSlash(URI url) {
            String text = url.toString();
            return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
        }
    }
}
