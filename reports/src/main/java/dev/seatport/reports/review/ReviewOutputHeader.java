package dev.seatport.reports.review;

import java.util.Set;

/**
 * Header of a result, before its first customer.
 *
 * @param generatedAt start of the review, in ISO 8601
 * @param seatportVersion version of the program that wrote the result
 * @param seatsFrom the vendor of the seats
 * @param licensesFrom the vendor of the licenses
 * @param only the kinds of finding to show; empty for all
 */
public record ReviewOutputHeader(
        String generatedAt, String seatportVersion, String seatsFrom, String licensesFrom, Set<String> only) {
    /** Version of the JSON schema. */
    public static final int SCHEMA_VERSION = 2;

    public ReviewOutputHeader {
        only = Set.copyOf(only);
    }
}
