package dev.seatport.benchmarks.start;

/** A program that does nothing: what Java itself takes. */
final class EmptyMain {
    private EmptyMain() {}

    public static void main(String[] arguments) {
        // Nothing.
    }
}
