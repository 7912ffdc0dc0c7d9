package dev.seatport.reports.policy;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.review.Exclusion;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The exclusions that a file lists. */
final class ExclusionsParser {
    private static final String CUSTOMER = "customer";
    private static final String SKU = "sku";
    private static final String REASON = "reason";
    private static final String OWNER = "owner";
    private static final String UNTIL = "until";
    private static final String SCOPE = "scope";
    private static final AllowedValues<String> KEYS = AllowedValues.keys(CUSTOMER, SKU, REASON, OWNER, UNTIL, SCOPE);
    private static final AllowedValues<Exclusion.Scope> SCOPES = AllowedValues.words(Exclusion.Scope.class, "scope");

    private static final String LEGAL_CUSTOMER = "the seat vendor's id of a customer";
    private static final String LEGAL_DAY = "a day of the calendar, such as 2027-03-31";
    private static final int DAY_LENGTH = 10;
    private static final String LEGAL_REASON = "why, on one line of at most 500 characters";

    private final Vendor seats;

    ExclusionsParser(Vendor seats) {
        this.seats = seats;
    }

    /** Whose findings about what. Two exclusions of the same could contradict each other, and only the first would hold. */
    private record ExclusionTarget(Optional<CustomerId> customer, Optional<SkuId> sku) {
        boolean isNothing() {
            return customer.isEmpty() && sku.isEmpty();
        }

        Exclusion.Builder because(String reason) {
            if (customer.isEmpty()) {
                return Exclusion.of(sku.orElseThrow(), reason);
            }
            return sku.map(both -> Exclusion.of(customer.get(), both, reason))
                    .orElseGet(() -> Exclusion.of(customer.get(), reason));
        }
    }

    List<Exclusion> of(NodeReader list) {
        Map<ExclusionTarget, NodeReader> seen = new HashMap<>();
        List<Exclusion> exclusions = new ArrayList<>();
        for (NodeReader item : list.items("a list of exclusions")) {
            exclusion(item, seen).ifPresent(exclusions::add);
        }
        return exclusions;
    }

    private Optional<Exclusion> exclusion(NodeReader item, Map<ExclusionTarget, NodeReader> seen) {
        Map<String, NodeReader> keys = item.group(KEYS);
        Optional<CustomerId> customer = text(keys, CUSTOMER, LEGAL_CUSTOMER)
                .map(id -> new CustomerId(seats, id))
                .filter(id -> identifies(keys, id));
        Optional<SkuId> sku = Optional.ofNullable(keys.get(SKU)).flatMap(PolicyReader::sku);
        Optional<String> reason = text(keys, REASON, LEGAL_REASON);
        Optional<String> owner = text(keys, OWNER, "the name of who decided it, or no such key");
        Optional<LocalDate> until = Optional.ofNullable(keys.get(UNTIL)).flatMap(ExclusionsParser::day);
        Optional<Exclusion.Scope> scope =
                Optional.ofNullable(keys.get(SCOPE)).flatMap(nodeReader -> nodeReader.one(SCOPES));

        requireComplete(item, keys);
        ExclusionTarget exclusionTarget = new ExclusionTarget(customer, sku);
        if (reason.isEmpty() || exclusionTarget.isNothing() || !item.first(exclusionTarget, seen)) {
            return Optional.empty();
        }
        return Optional.of(exclusionTarget
                .because(reason.get())
                .owner(owner.orElse(null))
                .until(until.orElse(null))
                .scope(scope.orElse(Exclusion.Scope.ALERTS_ONLY))
                .build());
    }

    private static boolean identifies(Map<String, NodeReader> keys, CustomerId customer) {
        NodeReader nodeReader = keys.get(CUSTOMER);
        if (!customer.isIdentifying() && nodeReader != null) {
            nodeReader.refuse("identifies nothing", LEGAL_CUSTOMER);
        }
        return customer.isIdentifying();
    }

    private static void requireComplete(NodeReader item, Map<String, NodeReader> keys) {
        if (!item.isGroup()) {
            return;
        }
        if (!keys.containsKey(CUSTOMER) && !keys.containsKey(SKU)) {
            item.refuse("has neither customer nor sku", "one of them or both");
        }
        if (!keys.containsKey(REASON)) {
            item.refuse("has no reason", LEGAL_REASON);
        }
    }

    private static Optional<String> text(Map<String, NodeReader> keys, String key, String legal) {
        return Optional.ofNullable(keys.get(key)).flatMap(nodeReader -> nodeReader.text(legal));
    }

    private static Optional<LocalDate> day(NodeReader nodeReader) {
        return nodeReader.text(LEGAL_DAY).flatMap(text -> {
            try {
                if (text.length() == DAY_LENGTH) {
                    return Optional.of(LocalDate.parse(text));
                }
            } catch (DateTimeParseException e) {
                // Told below, in our own words.
            }
            nodeReader.refuse("is " + Diagnostics.quoted(text), LEGAL_DAY);
            return Optional.empty();
        });
    }
}
