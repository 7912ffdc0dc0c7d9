package dev.seatport.ports.failure;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Failure of a call to a vendor. All ports fail with this class; callers switch on {@link #kind()}. Contains no response
 * body, no secret and no library exception as its cause, so that it is safe to log.
 */
public final class VendorException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final transient Vendor vendor;
    private final String operation;
    private final String explanation;
    private final int status;
    private final int attempts;
    private final @Nullable String correlationId;
    private final @Nullable Duration retryAfter;
    private final @Nullable String missingScope;
    private final @Nullable String audience;
    private final transient List<RejectedRequestField> violations;

    private VendorException(Builder builder) {
        super(builder.message());
        this.kind = builder.kind;
        this.vendor = builder.vendor;
        this.operation = builder.operation;
        this.explanation = builder.explanation;
        this.status = builder.status;
        this.attempts = builder.attempts;
        this.correlationId = builder.correlationId;
        this.retryAfter = builder.retryAfter;
        this.missingScope = builder.missingScope;
        this.audience = builder.audience;
        this.violations = builder.violations;
    }

    /**
     * Returns a builder.
     *
     * @param operation Seatport's name of the operation, such as {@code tenant-seats}
     * @param explanation one line that says what happened and what to do, without secrets and without the response body
     */
    public static Builder builder(FailureKind kind, Vendor vendor, String operation, String explanation) {
        return new Builder(kind, vendor, operation, explanation);
    }

    /** Returns one line: vendor, operation, kind and explanation, then audience, scope and correlation id if they are known. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public FailureKind kind() {
        return kind;
    }

    /** Returns the part of the message that says what happened and what to do, without vendor, kind and ids. */
    public String explanation() {
        return explanation;
    }

    public Vendor vendor() {
        return vendor;
    }

    /** Returns Seatport's name of the operation, such as {@code tenant-seats}. */
    public String operation() {
        return operation;
    }

    /**
     * Returns the HTTP status of the last response.
     *
     * @return empty if no response arrived
     */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** Returns the number of requests that were sent; 0 if the call failed before the first one. */
    public int attempts() {
        return attempts;
    }

    /**
     * Returns the vendor's id of the last request, to quote to the vendor's support.
     *
     * @return empty if the vendor sent none
     */
    public Optional<String> correlationId() {
        return Optional.ofNullable(correlationId);
    }

    /**
     * Returns the pause that the vendor requires before the next request.
     *
     * @return empty if the vendor requires none
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Returns the permission that the operation needs.
     *
     * @return empty if a missing permission cannot be the reason
     */
    public Optional<String> missingScope() {
        return Optional.ofNullable(missingScope);
    }

    /**
     * Returns the audience of the call's token, such as a tenant, for vendors with one token per audience.
     *
     * @return empty if the vendor's tokens have no audience
     */
    public Optional<String> audience() {
        return Optional.ofNullable(audience);
    }

    /** Returns the vendor's violations of the request, one per field; empty if it reported none. */
    public List<RejectedRequestField> violations() {
        return violations;
    }

    /** Builder of an exception. Not thread-safe. */
    public static final class Builder {
        private final FailureKind kind;
        private final Vendor vendor;
        private final String operation;
        private final String explanation;
        private int status;
        private int attempts;
        private @Nullable String correlationId;
        private @Nullable Duration retryAfter;
        private @Nullable String missingScope;
        private @Nullable String audience;
        private List<RejectedRequestField> violations = List.of();

        private Builder(FailureKind kind, Vendor vendor, String operation, String explanation) {
            this.kind = Objects.requireNonNull(kind, "kind");
            this.vendor = Objects.requireNonNull(vendor, "vendor");
            this.operation = Objects.requireNonNull(operation, "operation");
            this.explanation = Objects.requireNonNull(explanation, "explanation");
        }

        /** Sets the HTTP status of the last response; 0, the default, if no response arrived. */
        public Builder status(int httpStatus) {
            this.status = httpStatus;
            return this;
        }

        /** Sets the number of requests that were sent. Default: 0. */
        public Builder attempts(int sent) {
            this.attempts = sent;
            return this;
        }

        /** Sets the vendor's id of the last request; {@code null}, the default, if the vendor sent none. */
        public Builder correlationId(@Nullable String id) {
            this.correlationId = id;
            return this;
        }

        /** Sets the pause that the vendor requires; {@code null}, the default, if it requires none. */
        public Builder retryAfter(@Nullable Duration wait) {
            this.retryAfter = wait;
            return this;
        }

        /** Sets the permission that may be missing; {@code null}, the default, if that cannot be the reason. */
        public Builder missingScope(@Nullable String scope) {
            this.missingScope = scope;
            return this;
        }

        /** Sets the audience of the call's token; {@code null}, the default, if the vendor's tokens have no audience. */
        public Builder audience(@Nullable String tokenAudience) {
            this.audience = tokenAudience;
            return this;
        }

        /** Sets the vendor's violations of the request. Default: none. */
        public Builder violations(List<RejectedRequestField> reported) {
            this.violations = List.copyOf(reported);
            return this;
        }

        public VendorException build() {
            return new VendorException(this);
        }

        private String message() {
            StringBuilder text = new StringBuilder()
                    .append(vendor)
                    .append(' ')
                    .append(operation)
                    .append(": ")
                    .append(kind)
                    .append(": ")
                    .append(explanation);
            if (!violations.isEmpty()) {
                text.append(violations.stream()
                        .map(RejectedRequestField::toString)
                        .collect(Collectors.joining(", ", ": ", "")));
            }
            List<String> details = new ArrayList<>();
            if (audience != null) {
                details.add("audience " + audience);
            }
            if (missingScope != null) {
                details.add("scope " + missingScope);
            }
            if (correlationId != null) {
                details.add("correlation " + correlationId);
            }
            if (!details.isEmpty()) {
                text.append(" (").append(String.join(", ", details)).append(')');
            }
            return text.toString();
        }
    }
}
