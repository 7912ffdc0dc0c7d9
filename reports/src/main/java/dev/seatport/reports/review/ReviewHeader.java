package dev.seatport.reports.review;

import java.util.Set;

/**
 * What a result says of itself before its first customer.
 *
 * @param generatedAt when the review began, in ISO 8601
 * @param seatportVersion what wrote it
 * @param seatsFrom the vendor of the seats
 * @param licensesFrom the vendor of the licenses
 * @param only the kinds of finding that were asked for; empty for all
 */
public record ReviewHeader(
        String generatedAt, String seatportVersion, String seatsFrom, String licensesFrom, Set<String> only) {
    /** The version of the fields of JSON. */
    public static final int SCHEMA_VERSION = 2;

    public ReviewHeader {
        only = Set.copyOf(only);
    }
}
