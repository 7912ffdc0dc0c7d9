package dev.seatport.reports.review;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.Threshold;
import dev.seatport.domain.seat.ProductCode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Account, policy and products of a review. Two reviews with equal ones can be compared. Without secrets.
 *
 * @param account a hash of the vendors and their accounts; {@code null} if it is not known
 * @param policy a hash of the rules that decide which findings there are; {@code null} if it is not known
 * @param products the codes of the reviewed products; {@code null} if they are not known
 */
public record ReviewFingerprint(
        @Nullable String account,
        @Nullable String policy,
        @Nullable List<String> products) {

    /** Returns a fingerprint that allows no comparison. */
    public static ReviewFingerprint unknown() {
        return new ReviewFingerprint(null, null, null);
    }

    /**
     * Returns the fingerprint of a review.
     *
     * @param account a hash of the vendors and their accounts
     * @param products the reviewed products
     */
    public static ReviewFingerprint of(String account, ReviewPolicy policy, List<ProductCode> products) {
        return new ReviewFingerprint(
                account,
                fingerprint(policy, products),
                products.stream().map(ProductCode::value).sorted().distinct().toList());
    }

    /** Leaves out severities and exclusions: they hide no finding, or the result lists what they hide. */
    private static String fingerprint(ReviewPolicy policy, List<ProductCode> products) {
        ScopeFingerprint fingerprint = new ScopeFingerprint()
                .add("unassigned", text(policy.unassigned()))
                .add("coverage", text(policy.coverage()))
                .add("surplus", text(policy.surplus()))
                .add("disagreement", text(policy.disagreement()))
                .add("free-skus", text(policy.freeSkus().stream()));
        products.stream()
                .distinct()
                .filter(product -> !policy.seatSkus(product).isEmpty())
                .sorted(Comparator.comparing(ProductCode::value))
                .forEach(product -> fingerprint.add("seat-skus " + product, text(policy.seatSkus(product).stream())));
        return fingerprint.text();
    }

    private static String text(Threshold threshold) {
        return threshold.percent().stripTrailingZeros().toPlainString() + " " + threshold.floor();
    }

    private static String text(Stream<SkuId> skus) {
        return skus.map(SkuId::canonical).sorted().collect(Collectors.joining(","));
    }
}
