package dev.seatport.benchmarks.call;

/** One way to ask for a page of tenant seats: sent, answered, parsed, and each row looked at. */
interface ClientUnderTest extends AutoCloseable {
    /** Asks once; does not block. */
    void call(Done done);

    @Override
    void close();

    /** Whoever waits for the end of a call. */
    interface Done {
        /**
         * All rows came.
         *
         * @param assigned what their assigned seats sum up to
         */
        void page(int rows, long assigned);

        void failed(Throwable failure);
    }
}
