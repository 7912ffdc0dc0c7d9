package dev.seatport.benchmarks.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Median, minimum and maximum of a figure over several rounds.
 *
 * @param median middle value; with an even number of rounds the mean of the two in the middle
 */
public record Spread(double median, double min, double max) {
    /**
     * Returns the spread of the rounds.
     *
     * @throws IllegalArgumentException if there are no rounds or one is not finite
     */
    public static Spread of(List<Double> rounds) {
        if (rounds.isEmpty() || rounds.stream().anyMatch(round -> !Double.isFinite(round))) {
            throw new IllegalArgumentException("not a finite number: " + rounds);
        }
        double[] sorted =
                rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** Returns the ratio of each round. */
    public static List<Double> ratios(List<Double> numerators, List<Double> denominators) {
        return IntStream.range(0, numerators.size())
                .mapToObj(round -> numerators.get(round) / denominators.get(round))
                .toList();
    }
}
