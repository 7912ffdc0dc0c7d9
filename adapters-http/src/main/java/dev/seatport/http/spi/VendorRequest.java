package dev.seatport.http.spi;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import io.vertx.core.http.HttpMethod;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Request to a vendor, relative to its base URL. Immutable. A retry sends the same request again. */
public final class VendorRequest {
    private final VendorOperation operation;
    private final HttpMethod method;
    private final String pathAndQuery;
    private final Map<String, String> headers;
    private final @Nullable Object body;
    private final long maxResponseBytes;

    private VendorRequest(Builder builder) {
        this.operation = builder.operation;
        this.method = builder.method;
        this.pathAndQuery = builder.pathAndQuery();
        this.headers = builder.headers;
        this.body = builder.body;
        this.maxResponseBytes = builder.maxResponseBytes;
    }

    /** Creates the builder of a GET request. */
    public static Builder get(VendorOperation operation) {
        return new Builder(operation, HttpMethod.GET);
    }

    /** Creates the builder of a POST request that reads data. */
    public static Builder post(VendorOperation operation) {
        return new Builder(operation, HttpMethod.POST);
    }

    /** Returns the operation, with the audience of the token if the request names one. */
    public VendorOperation operation() {
        return operation;
    }

    public HttpMethod method() {
        return method;
    }

    /** Returns the path and query, percent-encoded, with a leading slash. */
    public String pathAndQuery() {
        return pathAndQuery;
    }

    /** Returns the headers that the client sends in addition to its own. Names ignore the letter case. */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Returns the JSON content.
     *
     * @return empty if the request has no body
     */
    public Optional<Object> body() {
        return Optional.ofNullable(body);
    }

    /**
     * Returns the size limit of the response.
     *
     * @return empty if {@link dev.seatport.http.ClientLimits#maxResponseBytes()} applies
     */
    public OptionalLong maxResponseBytes() {
        return maxResponseBytes == 0 ? OptionalLong.empty() : OptionalLong.of(maxResponseBytes);
    }

    /** Builder of a request. */
    public static final class Builder {
        private VendorOperation operation;
        private final HttpMethod method;
        private final StringBuilder path = new StringBuilder();
        private final StringBuilder query = new StringBuilder();
        private Map<String, String> headers = Map.of();
        private @Nullable Object body;
        private long maxResponseBytes;

        private Builder(VendorOperation operation, HttpMethod method) {
            this.operation = operation;
            this.method = method;
        }

        /**
         * Sets the audience of the token, such as a tenant. Each audience has its own token. Required if the client's {@link
         * TokenUrl} has an audience.
         *
         * @throws VendorException {@code INVALID_REQUEST} if the audience must not appear in a path; nothing was sent
         */
        public Builder audience(String audience) {
            operation = operation.forAudience(audience);
            return this;
        }

        /** Appends a literal path from the vendor's documentation, such as {@code /partner/customers}. */
        public Builder path(String literal) {
            path.append(literal);
            return this;
        }

        /**
         * Appends an identifier as one path segment.
         *
         * @param what noun for the message, such as {@code customer id}
         * @throws VendorException {@code INVALID_REQUEST} if the id must not appear in a path; nothing was sent
         */
        public Builder segment(String what, String id) {
            Optional<String> error = PathSegment.validationError(id);
            if (error.isPresent()) {
                throw invalidRequest(operation, "the " + what + " cannot be sent: " + error.get());
            }
            path.append('/').append(PathSegment.encode(id));
            return this;
        }

        /**
         * Appends a customer id as one path segment.
         *
         * @throws VendorException {@code INVALID_REQUEST} if the id must not appear in a path, or belongs to another vendor;
         *     nothing was sent
         */
        public Builder customer(CustomerId id) {
            return segment("customer id", requireSameVendor(operation, id).value());
        }

        /** Adds a query parameter with a value that needs no encoding. */
        public Builder query(String name, long value) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
            return this;
        }

        /**
         * Adds a query parameter. The value is percent-encoded.
         *
         * @param name literal name from the vendor's documentation, such as {@code $filter}
         * @throws VendorException {@code INVALID_REQUEST} if the value has a lone surrogate; nothing was sent
         */
        public Builder query(String name, String value) {
            String encoded = PathSegment.encodeQueryValue(value)
                    .orElseThrow(() -> invalidRequest(
                            operation, "the query parameter " + name + " cannot be sent: it holds a lone surrogate"));
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded);
            return this;
        }

        /**
         * Sets a header, such as {@code Accept} or {@code ConsistencyLevel}. Replaces an earlier value. A value consists of
         * printable ASCII and tabs.
         *
         * @throws VendorException {@code INVALID_REQUEST} if the name or the value is not valid, such as a value with CR, LF or
         *     NUL, or if the client sets this header; nothing was sent
         */
        public Builder header(String name, String value) {
            Optional<String> error = RequestHeader.validationError(name, value);
            if (error.isPresent()) {
                String shown = Objects.requireNonNullElse(LogSanitizer.sanitize(name), "without a name");
                throw invalidRequest(operation, "the header " + shown + " cannot be sent: " + error.get());
            }
            Map<String, String> extended = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            extended.putAll(headers);
            extended.put(name, value);
            headers = Collections.unmodifiableMap(extended);
            return this;
        }

        /** Sets the JSON content. */
        public Builder json(Object content) {
            this.body = Objects.requireNonNull(content, "content");
            return this;
        }

        /** Overrides the client's size limit for the response, in bytes. */
        public Builder maxResponseBytes(long bytes) {
            this.maxResponseBytes = bytes;
            return this;
        }

        public VendorRequest build() {
            return new VendorRequest(this);
        }

        private String pathAndQuery() {
            return query.isEmpty() ? path.toString() : path.toString() + query;
        }
    }

    /**
     * Requires a customer id of the operation's vendor.
     *
     * @throws VendorException {@code INVALID_REQUEST} if it belongs to another vendor; nothing was sent
     */
    public static CustomerId requireSameVendor(VendorOperation operation, CustomerId id) {
        if (!id.vendor().equals(operation.vendor())) {
            throw invalidRequest(
                    operation,
                    "a customer id of " + id.vendor() + " means nothing to " + operation.vendor()
                            + "; use the vendor's own id");
        }
        return id;
    }

    /** Creates the failure of a request that is rejected before it is sent, for the caller to throw. */
    public static VendorException invalidRequest(VendorOperation operation, String explanation) {
        return operation.failure(FailureKind.INVALID_REQUEST, explanation).build();
    }
}
