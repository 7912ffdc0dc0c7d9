package dev.seatport.reports.policy;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.tenant.TenantId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses the exclusions of a policy file. */
final class ExclusionsParser {
    private static final String CUSTOMER = "customer";
    private static final String TENANT = "tenant";
    private static final String SKU = "sku";
    private static final String REASON = "reason";
    private static final String OWNER = "owner";
    private static final String UNTIL = "until";
    private static final String SCOPE = "scope";
    private static final AllowedValues<String> KEYS =
            AllowedValues.keys(CUSTOMER, TENANT, SKU, REASON, OWNER, UNTIL, SCOPE);
    private static final AllowedValues<Exclusion.SuppressedOutput> SCOPES =
            AllowedValues.constants(Exclusion.SuppressedOutput.class, "scope");

    private static final String ALLOWED_CUSTOMER = "the seat vendor's id of a customer";
    private static final String ALLOWED_TENANT = "the id of a tenant";
    private static final String ALLOWED_DAY = "a date, such as 2027-03-31";
    private static final int DAY_LENGTH = 10;
    private static final String ALLOWED_REASON = "the reason, on one line of at most 500 characters";

    private final Vendor seats;

    ExclusionsParser(Vendor seats) {
        this.seats = seats;
    }

    /** What an exclusion names. Unique in a file: of two exclusions of one target, only the first would apply. */
    private record ExclusionTarget(Optional<CustomerId> customer, Optional<TenantId> tenant, Optional<SkuId> sku) {
        boolean isEmpty() {
            return customer.isEmpty() && tenant.isEmpty() && sku.isEmpty();
        }

        Exclusion.Builder exclusion(String reason) {
            return start(reason).tenant(tenant.orElse(null));
        }

        private Exclusion.Builder start(String reason) {
            if (customer.isPresent()) {
                return sku.map(both -> Exclusion.of(customer.get(), both, reason))
                        .orElseGet(() -> Exclusion.of(customer.get(), reason));
            }
            return sku.map(one -> Exclusion.of(one, reason))
                    .orElseGet(() -> Exclusion.of(tenant.orElseThrow(), reason));
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
        Optional<CustomerId> customer = text(keys, CUSTOMER, ALLOWED_CUSTOMER)
                .map(id -> new CustomerId(seats, id))
                .filter(id -> identifies(keys, CUSTOMER, id.isIdentifying(), ALLOWED_CUSTOMER));
        Optional<TenantId> tenant = text(keys, TENANT, ALLOWED_TENANT)
                .map(TenantId::new)
                .filter(id -> identifies(keys, TENANT, id.isIdentifying(), ALLOWED_TENANT));
        Optional<SkuId> sku = Optional.ofNullable(keys.get(SKU)).flatMap(PolicyNodeConverter::sku);
        Optional<String> reason = text(keys, REASON, ALLOWED_REASON);
        Optional<String> owner = text(keys, OWNER, "the name of the person who decided, or no such key");
        Optional<LocalDate> until = Optional.ofNullable(keys.get(UNTIL)).flatMap(ExclusionsParser::day);
        Optional<Exclusion.SuppressedOutput> scope =
                Optional.ofNullable(keys.get(SCOPE)).flatMap(node -> node.one(SCOPES));

        requireComplete(item, keys);
        ExclusionTarget target = new ExclusionTarget(customer, tenant, sku);
        if (reason.isEmpty() || target.isEmpty() || !item.addIfFirst(target, seen)) {
            return Optional.empty();
        }
        return Optional.of(target.exclusion(reason.get())
                .owner(owner.orElse(null))
                .until(until.orElse(null))
                .scope(scope.orElse(Exclusion.SuppressedOutput.ALERTS_ONLY))
                .build());
    }

    private static boolean identifies(Map<String, NodeReader> keys, String key, boolean identifying, String allowed) {
        NodeReader node = keys.get(key);
        if (!identifying && node != null) {
            node.addError("identifies nothing", allowed);
        }
        return identifying;
    }

    private static void requireComplete(NodeReader item, Map<String, NodeReader> keys) {
        if (!item.isGroup()) {
            return;
        }
        if (!keys.containsKey(CUSTOMER) && !keys.containsKey(TENANT) && !keys.containsKey(SKU)) {
            item.addError("has no customer, tenant or sku", "at least one of them");
        }
        if (!keys.containsKey(REASON)) {
            item.addError("has no reason", ALLOWED_REASON);
        }
    }

    private static Optional<String> text(Map<String, NodeReader> keys, String key, String allowed) {
        return Optional.ofNullable(keys.get(key)).flatMap(node -> node.text(allowed));
    }

    private static Optional<LocalDate> day(NodeReader node) {
        return node.text(ALLOWED_DAY).flatMap(text -> {
            try {
                if (text.length() == DAY_LENGTH) {
                    return Optional.of(LocalDate.parse(text));
                }
            } catch (DateTimeParseException e) {
                // Reported below: the message of the JDK is not for users.
            }
            node.addError("is " + PolicyErrorCollector.quoted(text), ALLOWED_DAY);
            return Optional.empty();
        });
    }
}
