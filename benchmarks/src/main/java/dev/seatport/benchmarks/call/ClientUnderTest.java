package dev.seatport.benchmarks.call;

/** Client that requests a page of tenant seats, decodes it and iterates over its rows. */
interface ClientUnderTest extends AutoCloseable {
    /** Sends one request. Must not block. */
    void call(ResultCallback callback);

    @Override
    void close();

    /** Receives the result of a call. */
    interface ResultCallback {
        /**
         * The page was decoded.
         *
         * @param assigned sum of the assigned seats of its rows
         */
        void completed(int rows, long assigned);

        void failed(Throwable failure);
    }
}
