package dev.seatport.reports.review;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Header of a result, before its first customer.
 *
 * @param generatedAt start of the review, in ISO 8601
 * @param seatportVersion version of the program that wrote the result
 * @param seatsFrom the vendor of the seats
 * @param licensesFrom the vendor of the licenses
 * @param only the kinds of finding to show; empty for all
 * @param customers the customers that were asked for, as they were named; empty for all
 * @param vendorNames names of vendors for people, by vendor name; a vendor without an entry is shown by its own name
 */
public record ReviewOutputHeader(
        String generatedAt,
        String seatportVersion,
        String seatsFrom,
        String licensesFrom,
        Set<String> only,
        List<String> customers,
        Map<String, String> vendorNames) {
    /** Version of the JSON schema. */
    public static final int SCHEMA_VERSION = 2;

    public ReviewOutputHeader {
        only = Set.copyOf(only);
        customers = List.copyOf(customers);
        vendorNames = Map.copyOf(vendorNames);
    }

    /** Creates a header of a review of all customers, which shows each vendor by its own name. */
    public ReviewOutputHeader(
            String generatedAt, String seatportVersion, String seatsFrom, String licensesFrom, Set<String> only) {
        this(generatedAt, seatportVersion, seatsFrom, licensesFrom, only, List.of(), Map.of());
    }

    /** Returns the name of a vendor for people. */
    public String vendorName(String vendor) {
        return vendorNames.getOrDefault(vendor, vendor);
    }
}
