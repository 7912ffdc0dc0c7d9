package dev.seatport.reports.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Returns which of the chosen customers were reviewed and which were not.
     *
     * @return empty if all customers were to be reviewed
     */
    public String chosenCustomers(ReviewSummary summary) {
        if (customers.isEmpty()) {
            return "";
        }
        Set<String> notFound = new LinkedHashSet<>();
        Set<String> unread = new LinkedHashSet<>();
        List<String> reviewed = new ArrayList<>();
        for (String named : new LinkedHashSet<>(customers)) {
            CustomerId id = new CustomerId(new Vendor(seatsFrom), named);
            Optional<FailureKind> failure = summary.completeness().atLarge().stream()
                    .filter(gap -> gap.source() == Dataset.CUSTOMERS && id.equals(gap.customer()))
                    .map(Gap::kind)
                    .findFirst();
            if (failure.isEmpty()) {
                reviewed.add(named);
            } else if (failure.get() == FailureKind.NOT_FOUND) {
                notFound.add(named);
            } else {
                unread.add(named);
            }
        }
        String only = reviewed.size() == 1 ? "Only this customer was" : "Only these customers were";
        return (reviewed.isEmpty()
                        ? "No customer was reviewed."
                        : only + " reviewed: " + String.join(", ", reviewed) + ".")
                + sentence("Not found", notFound)
                + sentence("Could not be read", unread)
                + " Other customers were not looked at.";
    }

    private static String sentence(String what, Set<String> names) {
        return names.isEmpty() ? "" : " " + what + ": " + String.join(", ", names) + ".";
    }

    /** Returns one sentence for each part that was left out; empty if nothing was. */
    public List<String> omissions(ReviewSummary summary) {
        List<String> omissions = new ArrayList<>();
        if (!customers.isEmpty()) {
            omissions.add(chosenCustomers(summary));
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
