package dev.seatport.http;

import java.util.List;

/**
 * Gathers the rows of one {@link LargeListing} while they arrive. Used on one thread.
 *
 * @param <R> the DTO of a row
 * @param <T> what rows come to
 */
public interface Gathering<R, T> {
    /**
     * Takes a row.
     *
     * @param path where the row stands in the answer, in JSON path form, for messages about it
     * @param answer where it came from; without what only the end of the answer tells
     * @return about how many bytes of memory are kept of it; see {@link Footprint}
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it cannot be understood. Then nothing of
     *     it was kept; it is handed in once more when the whole answer is known, and no row after it
     */
    long add(R row, String path, AnswerContext answer);

    /** Hands over what the rows came to, once, when there are no more. */
    List<T> rows();
}
