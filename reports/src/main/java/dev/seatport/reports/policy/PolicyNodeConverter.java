package dev.seatport.reports.policy;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.money.PriceList;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.Severity;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.ports.seats.ProductCatalogue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Converts the parsed file to a policy and adds an error for each value that is not allowed. The same for both formats. */
final class PolicyNodeConverter {
    static final String VERSION = "version";
    static final String PRODUCTS = "products";
    static final String THRESHOLDS = "thresholds";
    static final String TOLERANCE = "tolerance";
    static final String SEVERITIES = "severities";
    static final String SEAT_SKUS = "seat-skus";
    static final String FREE_SKUS = "free-skus";
    static final String MORE_FREE_SKUS = "more-free-skus";
    static final String PRICES = "prices";
    static final String EXCLUSIONS = "exclusions";

    static final AllowedValues<String> KEYS = AllowedValues.keys(
            VERSION,
            PRODUCTS,
            THRESHOLDS,
            TOLERANCE,
            SEVERITIES,
            SEAT_SKUS,
            FREE_SKUS,
            MORE_FREE_SKUS,
            PRICES,
            EXCLUSIONS);

    private static final String SUPPORTED = "1";
    private static final AllowedValues<FindingKind> KINDS = AllowedValues.constants(FindingKind.class, "finding");
    private static final AllowedValues<Severity> SEVERITY_NAMES = AllowedValues.constants(Severity.class, "severity");
    private static final String SKU = "a SKU id";
    private static final String SKUS = "a list of SKU ids";

    private final AllowedValues<ProductCode> products;
    private final Vendor seats;
    private final Set<SkuId> freeSkus;
    private final PolicyErrorCollector errors;

    PolicyNodeConverter(Vendor seats, ProductCatalogue catalogue, Set<SkuId> freeSkus, PolicyErrorCollector errors) {
        this.freeSkus = freeSkus;
        this.products = AllowedValues.products(catalogue);
        this.seats = seats;
        this.errors = errors;
    }

    /**
     * Returns the policy without the values that are not allowed. Adds an error for each of those.
     *
     * @throws PolicyException if the file is empty or has another version, whose keys may have other meanings
     */
    Policy read(ConfigNode content) {
        if (content instanceof ConfigNode.Scalar scalar && scalar.text().isBlank()) {
            throw errors.fatal("is empty; allowed values: 'version: 1' and the keys that differ from the defaults");
        }
        NodeReader root = NodeReader.root(content, errors);
        Map<String, NodeReader> keys = root.group(KEYS);
        requireVersion(root, Optional.ofNullable(keys.get(VERSION)));

        ReviewPolicy.Builder policy = ReviewPolicy.builder().freeSkus(freeSkus(keys));
        ThresholdsParser.apply(keys, policy);
        member(keys, SEVERITIES).ifPresent(node -> policy.severities(severities(node)));
        member(keys, SEAT_SKUS).ifPresent(node -> policy.seatSkus(seatSkus(node)));
        member(keys, EXCLUSIONS).ifPresent(node -> policy.exclusions(new ExclusionsParser(seats).of(node)));
        List<ProductCode> named = member(keys, PRODUCTS)
                .map(node -> node.distinct("a list of products", item -> item.one(products)))
                .orElse(List.of());
        PriceList prices = member(keys, PRICES)
                .map(node -> new PricesParser(products).of(node))
                .orElse(PriceList.none());
        return new Policy(policy.build(), named, prices, "");
    }

    private static Optional<NodeReader> member(Map<String, NodeReader> keys, String key) {
        return Optional.ofNullable(keys.get(key));
    }

    private void requireVersion(NodeReader root, Optional<NodeReader> version) {
        if (version.isEmpty()) {
            if (root.isGroup()) {
                root.addError("has no version", "version: " + SUPPORTED);
            }
            return;
        }
        version.flatMap(node -> node.text(SUPPORTED))
                .filter(scalar -> !scalar.equals(SUPPORTED))
                .ifPresent(scalar -> {
                    throw errors.fatal(
                            version.get().line(),
                            "version is " + PolicyErrorCollector.quoted(scalar) + "; allowed values: " + SUPPORTED);
                });
    }

    private static Map<FindingKind, Severity> severities(NodeReader node) {
        Map<FindingKind, Severity> byKind = new LinkedHashMap<>();
        node.group(KINDS).forEach((kind, value) -> value.one(SEVERITY_NAMES).ifPresent(s -> byKind.put(kind, s)));
        return byKind;
    }

    private Map<ProductCode, Set<SkuId>> seatSkus(NodeReader node) {
        Map<ProductCode, Set<SkuId>> byProduct = new LinkedHashMap<>();
        node.group(products).forEach((product, value) -> {
            List<SkuId> skus = value.distinct(SKUS, PolicyNodeConverter::sku);
            byProduct.put(product, Set.copyOf(skus));
        });
        return byProduct;
    }

    /** Returns the list of the file, else the default, with the additional SKUs of the file. An empty list is allowed. */
    private Set<SkuId> freeSkus(Map<String, NodeReader> keys) {
        Set<SkuId> free = new HashSet<>(
                member(keys, FREE_SKUS).map(PolicyNodeConverter::skus).orElse(freeSkus));
        member(keys, MORE_FREE_SKUS).ifPresent(node -> free.addAll(skus(node)));
        return free;
    }

    private static Set<SkuId> skus(NodeReader node) {
        return node.isEmptyList() ? Set.of() : Set.copyOf(node.distinct(SKUS, PolicyNodeConverter::sku));
    }

    /** Rejects the GUID of zeros, which identifies no SKU. */
    static Optional<SkuId> sku(NodeReader node) {
        return node.text(SKU).map(SkuId::new).filter(sku -> {
            if (!sku.isIdentifying()) {
                node.addError("identifies nothing", SKU);
            }
            return sku.isIdentifying();
        });
    }
}
