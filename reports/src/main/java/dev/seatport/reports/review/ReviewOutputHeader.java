package dev.seatport.reports.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Header of a result, before its first customer.
 *
 * @param generatedAt start of the review, in ISO 8601
 * @param seatportVersion version of the program that wrote the result
 * @param seatsFrom the vendor of the seats
 * @param licensesFrom the vendor of the licenses; {@code null} if the review reads no licenses
 * @param only the kinds of finding to show; empty for all
 * @param customers the customers that were asked for, as they were named; empty for all
 * @param vendorNames names of vendors for people, by vendor name; a vendor without an entry is shown by its own name
 * @param fingerprint the accounts, policy and products, for a later comparison
 */
public record ReviewOutputHeader(
        String generatedAt,
        String seatportVersion,
        String seatsFrom,
        @Nullable String licensesFrom,
        Set<String> only,
        List<String> customers,
        Map<String, String> vendorNames,
        ReviewFingerprint fingerprint) {
    /** Version of the JSON schema. */
    public static final int SCHEMA_VERSION = 2;

    public ReviewOutputHeader {
        only = Set.copyOf(only);
        customers = List.copyOf(customers);
        vendorNames = Map.copyOf(vendorNames);
    }

    /** Creates a header of a review of all customers, which shows each vendor by its own name. */
    public ReviewOutputHeader(
            String generatedAt,
            String seatportVersion,
            String seatsFrom,
            @Nullable String licensesFrom,
            Set<String> only) {
        this(generatedAt, seatportVersion, seatsFrom, licensesFrom, only, List.of(), Map.of());
    }

    /** Creates a header of a review that a later one cannot be compared with. */
    public ReviewOutputHeader(
            String generatedAt,
            String seatportVersion,
            String seatsFrom,
            @Nullable String licensesFrom,
            Set<String> only,
            List<String> customers,
            Map<String, String> vendorNames) {
        this(
                generatedAt,
                seatportVersion,
                seatsFrom,
                licensesFrom,
                only,
                customers,
                vendorNames,
                ReviewFingerprint.unknown());
    }

    /**
     * Returns what was chosen for the result, for JSON.
     *
     * @return {@code null} as a member for all
     */
    public ScopeView scope() {
        return new ScopeView(
                customers.isEmpty() ? null : customers,
                only.isEmpty() ? null : only.stream().sorted().toList(),
                fingerprint.account(),
                fingerprint.policy(),
                fingerprint.products());
    }

    /** The part of a review that its result shows; {@code null} for everything. The other members are those of the fingerprint. */
    public record ScopeView(
            @Nullable List<String> customers,
            @Nullable List<String> findings,
            @Nullable String account,
            @Nullable String policy,
            @Nullable List<String> products) {}

    /** Returns whether tenants that only the license vendor has were looked for. */
    public boolean includesUnmatchedLicenses() {
        return customers.isEmpty() && licensesFrom != null;
    }

    /** Returns one sentence for each part that was left out; empty if nothing was. */
    public List<String> omissions() {
        List<String> omissions = new ArrayList<>();
        if (!customers.isEmpty()) {
            omissions.add("Only " + (customers.size() == 1 ? "this customer was" : "these customers were")
                    + " reviewed: " + String.join(", ", customers) + ". Other customers were not looked at.");
        }
        if (licensesFrom == null) {
            omissions.add("Licenses were not read (licenses-from=none).");
        } else if (!includesUnmatchedLicenses()) {
            omissions.add("Tenants that only " + licensesFrom + " has were not looked for.");
        }
        if (!only.isEmpty()) {
            omissions.add("Only findings of these kinds are shown and counted: "
                    + only.stream()
                            .sorted()
                            .map(kind -> kind.toLowerCase(Locale.ROOT).replace('_', '-'))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return omissions;
    }

    /** Returns the name of the license vendor for people; empty if the review reads no licenses. */
    public String licensesName() {
        return licensesFrom == null ? "" : vendorName(licensesFrom);
    }

    /** Returns the name of a vendor for people. */
    public String vendorName(String vendor) {
        return vendorNames.getOrDefault(vendor, vendor);
    }
}
