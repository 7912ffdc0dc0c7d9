package dev.seatport.ports.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Product;
import java.util.List;
import java.util.Objects;

/** What a review is asked for. Immutable, if its {@link ReviewCheckpoint} is. */
public final class ReviewRequest {
    private final List<Product> products;
    private final ReviewPolicy policy;
    private final List<CustomerId> customers;
    private final ReviewCheckpoint reviewCheckpoint;

    private ReviewRequest(Builder builder) {
        this.products = builder.products;
        this.policy = builder.policy;
        this.customers = builder.customers;
        this.reviewCheckpoint = builder.reviewCheckpoint;
    }

    /**
     * Begins a request for all customers, judged by the default policy.
     *
     * @param products the products whose coverage is wanted; only tenants that one of them covers are asked about
     */
    public static Builder of(List<Product> products) {
        return new Builder(products);
    }

    /** The products whose coverage is wanted, each once. */
    public List<Product> products() {
        return products;
    }

    /** What is worth telling. */
    public ReviewPolicy policy() {
        return policy;
    }

    /** The customers that are wanted, each once; empty for all that the seat vendor lists. */
    public List<CustomerId> customers() {
        return customers;
    }

    /** What an earlier review has read already. */
    public ReviewCheckpoint checkpoint() {
        return reviewCheckpoint;
    }

    /** Collects a request; what is not set keeps its default. */
    public static final class Builder {
        private final List<Product> products;
        private ReviewPolicy policy = ReviewPolicy.defaults();
        private List<CustomerId> customers = List.of();
        private ReviewCheckpoint reviewCheckpoint = ReviewCheckpoint.none();

        private Builder(List<Product> products) {
            this.products = products.stream().distinct().toList();
        }

        /** What is worth telling. Default: {@link ReviewPolicy#defaults()}. */
        public Builder policy(ReviewPolicy wanted) {
            this.policy = Objects.requireNonNull(wanted, "policy");
            return this;
        }

        /** The customers that are wanted, by their ids at the seat vendor. Default: all. */
        public Builder customers(List<CustomerId> wanted) {
            this.customers = wanted.stream().distinct().toList();
            return this;
        }

        /** What an earlier review has read already, and need not be read again. Default: nothing. */
        public Builder checkpoint(ReviewCheckpoint made) {
            this.reviewCheckpoint = Objects.requireNonNull(made, "progress");
            return this;
        }

        public ReviewRequest build() {
            return new ReviewRequest(this);
        }
    }
}
