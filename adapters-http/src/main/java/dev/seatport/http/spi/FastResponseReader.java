package dev.seatport.http.spi;

import dev.seatport.http.json.FastJsonReader;
import java.util.List;

/**
 * Optional fast decoder for responses that are frequent and have many rows. It reads JSON field by field and maps the rows on
 * the way. If the JSON has an unsupported form (see {@link FastJsonReader}), or a row cannot be mapped, the client decodes the
 * response again with Jackson databind. So this decoder needs no separate error handling. Implementations must be immutable,
 * because several threads may use one instance.
 *
 * @param <D> the DTO of the response
 * @param <T> the domain type of a row
 */
@FunctionalInterface
public interface FastResponseReader<D, T> {
    /**
     * Decodes a response.
     *
     * @param json positioned at the start of the document
     * @param rows receives the mapped rows in order
     * @param context context without the values that arrive at the end of the response. Drift is reported after decoding
     * @return the response as databind would decode it, but with an empty list of rows
     * @throws FastJsonReader.UnsupportedJsonException if the JSON has an unsupported form
     * @throws dev.seatport.ports.failure.VendorException if a row cannot be mapped
     */
    D decode(FastJsonReader json, List<T> rows, ResponseContext context);
}
