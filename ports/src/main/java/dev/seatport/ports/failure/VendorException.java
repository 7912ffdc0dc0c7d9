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
 * Why a vendor's answer is missing. There is one such class; {@link #kind()} is what to switch on. It carries no body, no
 * secret and no exception of a library as its cause, so that it may be logged as it is.
 */
public final class VendorException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final transient Vendor vendor;
    private final String operation;
    private final int status;
    private final int attempts;
    private final @Nullable String correlationId;
    private final @Nullable Duration retryAfter;
    private final @Nullable String missingScope;
    private final transient List<FieldViolation> violations;

    private VendorException(Builder builder) {
        super(builder.message());
        this.kind = builder.kind;
        this.vendor = builder.vendor;
        this.operation = builder.operation;
        this.status = builder.status;
        this.attempts = builder.attempts;
        this.correlationId = builder.correlationId;
        this.retryAfter = builder.retryAfter;
        this.missingScope = builder.missingScope;
        this.violations = builder.violations;
    }

    /**
     * Begins a failure.
     *
     * @param operation Seatport's name of the operation, such as {@code tenant-seats}
     * @param explanation what happened and what to do about it: one line, without secrets and without the vendor's body
     */
    public static Builder builder(FailureKind kind, Vendor vendor, String operation, String explanation) {
        return new Builder(kind, vendor, operation, explanation);
    }

    /** One line: vendor, operation, kind, what to do, then scope and correlation id where they are known. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public FailureKind kind() {
        return kind;
    }

    public Vendor vendor() {
        return vendor;
    }

    /** Seatport's name of the operation. */
    public String operation() {
        return operation;
    }

    /** The HTTP status of the last answer, if there was an answer. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** How many requests were sent; 0 if the call was refused before any. */
    public int attempts() {
        return attempts;
    }

    /** The vendor's id of the exchange, for their support. */
    public Optional<String> correlationId() {
        return Optional.ofNullable(correlationId);
    }

    /** How long the vendor asks to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The permission that the operation needs, where its lack may be the reason. */
    public Optional<String> missingScope() {
        return Optional.ofNullable(missingScope);
    }

    /** What the vendor found wrong with the request, field by field. */
    public List<FieldViolation> violations() {
        return violations;
    }

    /** Collects a failure. */
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
        private List<FieldViolation> violations = List.of();

        private Builder(FailureKind kind, Vendor vendor, String operation, String explanation) {
            this.kind = Objects.requireNonNull(kind, "kind");
            this.vendor = Objects.requireNonNull(vendor, "vendor");
            this.operation = Objects.requireNonNull(operation, "operation");
            this.explanation = Objects.requireNonNull(explanation, "explanation");
        }

        /** The HTTP status of the last answer. */
        public Builder status(int httpStatus) {
            this.status = httpStatus;
            return this;
        }

        /** How many requests were sent. */
        public Builder attempts(int sent) {
            this.attempts = sent;
            return this;
        }

        public Builder correlationId(@Nullable String id) {
            this.correlationId = id;
            return this;
        }

        public Builder retryAfter(@Nullable Duration wait) {
            this.retryAfter = wait;
            return this;
        }

        public Builder missingScope(@Nullable String scope) {
            this.missingScope = scope;
            return this;
        }

        public Builder violations(List<FieldViolation> found) {
            this.violations = List.copyOf(found);
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
                text.append(
                        violations.stream().map(FieldViolation::toString).collect(Collectors.joining(", ", ": ", "")));
            }
            List<String> details = new ArrayList<>();
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
