package dev.seatport.domain.customer;

import dev.seatport.domain.internal.CountryCodes;
import dev.seatport.domain.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Customer of the partner, as one vendor describes it. Immutable. A value that the vendor did not report is absent, not
 * blank and not empty.
 */
public final class Customer {
    private final CustomerId id;
    private final @Nullable String organization;
    private final @Nullable String ownerEmail;
    private final CustomerServiceStatus status;
    private final @Nullable String statusText;
    private final @Nullable String country;
    private final @Nullable List<Tenant> tenants;
    private final int tenantsWithoutId;
    private final @Nullable Instant deletedAt;

    private Customer(Builder builder) {
        this.id = Objects.requireNonNull(builder.id, "a customer needs an id");
        this.organization = builder.organization;
        this.ownerEmail = builder.ownerEmail;
        this.status = builder.status;
        this.statusText = builder.statusText;
        this.country = builder.country;
        this.tenants = builder.tenants == null ? null : identified(builder.tenants);
        this.tenantsWithoutId = builder.tenantsWithoutId + unidentified(builder.tenants);
        this.deletedAt = builder.deletedAt;
    }

    private static List<Tenant> identified(List<Tenant> reported) {
        return reported.stream().filter(tenant -> tenant.id().isIdentifying()).toList();
    }

    private static int unidentified(@Nullable List<Tenant> reported) {
        return reported == null ? 0 : reported.size() - identified(reported).size();
    }

    /** Returns a builder with the id. */
    public static Builder builder(CustomerId id) {
        return builder().id(id);
    }

    /** Returns a builder without an id; {@link Builder#build()} requires one. */
    public static Builder builder() {
        return new Builder();
    }

    public CustomerId id() {
        return id;
    }

    /** Returns the customer's name. */
    public Optional<String> organization() {
        return Optional.ofNullable(organization);
    }

    /** Returns the e-mail address of the person who owns the account. */
    public Optional<String> ownerEmail() {
        return Optional.ofNullable(ownerEmail);
    }

    /** Returns the status; {@link CustomerServiceStatus#UNKNOWN} if the vendor reported none or a new one. */
    public CustomerServiceStatus status() {
        return status;
    }

    /** Returns the status in the vendor's words. */
    public Optional<String> statusText() {
        return Optional.ofNullable(statusText);
    }

    /** Returns the country or region: a name or a code, in the vendor's spelling. */
    public Optional<String> country() {
        return Optional.ofNullable(country);
    }

    /**
     * Returns the code of the country (ISO 3166-1 alpha-2).
     *
     * @return empty if the vendor reports no country, or spells it in an unknown way
     */
    public Optional<String> countryCode() {
        return country().flatMap(CountryCodes::of);
    }

    /**
     * Returns the customer's tenants that have an identifying id. {@link #tenantsWithoutId()} counts the others.
     *
     * @return empty if the vendor's response does not list tenants; an empty list if it lists none
     */
    public Optional<List<Tenant>> tenants() {
        return Optional.ofNullable(tenants);
    }

    /** Returns the number of tenants without an identifying id. No seats or licenses can be requested for them. */
    public int tenantsWithoutId() {
        return tenantsWithoutId;
    }

    /** Returns whether {@link #tenants()} holds every tenant that the vendor has of the customer. */
    public boolean isTenantListComplete() {
        return tenants != null && tenantsWithoutId == 0;
    }

    /**
     * Returns the time at which the vendor deleted the customer.
     *
     * @return empty if the vendor does not list the customer as deleted
     */
    public Optional<Instant> deletedAt() {
        return Optional.ofNullable(deletedAt);
    }

    /** Returns whether the vendor lists the customer as deleted. */
    public boolean deleted() {
        return deletedAt != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Customer that
                && id.equals(that.id)
                && Objects.equals(organization, that.organization)
                && Objects.equals(ownerEmail, that.ownerEmail)
                && status == that.status
                && Objects.equals(statusText, that.statusText)
                && Objects.equals(country, that.country)
                && Objects.equals(tenants, that.tenants)
                && tenantsWithoutId == that.tenantsWithoutId
                && Objects.equals(deletedAt, that.deletedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, organization, status, tenants);
    }

    /** Returns the id only, because names and addresses of people must not be logged. */
    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }

    /** Builder of a customer. {@code null} and a missing call mean: not reported. Not thread-safe. */
    public static final class Builder {
        private @Nullable CustomerId id;
        private @Nullable String organization;
        private @Nullable String ownerEmail;
        private CustomerServiceStatus status = CustomerServiceStatus.UNKNOWN;
        private @Nullable String statusText;
        private @Nullable String country;
        private @Nullable List<Tenant> tenants;
        private int tenantsWithoutId;
        private @Nullable Instant deletedAt;

        private Builder() {}

        public Builder id(CustomerId customerId) {
            this.id = Objects.requireNonNull(customerId, "id");
            return this;
        }

        public Builder organization(@Nullable String name) {
            this.organization = name;
            return this;
        }

        public Builder ownerEmail(@Nullable String address) {
            this.ownerEmail = address;
            return this;
        }

        public Builder status(CustomerServiceStatus meaning, @Nullable String vendorText) {
            this.status = Objects.requireNonNull(meaning, "status");
            this.statusText = vendorText;
            return this;
        }

        public Builder status(CustomerServiceStatus meaning) {
            this.status = Objects.requireNonNull(meaning, "status");
            return this;
        }

        public Builder statusText(@Nullable String vendorText) {
            this.statusText = vendorText;
            return this;
        }

        public Builder country(@Nullable String nameOrCode) {
            this.country = nameOrCode;
            return this;
        }

        /** Sets the tenants. A tenant without an identifying id is only counted. */
        public Builder tenants(@Nullable List<Tenant> reported) {
            this.tenants = reported == null ? null : List.copyOf(reported);
            return this;
        }

        /**
         * Sets the number of further tenants without an identifying id. Default: 0.
         *
         * @throws IllegalArgumentException if {@code count} is negative
         */
        public Builder tenantsWithoutId(int count) {
            if (count < 0) {
                throw new IllegalArgumentException(
                        "the number of tenants without an id must not be negative: " + count);
            }
            this.tenantsWithoutId = count;
            return this;
        }

        public Builder deletedAt(@Nullable Instant when) {
            this.deletedAt = when;
            return this;
        }

        /**
         * Returns the customer.
         *
         * @throws NullPointerException if no id was set
         */
        public Customer build() {
            return new Customer(this);
        }
    }
}
