package dev.seatport.http.spi;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import io.vertx.core.http.HttpMethod;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A request to a vendor, relative to its base URL. Immutable once built; the same request may be sent several times. */
public final class VendorRequest {
    private final VendorOperation vendorOperation;
    private final HttpMethod method;
    private final String pathAndQuery;
    private final @Nullable Object body;
    private final long maxResponseBytes;

    private VendorRequest(Builder builder) {
        this.vendorOperation = builder.vendorOperation;
        this.method = builder.method;
        this.pathAndQuery = builder.pathAndQuery();
        this.body = builder.body;
        this.maxResponseBytes = builder.maxResponseBytes;
    }

    /** Begins a GET. */
    public static Builder get(VendorOperation vendorOperation) {
        return new Builder(vendorOperation, HttpMethod.GET);
    }

    /** Begins a POST that reads. */
    public static Builder post(VendorOperation vendorOperation) {
        return new Builder(vendorOperation, HttpMethod.POST);
    }

    public VendorOperation operation() {
        return vendorOperation;
    }

    public HttpMethod method() {
        return method;
    }

    /** Begins with a slash; percent-encoded. */
    public String pathAndQuery() {
        return pathAndQuery;
    }

    /** What is sent as JSON, if anything. */
    public Optional<Object> body() {
        return Optional.ofNullable(body);
    }

    /** How many bytes the answer may have, where that is not what the client's options say. */
    public OptionalLong maxResponseBytes() {
        return maxResponseBytes == 0 ? OptionalLong.empty() : OptionalLong.of(maxResponseBytes);
    }

    /** Collects a request. */
    public static final class Builder {
        private final VendorOperation vendorOperation;
        private final HttpMethod method;
        private final StringBuilder path = new StringBuilder();
        private final StringBuilder query = new StringBuilder();
        private @Nullable Object body;
        private long maxResponseBytes;

        private Builder(VendorOperation vendorOperation, HttpMethod method) {
            this.vendorOperation = vendorOperation;
            this.method = method;
        }

        /** Appends a path of the vendor's document, as it stands there: {@code /partner/customers}. */
        public Builder path(String literal) {
            path.append(literal);
            return this;
        }

        /**
         * Appends an identifier as one path segment.
         *
         * @param what what it identifies, for the message: {@code customer id}
         * @throws VendorException {@code INVALID_REQUEST} if it may not stand in a path; nothing was sent
         */
        public Builder segment(String what, String id) {
            Optional<String> objection = PathSegment.validationError(id);
            if (objection.isPresent()) {
                throw invalidRequest(vendorOperation, "the " + what + " cannot be sent: " + objection.get());
            }
            path.append('/').append(PathSegment.encode(id));
            return this;
        }

        /**
         * Appends a customer's id as one path segment.
         *
         * @throws VendorException {@code INVALID_REQUEST} if it may not stand in a path, or is another vendor's; nothing was
         *     sent
         */
        public Builder customer(CustomerId id) {
            return segment("customer id", requireSameVendor(vendorOperation, id).value());
        }

        /** Adds a query parameter whose value needs no encoding. */
        public Builder query(String name, long value) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
            return this;
        }

        /** Sets what is sent as JSON. */
        public Builder json(Object content) {
            this.body = Objects.requireNonNull(content, "content");
            return this;
        }

        /** Takes a larger or smaller answer than the client's options say. */
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
     * Lets a customer id pass that the operation's vendor can understand.
     *
     * @throws VendorException {@code INVALID_REQUEST} if it is another vendor's; nothing was sent
     */
    public static CustomerId requireSameVendor(VendorOperation vendorOperation, CustomerId id) {
        if (!id.vendor().equals(vendorOperation.vendor())) {
            throw invalidRequest(
                    vendorOperation,
                    "a customer id of " + id.vendor() + " means nothing to " + vendorOperation.vendor()
                            + "; use the vendor's own id");
        }
        return id;
    }

    /** The failure of a request that is refused before anything is sent, for the caller to throw. */
    public static VendorException invalidRequest(VendorOperation vendorOperation, String explanation) {
        return VendorException.builder(
                        FailureKind.INVALID_REQUEST, vendorOperation.vendor(), vendorOperation.name(), explanation)
                .build();
    }
}
