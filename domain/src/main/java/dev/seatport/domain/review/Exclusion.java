package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.tenant.TenantId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rule of a policy that suppresses findings. It names a customer, a tenant, a SKU, or several of them; all that it names must
 * match. Immutable.
 */
public final class Exclusion {
    private final @Nullable CustomerId customer;
    private final @Nullable TenantId tenant;
    private final @Nullable SkuId sku;
    private final String reason;
    private final @Nullable String owner;
    private final @Nullable LocalDate until;
    private final SuppressedOutput scope;

    /** Extent of the suppression. */
    public enum SuppressedOutput {
        /** Reports show the finding with the reason, but it raises no alarm. */
        ALERTS_ONLY,
        /** Reports do not show the finding; they show only the number of such findings. */
        EVERYWHERE
    }

    private Exclusion(Builder builder) {
        this.customer = builder.customer;
        this.tenant = builder.tenant;
        this.sku = builder.sku;
        this.reason = builder.reason;
        this.owner = builder.owner;
        this.until = builder.until;
        this.scope = builder.scope;
    }

    /**
     * Returns a builder of an exclusion of all findings about a customer.
     *
     * @param reason the reason for the report
     * @throws IllegalArgumentException if {@code reason} is blank
     */
    public static Builder of(CustomerId customer, String reason) {
        return new Builder(Objects.requireNonNull(customer, "customer"), null, reason);
    }

    /**
     * Returns a builder of an exclusion of all findings about a SKU, for every customer.
     *
     * @param reason the reason for the report
     * @throws IllegalArgumentException if {@code reason} is blank
     */
    public static Builder of(SkuId sku, String reason) {
        return new Builder(null, Objects.requireNonNull(sku, "sku"), reason);
    }

    /**
     * Returns a builder of an exclusion of all findings about a tenant.
     *
     * @param reason the reason for the report
     * @throws IllegalArgumentException if {@code reason} is blank
     */
    public static Builder of(TenantId tenant, String reason) {
        return new Builder(null, null, reason).tenant(Objects.requireNonNull(tenant, "tenant"));
    }

    /**
     * Returns a builder of an exclusion of the findings about one customer and one SKU.
     *
     * @param reason the reason for the report
     * @throws IllegalArgumentException if {@code reason} is blank
     */
    public static Builder of(CustomerId customer, SkuId sku, String reason) {
        return new Builder(Objects.requireNonNull(customer, "customer"), Objects.requireNonNull(sku, "sku"), reason);
    }

    /**
     * Returns the customer whose findings are excluded.
     *
     * @return empty for all customers
     */
    public Optional<CustomerId> customer() {
        return Optional.ofNullable(customer);
    }

    /**
     * Returns the tenant whose findings are excluded.
     *
     * @return empty for all tenants
     */
    public Optional<TenantId> tenant() {
        return Optional.ofNullable(tenant);
    }

    /**
     * Returns the SKU whose findings are excluded.
     *
     * @return empty for all findings of the customer and tenant
     */
    public Optional<SkuId> sku() {
        return Optional.ofNullable(sku);
    }

    /** Returns the reason, as reports show it; never blank. */
    public String reason() {
        return reason;
    }

    /**
     * Returns the person who decided on the exclusion.
     *
     * @return empty if the policy names none
     */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    /**
     * Returns the last day on which the exclusion is in force.
     *
     * @return empty for no end
     */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }

    public SuppressedOutput scope() {
        return scope;
    }

    /** Returns whether the exclusion is in force on a day. */
    public boolean inForce(LocalDate today) {
        return until == null || !today.isAfter(until);
    }

    /** Returns whether the exclusion matches a finding, in force or not. */
    public boolean concerns(Finding finding) {
        return (customer == null || customer.equals(finding.customer()))
                && (tenant == null || tenant.equals(finding.subject().tenant()))
                && (sku == null || Optional.of(sku).equals(finding.sku()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Exclusion that
                && Objects.equals(customer, that.customer)
                && Objects.equals(tenant, that.tenant)
                && Objects.equals(sku, that.sku)
                && reason.equals(that.reason)
                && Objects.equals(owner, that.owner)
                && Objects.equals(until, that.until)
                && scope == that.scope;
    }

    @Override
    public int hashCode() {
        return Objects.hash(customer, tenant, sku, reason, owner, until, scope);
    }

    @Override
    public String toString() {
        return "Exclusion[customer=" + customer + ", tenant=" + tenant + ", sku=" + sku + ", reason=" + reason
                + ", owner=" + owner + ", until=" + until + ", scope=" + scope + "]";
    }

    /** Builder of an exclusion. Not thread-safe. */
    public static final class Builder {
        private final @Nullable CustomerId customer;
        private final @Nullable SkuId sku;
        private final String reason;
        private @Nullable TenantId tenant;
        private @Nullable String owner;
        private @Nullable LocalDate until;
        private SuppressedOutput scope = SuppressedOutput.ALERTS_ONLY;

        private Builder(@Nullable CustomerId customer, @Nullable SkuId sku, String reason) {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an exclusion needs a reason");
            }
            this.customer = customer;
            this.sku = sku;
            this.reason = reason;
        }

        /** Limits the exclusion to findings about a tenant. Default: {@code null}, which means all tenants. */
        public Builder tenant(@Nullable TenantId id) {
            this.tenant = id;
            return this;
        }

        /** Sets the person who decided on the exclusion. Default: {@code null}, which means not recorded. */
        public Builder owner(@Nullable String name) {
            this.owner = name;
            return this;
        }

        /** Sets the last day on which the exclusion is in force. Default: {@code null}, which means no end. */
        public Builder until(@Nullable LocalDate lastDay) {
            this.until = lastDay;
            return this;
        }

        /** Sets the extent of the suppression. Default: {@link SuppressedOutput#ALERTS_ONLY}. */
        public Builder scope(SuppressedOutput extent) {
            this.scope = Objects.requireNonNull(extent, "scope");
            return this;
        }

        public Exclusion build() {
            return new Exclusion(this);
        }
    }
}
