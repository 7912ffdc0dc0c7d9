package dev.seatport.domain.review;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.ProductCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a partner wants to be told of. Immutable. */
public final class ReviewPolicy {
    private final Threshold unassigned;
    private final Threshold coverage;
    private final Threshold disagreement;
    private final Map<FindingKind, Severity> severities;
    private final Map<ProductCode, Set<SkuId>> seatSkus;
    private final Set<SkuId> freeSkus;
    private final List<Exclusion> exclusions;

    private ReviewPolicy(Builder builder) {
        this.unassigned = builder.unassigned;
        this.coverage = builder.coverage;
        this.disagreement = builder.disagreement;
        this.severities = builder.severities;
        this.seatSkus = builder.seatSkus;
        this.freeSkus = builder.freeSkus;
        this.exclusions = builder.exclusions;
    }

    /** The policy of a partner who set nothing. */
    public static ReviewPolicy defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** From when on unassigned licenses are told, as a part of those purchased. Default: 10 % and 5 licenses. */
    public Threshold unassigned() {
        return unassigned;
    }

    /** From when on a shortfall (as a part of what is assigned) or a surplus (as a part of what was purchased) is told. Default: 2 % and 1 seat. */
    public Threshold coverage() {
        return coverage;
    }

    /** From when on two vendors' difference is told, as a part of the seat vendor's count. Default: 2 % and 1 seat. */
    public Threshold disagreement() {
        return disagreement;
    }

    /** How much a kind of finding matters. */
    public Severity severity(FindingKind kind) {
        return severities.getOrDefault(kind, kind.defaultSeverity());
    }

    /**
     * The SKUs whose assigned licenses each mean one person who needs a seat of the product. Empty by default: people and
     * licenses are different things, and without such a list no two vendors are said to disagree.
     */
    public Set<SkuId> seatSkus(ProductCode product) {
        return seatSkus.getOrDefault(product, Set.of());
    }

    /**
     * The SKUs that cost nothing. Vendors hand them out in lots of thousands. Their licenses are shown, and left out of sums
     * and of findings about unused licenses. Empty by default.
     */
    public Set<SkuId> freeSkus() {
        return freeSkus;
    }

    /** All exclusions, in force or not, in the order in which they were given. */
    public List<Exclusion> exclusions() {
        return exclusions;
    }

    /** The first exclusion in force on that day that concerns a finding. */
    public Optional<Exclusion> exclusionOf(Finding finding, LocalDate today) {
        return exclusions.stream()
                .filter(exclusion -> exclusion.inForce(today) && exclusion.concerns(finding))
                .findFirst();
    }

    /** Collects a policy; what is not set keeps its default. */
    public static final class Builder {
        private Threshold unassigned = Threshold.of(10, 5);
        private Threshold coverage = Threshold.of(2, 1);
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

        public Builder coverage(Threshold threshold) {
            this.coverage = Objects.requireNonNull(threshold, "coverage");
            return this;
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
