package dev.seatport.benchmarks.vendor;

/**
 * Requests to the vendors, without token requests.
 *
 * @param avePoint requests that AvePoint handled
 * @param c3 requests that C3 handled
 * @param refused requests that either vendor rejected
 * @param latency mean delay of the responses in microseconds
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
