package dev.seatport.benchmarks.vendor;

/**
 * What the vendors were asked, tokens aside.
 *
 * @param avePoint how many requests AvePoint answered
 * @param c3 how many requests C3 answered
 * @param refused how many either refused
 * @param latency how long answers were kept on average, in microseconds
 */
public record CallCounter(long avePoint, long c3, long refused, long latency) {
    String line() {
        return avePoint + " " + c3 + " " + refused + " " + latency;
    }

    static CallCounter of(String line) {
        String[] numbers = line.split(" ", -1);
        return new CallCounter(
                Long.parseLong(numbers[0]),
                Long.parseLong(numbers[1]),
                Long.parseLong(numbers[2]),
                Long.parseLong(numbers[3]));
    }
}
