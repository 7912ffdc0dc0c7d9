package dev.seatport.http.spi;

import dev.seatport.http.json.JsonFieldReader;
import java.util.List;

/**
 * Reads answers of one kind field by field, and translates their rows on the way: an option for answers that come often and have
 * many rows. An answer that is not regular (see {@link JsonFieldReader}), or with a row that cannot be understood, is read a second time by Jackson's
 * databind, as all answers are where there is no such reader; so whatever this one does not cope with is judged there, and it
 * need not judge anything itself. Implementations hold no state that changes: several threads may read with one of them.
 *
 * @param <D> the DTO of the answer
 * @param <T> what its rows mean
 */
@FunctionalInterface
public interface FastResponseReader<D, T> {
    /**
     * Reads an answer.
     *
     * @param json stands at the beginning
     * @param rows takes what the rows mean, in their order
     * @param answer where it came from; without what only the end of the answer tells. Drift is told once all of it was read
     * @return the answer as databind would read it, but with an empty list for its rows
     * @throws JsonFieldReader.UnsupportedJsonException if it is not regular
     * @throws dev.seatport.ports.failure.VendorException if a row cannot be understood, wherever it stands
     */
    D decode(JsonFieldReader json, List<T> rows, ResponseContext answer);
}
