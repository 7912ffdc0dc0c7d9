package dev.seatport.domain.customer;

import dev.seatport.domain.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the partner, as one vendor describes it. What the vendor did not report is absent, not blank and not
 * empty.
 */
public final class Customer {
    private final CustomerId id;
    private final @Nullable String organization;
    private final @Nullable String ownerEmail;
    private final CustomerStatus status;
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

    /** Begins a customer of which nothing but the id is known. */
    public static Builder builder(CustomerId id) {
        return builder().id(id);
    }

    /** Begins a customer of which nothing is known; {@link Builder#build()} wants an id. */
    public static Builder builder() {
        return new Builder();
    }

    public CustomerId id() {
        return id;
    }

    /** The customer's name. */
    public Optional<String> organization() {
        return Optional.ofNullable(organization);
    }

    /** The e-mail address of the person who owns the account. */
    public Optional<String> ownerEmail() {
        return Optional.ofNullable(ownerEmail);
    }

    /** The status in our words; {@link CustomerStatus#UNKNOWN} when the vendor has none or says something new. */
    public CustomerStatus status() {
        return status;
    }

    /** The status in the vendor's words. */
    public Optional<String> statusText() {
        return Optional.ofNullable(statusText);
    }

    /** Country or region: a name or a code, as the vendor writes it. */
    public Optional<String> country() {
        return Optional.ofNullable(country);
    }

    /**
     * The customer's tenants that have an id: empty if the vendor's call reports none at all, an empty list if it says there
     * are none. {@link #tenantsWithoutId()} counts the others.
     */
    public Optional<List<Tenant>> tenants() {
        return Optional.ofNullable(tenants);
    }

    /** How many tenants the vendor lists without an id that identifies them. Their numbers cannot be asked for. */
    public int tenantsWithoutId() {
        return tenantsWithoutId;
    }

    /** Whether {@link #tenants()} are all of the customer's tenants, as far as the vendor says. */
    public boolean isTenantListComplete() {
        return tenants != null && tenantsWithoutId == 0;
    }

    /** When the vendor deleted the customer; empty if the vendor does not list it as deleted. */
    public Optional<Instant> deletedAt() {
        return Optional.ofNullable(deletedAt);
    }

    /** Whether the vendor lists the customer as deleted. */
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

    /** The identity only: names and addresses of people do not belong in logs. */
    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }

    /** Collects what a vendor reported of one customer. {@code null} means: not reported. */
    public static final class Builder {
        private @Nullable CustomerId id;
        private @Nullable String organization;
        private @Nullable String ownerEmail;
        private CustomerStatus status = CustomerStatus.UNKNOWN;
        private @Nullable String statusText;
        private @Nullable String country;
        private @Nullable List<Tenant> tenants;
        private int tenantsWithoutId;
        private @Nullable Instant deletedAt;

        private Builder() {}

        public Builder id(CustomerId given) {
            this.id = Objects.requireNonNull(given, "id");
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

        public Builder status(CustomerStatus meaning, @Nullable String vendorText) {
            this.status = Objects.requireNonNull(meaning, "status");
            this.statusText = vendorText;
            return this;
        }

        public Builder status(CustomerStatus meaning) {
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

        /** The tenants. Those with an id that identifies nothing are only counted. */
        public Builder tenants(@Nullable List<Tenant> reported) {
            this.tenants = reported == null ? null : List.copyOf(reported);
            return this;
        }

        /**
         * How many further tenants were reported without an id that identifies them. Default: 0.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder tenantsWithoutId(int count) {
            if (count < 0) {
                throw new IllegalArgumentException("a customer cannot have fewer than 0 tenants");
            }
            this.tenantsWithoutId = count;
            return this;
        }

        public Builder deletedAt(@Nullable Instant when) {
            this.deletedAt = when;
            return this;
        }

        public Customer build() {
            return new Customer(this);
        }
    }
}
