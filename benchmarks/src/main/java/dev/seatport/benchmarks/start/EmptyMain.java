package dev.seatport.benchmarks.start;

/** Empty program. It measures the start of Java itself. */
final class EmptyMain {
    private EmptyMain() {}

    public static void main(String[] arguments) {
        // Empty on purpose.
    }
}
