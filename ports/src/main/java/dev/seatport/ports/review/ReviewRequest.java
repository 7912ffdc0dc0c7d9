package dev.seatport.ports.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Product;
import java.util.List;
import java.util.Objects;

/** Parameters of a review. Immutable, if its {@link ReviewedCustomerLookup} is. */
public final class ReviewRequest {
    private final List<Product> products;
    private final ReviewPolicy policy;
    private final List<CustomerId> customers;
    private final ReviewedCustomerLookup checkpoint;
    private final boolean unmatchedLicenses;

    private ReviewRequest(Builder builder) {
        this.products = builder.products;
        this.policy = builder.policy;
        this.customers = builder.customers;
        this.checkpoint = builder.checkpoint;
        this.unmatchedLicenses = builder.unmatchedLicenses;
    }

    /**
     * Returns a builder of a request for all customers with the default policy.
     *
     * @param products the products to review; the review reads seats only of tenant kinds that one of them covers
     */
    public static Builder of(List<Product> products) {
        return new Builder(products);
    }

    /** Returns the products to review, each once. */
    public List<Product> products() {
        return products;
    }

    /** Returns the policy that decides which findings the review reports. */
    public ReviewPolicy policy() {
        return policy;
    }

    /** Returns the customers to review, each once; empty for all customers that the seat vendor lists. */
    public List<CustomerId> customers() {
        return customers;
    }

    /** Returns the customers that an earlier review has reviewed. */
    public ReviewedCustomerLookup checkpoint() {
        return checkpoint;
    }

    /** Returns whether to read the licenses of the tenants that no customer of the seat vendor has. */
    public boolean unmatchedLicenses() {
        return unmatchedLicenses;
    }

    /** Builder of a request. Not thread-safe. */
    public static final class Builder {
        private final List<Product> products;
        private ReviewPolicy policy = ReviewPolicy.defaults();
        private List<CustomerId> customers = List.of();
        private ReviewedCustomerLookup checkpoint = ReviewedCustomerLookup.none();
        private boolean unmatchedLicenses;

        private Builder(List<Product> products) {
            this.products = products.stream().distinct().toList();
        }

        /** Sets the policy. Default: {@link ReviewPolicy#defaults()}. */
        public Builder policy(ReviewPolicy reviewPolicy) {
            this.policy = Objects.requireNonNull(reviewPolicy, "policy");
            return this;
        }

        /** Sets the customers to review, by their ids at the seat vendor. Default: all. */
        public Builder customers(List<CustomerId> ids) {
            this.customers = ids.stream().distinct().toList();
            return this;
        }

        /** Sets the customers to skip because an earlier review has reviewed them. Default: none. */
        public Builder checkpoint(ReviewedCustomerLookup earlierReview) {
            this.checkpoint = Objects.requireNonNull(earlierReview, "checkpoint");
            return this;
        }

        /**
         * Sets whether to read the licenses of the tenants that no customer of the seat vendor has. Only those are read that have a
         * finding. Default: {@code false}.
         */
        public Builder unmatchedLicenses(boolean read) {
            this.unmatchedLicenses = read;
            return this;
        }

        public ReviewRequest build() {
            return new ReviewRequest(this);
        }
    }
}
