package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.SkuId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Findings that somebody decided not to be alarmed by. Names a customer, a SKU, or both; if both, both must match. */
public final class Exclusion {
    private final @Nullable CustomerId customer;
    private final @Nullable SkuId sku;
    private final String reason;
    private final @Nullable String owner;
    private final @Nullable LocalDate until;
    private final Scope scope;

    /** Where an excluded finding is left out. */
    public enum Scope {
        /** It is still told, beside the reason, and raises no alarm. */
        ALERTS_ONLY,
        /** It is not told at all; only how many there were. */
        EVERYWHERE
    }

    private Exclusion(Builder builder) {
        this.customer = builder.customer;
        this.sku = builder.sku;
        this.reason = builder.reason;
        this.owner = builder.owner;
        this.until = builder.until;
        this.scope = builder.scope;
    }

    /** Begins an exclusion of all findings about a customer. */
    public static Builder of(CustomerId customer, String reason) {
        return new Builder(Objects.requireNonNull(customer, "customer"), null, reason);
    }

    /** Begins an exclusion of all findings about a SKU, of whichever customer. */
    public static Builder of(SkuId sku, String reason) {
        return new Builder(null, Objects.requireNonNull(sku, "sku"), reason);
    }

    /** Begins an exclusion of the findings about a customer's licenses of one SKU. */
    public static Builder of(CustomerId customer, SkuId sku, String reason) {
        return new Builder(Objects.requireNonNull(customer, "customer"), Objects.requireNonNull(sku, "sku"), reason);
    }

    /** Whose findings; empty for everybody's. */
    public Optional<CustomerId> customer() {
        return Optional.ofNullable(customer);
    }

    /** Findings about which SKU; empty for all of the customer's. */
    public Optional<SkuId> sku() {
        return Optional.ofNullable(sku);
    }

    /** Why, for whoever reads the report; never blank. */
    public String reason() {
        return reason;
    }

    /** Who decided it, if that was written down. */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    /** The last day on which it holds; empty for no end. */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }

    public Scope scope() {
        return scope;
    }

    /** Whether it still holds on that day. */
    public boolean inForce(LocalDate today) {
        return until == null || !today.isAfter(until);
    }

    /** Whether it is about that finding, in force or not. */
    public boolean concerns(Finding finding) {
        return (customer == null || customer.equals(finding.customer()))
                && (sku == null || Optional.of(sku).equals(finding.sku()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Exclusion that
                && Objects.equals(customer, that.customer)
                && Objects.equals(sku, that.sku)
                && reason.equals(that.reason)
                && Objects.equals(owner, that.owner)
                && Objects.equals(until, that.until)
                && scope == that.scope;
    }

    @Override
    public int hashCode() {
        return Objects.hash(customer, sku, reason, owner, until, scope);
    }

    @Override
    public String toString() {
        return "Exclusion[customer=" + customer + ", sku=" + sku + ", reason=" + reason + ", owner=" + owner
                + ", until=" + until + ", scope=" + scope + "]";
    }

    /** Collects an exclusion; what is not set keeps its default. */
    public static final class Builder {
        private final @Nullable CustomerId customer;
        private final @Nullable SkuId sku;
        private final String reason;
        private @Nullable String owner;
        private @Nullable LocalDate until;
        private Scope scope = Scope.ALERTS_ONLY;

        private Builder(@Nullable CustomerId customer, @Nullable SkuId sku, String reason) {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an exclusion needs a reason");
            }
            this.customer = customer;
            this.sku = sku;
            this.reason = reason;
        }

        /** Who decided it; {@code null} if that was not written down. */
        public Builder owner(@Nullable String name) {
            this.owner = name;
            return this;
        }

        /** The last day on which it holds; {@code null}, the default, for no end. */
        public Builder until(@Nullable LocalDate lastDay) {
            this.until = lastDay;
            return this;
        }

        /** Where the findings are left out. Default: {@link Scope#ALERTS_ONLY}. */
        public Builder scope(Scope where) {
            this.scope = Objects.requireNonNull(where, "scope");
            return this;
        }

        public Exclusion build() {
            return new Exclusion(this);
        }
    }
}
