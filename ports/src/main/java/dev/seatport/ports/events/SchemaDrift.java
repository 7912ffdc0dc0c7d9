package dev.seatport.ports.events;

/**
 * A way in which an answer differs from the vendor's current documents, though it could be read.
 *
 * @param path where in the answer, in JSON path form with {@code [*]} for any row, such as {@code $.data[*].type}
 * @param what what is different, in a few words; never a value of the answer
 */
public record SchemaDrift(String path, String what) {}
