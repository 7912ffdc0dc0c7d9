package dev.seatport.benchmarks.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One figure as several rounds gave it.
 *
 * @param median the one in the middle; the mean of both, if there are two
 */
public record Spread(double median, double least, double most) {
    /**
     * The spread of some rounds.
     *
     * @throws IllegalArgumentException if there is none, or one that is no number
     */
    public static Spread of(List<Double> rounds) {
        if (rounds.isEmpty() || rounds.stream().anyMatch(round -> !Double.isFinite(round))) {
            throw new IllegalArgumentException("no figure: " + rounds);
        }
        double[] sorted =
                rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** What we took divided by what they took, round by round. */
    public static List<Double> ratios(List<Double> ours, List<Double> theirs) {
        return IntStream.range(0, ours.size())
                .mapToObj(round -> ours.get(round) / theirs.get(round))
                .toList();
    }
}
