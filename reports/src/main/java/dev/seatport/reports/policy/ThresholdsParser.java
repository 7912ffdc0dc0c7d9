package dev.seatport.reports.policy;

import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.Threshold;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The thresholds that a file sets. The tolerance fills what it leaves open about coverage and disagreement. */
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
    /** More seats than anybody has: whoever writes more has meant something else. */
    private static final long HIGHEST_FLOOR = 1_000_000_000;

    private static final String LEGAL_PERCENT = "0 to 100";
    private static final String LEGAL_FLOOR = "a whole number from 0 to " + HIGHEST_FLOOR;

    static ThresholdsParser of(Map<String, NodeReader> keys) {
        Map<String, NodeReader> set = Optional.ofNullable(keys.get(PolicyReader.THRESHOLDS))
                .map(nodeReader -> nodeReader.group(NAMES))
                .orElse(Map.of());
        return new ThresholdsParser(
                Optional.ofNullable(set.get(UNASSIGNED)),
                Optional.ofNullable(set.get(COVERAGE)),
                Optional.ofNullable(set.get(DISAGREEMENT)),
                Optional.ofNullable(keys.get(PolicyReader.TOLERANCE)));
    }

    void setOn(ReviewPolicy.Builder policy) {
        ReviewPolicy usual = ReviewPolicy.defaults();
        ThresholdFields tolerated = ThresholdFields.of(tolerance);
        policy.unassigned(ThresholdFields.of(unassigned).over(usual.unassigned()));
        policy.coverage(ThresholdFields.of(coverage).over(tolerated.over(usual.coverage())));
        policy.disagreement(ThresholdFields.of(disagreement).over(tolerated.over(usual.disagreement())));
    }

    /** What is set of one threshold. */
    private record ThresholdFields(Optional<BigDecimal> percent, Optional<Long> floor) {
        static ThresholdFields of(Optional<NodeReader> threshold) {
            Map<String, NodeReader> set =
                    threshold.map(nodeReader -> nodeReader.group(PARTS)).orElse(Map.of());
            return new ThresholdFields(
                    Optional.ofNullable(set.get(PERCENT)).flatMap(ThresholdsParser::percent),
                    Optional.ofNullable(set.get(FLOOR)).flatMap(ThresholdsParser::floor));
        }

        Threshold over(Threshold other) {
            return new Threshold(percent.orElse(other.percent()), floor.orElse(other.floor()));
        }
    }

    private static Optional<BigDecimal> percent(NodeReader nodeReader) {
        return nodeReader.text(LEGAL_PERCENT).flatMap(text -> {
            Optional<BigDecimal> percent = Optional.of(text)
                    .filter(number -> DECIMAL.matcher(number).matches())
                    .map(BigDecimal::new)
                    .filter(number -> number.signum() >= 0 && number.compareTo(HUNDRED) <= 0);
            if (percent.isEmpty()) {
                nodeReader.refuse("is " + Diagnostics.quoted(text), LEGAL_PERCENT);
            }
            return percent;
        });
    }

    private static Optional<Long> floor(NodeReader nodeReader) {
        return nodeReader.text(LEGAL_FLOOR).flatMap(text -> {
            Optional<Long> floor = Optional.of(text)
                    .filter(number -> WHOLE.matcher(number).matches())
                    .map(Long::valueOf)
                    .filter(number -> number >= 0 && number <= HIGHEST_FLOOR);
            if (floor.isEmpty()) {
                nodeReader.refuse("is " + Diagnostics.quoted(text), LEGAL_FLOOR);
            }
            return floor;
        });
    }
}
