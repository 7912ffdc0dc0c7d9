package dev.seatport.reports.policy;

import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.Threshold;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses the thresholds of a policy file. The tolerance is the default of coverage and disagreement. */
record ThresholdsParser(
        Optional<NodeReader> unassigned,
        Optional<NodeReader> coverage,
        Optional<NodeReader> disagreement,
        Optional<NodeReader> tolerance) {
    private static final String UNASSIGNED = "unassigned";
    private static final String COVERAGE = "coverage";
    private static final String DISAGREEMENT = "disagreement";
    private static final AllowedValues<String> NAMES = AllowedValues.keys(UNASSIGNED, COVERAGE, DISAGREEMENT);

    private static final String PERCENT = "percent";
    private static final String FLOOR = "floor";
    private static final AllowedValues<String> PARTS = AllowedValues.keys(PERCENT, FLOOR);

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** In seats. No customer has more: a higher number is a typing error. */
    private static final long MAX_FLOOR = 1_000_000_000;

    private static final String ALLOWED_PERCENT = "0 to 100";
    private static final String ALLOWED_FLOOR = "a whole number from 0 to " + MAX_FLOOR;

    static ThresholdsParser of(Map<String, NodeReader> keys) {
        Map<String, NodeReader> set = Optional.ofNullable(keys.get(PolicyNodeConverter.THRESHOLDS))
                .map(node -> node.group(NAMES))
                .orElse(Map.of());
        return new ThresholdsParser(
                Optional.ofNullable(set.get(UNASSIGNED)),
                Optional.ofNullable(set.get(COVERAGE)),
                Optional.ofNullable(set.get(DISAGREEMENT)),
                Optional.ofNullable(keys.get(PolicyNodeConverter.TOLERANCE)));
    }

    void applyTo(ReviewPolicy.Builder policy) {
        ReviewPolicy defaults = ReviewPolicy.defaults();
        PartialThreshold tolerated = PartialThreshold.of(tolerance);
        policy.unassigned(PartialThreshold.of(unassigned).orElse(defaults.unassigned()));
        policy.coverage(PartialThreshold.of(coverage).orElse(tolerated.orElse(defaults.coverage())));
        policy.disagreement(PartialThreshold.of(disagreement).orElse(tolerated.orElse(defaults.disagreement())));
    }

    private record PartialThreshold(Optional<BigDecimal> percent, Optional<Long> floor) {
        static PartialThreshold of(Optional<NodeReader> threshold) {
            Map<String, NodeReader> set =
                    threshold.map(node -> node.group(PARTS)).orElse(Map.of());
            return new PartialThreshold(
                    Optional.ofNullable(set.get(PERCENT)).flatMap(ThresholdsParser::percent),
                    Optional.ofNullable(set.get(FLOOR)).flatMap(ThresholdsParser::floor));
        }

        Threshold orElse(Threshold defaults) {
            return new Threshold(percent.orElse(defaults.percent()), floor.orElse(defaults.floor()));
        }
    }

    private static Optional<BigDecimal> percent(NodeReader node) {
        return node.text(ALLOWED_PERCENT).flatMap(text -> {
            Optional<BigDecimal> percent = Optional.of(text)
                    .filter(number -> DECIMAL.matcher(number).matches())
                    .map(BigDecimal::new)
                    .filter(number -> number.signum() >= 0 && number.compareTo(HUNDRED) <= 0);
            if (percent.isEmpty()) {
                node.addError("is " + PolicyErrorCollector.quoted(text), ALLOWED_PERCENT);
            }
            return percent;
        });
    }

    private static Optional<Long> floor(NodeReader node) {
        return node.text(ALLOWED_FLOOR).flatMap(text -> {
            Optional<Long> floor = Optional.of(text)
                    .filter(number -> WHOLE.matcher(number).matches())
                    .map(Long::valueOf)
                    .filter(number -> number >= 0 && number <= MAX_FLOOR);
            if (floor.isEmpty()) {
                node.addError("is " + PolicyErrorCollector.quoted(text), ALLOWED_FLOOR);
            }
            return floor;
        });
    }
}
