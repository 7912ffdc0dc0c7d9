package dev.seatport.domain.review;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.ProductCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Partner's rules for which findings a review reports, and how severe they are. Immutable. */
public final class ReviewPolicy {
    private static final Threshold DEFAULT_COVERAGE = Threshold.of(2, 1);
    private static final Threshold DEFAULT_SURPLUS = Threshold.of(10, 5);

    private final Threshold unassigned;
    private final Threshold coverage;
    private final Threshold surplus;
    private final Threshold disagreement;
    private final Map<FindingKind, Severity> severities;
    private final Map<ProductCode, Set<SkuId>> seatSkus;
    private final Set<SkuId> freeSkus;
    private final List<Exclusion> exclusions;

    private ReviewPolicy(Builder builder) {
        this.unassigned = builder.unassigned;
        this.coverage = builder.coverage == null ? DEFAULT_COVERAGE : builder.coverage;
        this.surplus = builder.surplus();
        this.disagreement = builder.disagreement;
        this.severities = builder.severities;
        this.seatSkus = builder.seatSkus;
        this.freeSkus = builder.freeSkus;
        this.exclusions = builder.exclusions;
    }

    /** Returns the policy with all defaults. */
    public static ReviewPolicy defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns this policy without the seat SKUs of these products: a review then only shows their licenses. */
    public ReviewPolicy withoutSeatSkus(Set<ProductCode> products) {
        if (products.stream().noneMatch(seatSkus::containsKey)) {
            return this;
        }
        Map<ProductCode, Set<SkuId>> others = new HashMap<>(seatSkus);
        others.keySet().removeAll(products);
        return builder()
                .unassigned(unassigned)
                .coverage(coverage)
                .surplus(surplus)
                .disagreement(disagreement)
                .severities(severities)
                .seatSkus(others)
                .freeSkus(freeSkus)
                .exclusions(exclusions)
                .build();
    }

    /** Returns the threshold of unassigned licenses, relative to the purchased ones. Default: 10 % and 5 licenses. */
    public Threshold unassigned() {
        return unassigned;
    }

    /** Returns the threshold of a shortfall, relative to the assigned seats. Default: 2 % and 1 seat. */
    public Threshold coverage() {
        return coverage;
    }

    /**
     * Returns the threshold of a surplus, relative to the purchased seats. Default: that of a shortfall if it is set, else 10 %
     * and 5 seats, because a few spare seats are usual.
     */
    public Threshold surplus() {
        return surplus;
    }

    /** Returns the threshold of a difference between two vendors, relative to the seat vendor's count. Default: 2 % and 1 seat. */
    public Threshold disagreement() {
        return disagreement;
    }

    /** Returns the severity of a kind of finding. Default: {@link FindingKind#defaultSeverity()}. */
    public Severity severity(FindingKind kind) {
        return severities.getOrDefault(kind, kind.defaultSeverity());
    }

    /**
     * Returns the SKUs of which each assigned license stands for one person who needs a seat of the product. Empty by default:
     * licenses and people are not comparable without such a list, so a review then reports no
     * {@link FindingKind#VENDORS_DISAGREE}.
     */
    public Set<SkuId> seatSkus(ProductCode product) {
        return seatSkus.getOrDefault(product, Set.of());
    }

    /** Returns the seat SKUs of all products that have any. */
    public Map<ProductCode, Set<SkuId>> seatSkus() {
        return seatSkus;
    }

    /**
     * Returns the SKUs that are free of charge, which vendors assign by the thousand. Reports show their licenses, but exclude
     * them from totals and from findings about unassigned licenses. Empty by default.
     */
    public Set<SkuId> freeSkus() {
        return freeSkus;
    }

    /** Returns all exclusions, in force or not, in the policy's order. */
    public List<Exclusion> exclusions() {
        return exclusions;
    }

    /**
     * Returns the first exclusion that matches a finding and is in force on a day.
     *
     * @return empty if there is none
     */
    public Optional<Exclusion> exclusionOf(Finding finding, LocalDate today) {
        return exclusions.stream()
                .filter(exclusion -> exclusion.inForce(today) && exclusion.concerns(finding))
                .findFirst();
    }

    /** Builder of a policy. The getters of {@link ReviewPolicy} document the defaults. Not thread-safe. */
    public static final class Builder {
        private Threshold unassigned = Threshold.of(10, 5);
        private @Nullable Threshold coverage;
        private @Nullable Threshold surplus;
        private Threshold disagreement = Threshold.of(2, 1);
        private Map<FindingKind, Severity> severities = Map.of();
        private Map<ProductCode, Set<SkuId>> seatSkus = Map.of();
        private Set<SkuId> freeSkus = Set.of();
        private List<Exclusion> exclusions = List.of();

        private Builder() {}

        public Builder unassigned(Threshold threshold) {
            this.unassigned = Objects.requireNonNull(threshold, "unassigned");
            return this;
        }

        /** Sets the threshold of a shortfall, and that of a surplus unless {@link #surplus(Threshold)} sets it. */
        public Builder coverage(Threshold threshold) {
            this.coverage = Objects.requireNonNull(threshold, "coverage");
            return this;
        }

        public Builder surplus(Threshold threshold) {
            this.surplus = Objects.requireNonNull(threshold, "surplus");
            return this;
        }

        private Threshold surplus() {
            return surplus != null ? surplus : coverage != null ? coverage : DEFAULT_SURPLUS;
        }

        public Builder disagreement(Threshold threshold) {
            this.disagreement = Objects.requireNonNull(threshold, "disagreement");
            return this;
        }

        public Builder severities(Map<FindingKind, Severity> byKind) {
            this.severities = Map.copyOf(byKind);
            return this;
        }

        public Builder seatSkus(Map<ProductCode, Set<SkuId>> byProduct) {
            this.seatSkus = byProduct.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
            return this;
        }

        public Builder freeSkus(Set<SkuId> skus) {
            this.freeSkus = Set.copyOf(skus);
            return this;
        }

        public Builder exclusions(List<Exclusion> all) {
            this.exclusions = List.copyOf(all);
            return this;
        }

        public ReviewPolicy build() {
            return new ReviewPolicy(this);
        }
    }
}
