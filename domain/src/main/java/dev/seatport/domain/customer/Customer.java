package dev.seatport.domain.customer;

import dev.seatport.domain.tenant.Tenant;
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
    private final boolean deleted;

    private Customer(Builder builder) {
        this.id = Objects.requireNonNull(builder.id, "a customer needs an id");
        this.organization = builder.organization;
        this.ownerEmail = builder.ownerEmail;
        this.status = builder.status;
        this.statusText = builder.statusText;
        this.country = builder.country;
        this.tenants = builder.tenants;
        this.deleted = builder.deleted;
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

    /** The customer's tenants: empty if the vendor's call reports none at all, an empty list if it says there are none. */
    public Optional<List<Tenant>> tenants() {
        return Optional.ofNullable(tenants);
    }

    /** Whether the vendor lists the customer as deleted. */
    public boolean deleted() {
        return deleted;
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
                && deleted == that.deleted;
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
        private boolean deleted;

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

        public Builder tenants(@Nullable List<Tenant> reported) {
            this.tenants = reported == null ? null : List.copyOf(reported);
            return this;
        }

        public Builder deleted(boolean isDeleted) {
            this.deleted = isDeleted;
            return this;
        }

        public Customer build() {
            return new Customer(this);
        }
    }
}
