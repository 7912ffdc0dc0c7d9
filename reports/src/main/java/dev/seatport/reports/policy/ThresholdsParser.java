package dev.seatport.reports.policy;

import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.Threshold;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses the thresholds of a policy file. The tolerance is the default of coverage and disagreement. A coverage of the file is
 * also the default of the surplus.
 */
final class ThresholdsParser {
    private static final String UNASSIGNED = "unassigned";
    private static final String COVERAGE = "coverage";
    private static final String SURPLUS = "surplus";
    private static final String DISAGREEMENT = "disagreement";
    private static final AllowedValues<String> NAMES = AllowedValues.keys(UNASSIGNED, COVERAGE, SURPLUS, DISAGREEMENT);

    private static final String PERCENT = "percent";
    private static final String FLOOR = "floor";
    private static final AllowedValues<String> PARTS = AllowedValues.keys(PERCENT, FLOOR);

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** In seats. No customer has more: a higher number is a typing error. */
    private static final BigDecimal MAX_FLOOR = BigDecimal.valueOf(1_000_000_000);

    private static final String ALLOWED_PERCENT = "0 to 100";
    private static final String ALLOWED_FLOOR = "a whole number from 0 to " + MAX_FLOOR;

    private ThresholdsParser() {}

    static void apply(Map<String, NodeReader> keys, ReviewPolicy.Builder policy) {
        ReviewPolicy defaults = ReviewPolicy.defaults();
        Map<String, NodeReader> set = group(keys, PolicyNodeConverter.THRESHOLDS, NAMES);
        PartialThreshold tolerance = PartialThreshold.of(keys, PolicyNodeConverter.TOLERANCE);
        policy.unassigned(PartialThreshold.of(set, UNASSIGNED).orElse(defaults.unassigned()));
        PartialThreshold ofFile = PartialThreshold.of(set, COVERAGE);
        Threshold coverage = ofFile.orElse(tolerance.orElse(defaults.coverage()));
        policy.coverage(coverage);
        policy.surplus(PartialThreshold.of(set, SURPLUS).orElse(ofFile.isEmpty() ? defaults.surplus() : coverage));
        policy.disagreement(PartialThreshold.of(set, DISAGREEMENT).orElse(tolerance.orElse(defaults.disagreement())));
    }

    private static Map<String, NodeReader> group(
            Map<String, NodeReader> keys, String key, AllowedValues<String> allowedValues) {
        NodeReader node = keys.get(key);
        return node == null ? Map.of() : node.group(allowedValues);
    }

    private record PartialThreshold(Optional<BigDecimal> percent, Optional<BigDecimal> floor) {
        static PartialThreshold of(Map<String, NodeReader> keys, String key) {
            Map<String, NodeReader> set = group(keys, key, PARTS);
            return new PartialThreshold(
                    Optional.ofNullable(set.get(PERCENT))
                            .flatMap(node -> number(node, DECIMAL, HUNDRED, ALLOWED_PERCENT)),
                    Optional.ofNullable(set.get(FLOOR)).flatMap(node -> number(node, WHOLE, MAX_FLOOR, ALLOWED_FLOOR)));
        }

        boolean isEmpty() {
            return percent.isEmpty() && floor.isEmpty();
        }

        Threshold orElse(Threshold defaults) {
            return new Threshold(
                    percent.orElse(defaults.percent()),
                    floor.map(BigDecimal::longValue).orElse(defaults.floor()));
        }
    }

    private static Optional<BigDecimal> number(NodeReader node, Pattern form, BigDecimal max, String allowed) {
        return node.text(allowed).flatMap(text -> {
            Optional<BigDecimal> number = Optional.of(text)
                    .filter(digits -> form.matcher(digits).matches())
                    .map(BigDecimal::new)
                    .filter(value -> value.signum() >= 0 && value.compareTo(max) <= 0);
            if (number.isEmpty()) {
                node.addError("is " + PolicyErrorCollector.quoted(text), allowed);
            }
            return number;
        });
    }
}
