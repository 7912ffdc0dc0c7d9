package dev.seatport.ports.events;

/**
 * Difference between a decoded response and the vendor's current documents.
 *
 * @param path the place in the response, as a JSON path with {@code [*]} for any row, such as {@code $.data[*].type}
 * @param what the difference, in a few words; never a value of the response
 */
public record SchemaDrift(String path, String what) {}
