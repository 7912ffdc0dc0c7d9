package dev.seatport.reports.policy;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.Severity;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.ports.seats.ProductCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a file's values mean, and which of them are not legal. The same for every form. */
final class PolicyReader {
    static final String VERSION = "version";
    static final String PRODUCTS = "products";
    static final String THRESHOLDS = "thresholds";
    static final String TOLERANCE = "tolerance";
    static final String SEVERITIES = "severities";
    static final String SEAT_SKUS = "seat-skus";
    static final String FREE_SKUS = "free-skus";
    static final String EXCLUSIONS = "exclusions";

    static final AllowedValues<String> KEYS =
            AllowedValues.keys(VERSION, PRODUCTS, THRESHOLDS, TOLERANCE, SEVERITIES, SEAT_SKUS, FREE_SKUS, EXCLUSIONS);

    private static final String SUPPORTED = "1";
    private static final AllowedValues<FindingKind> KINDS = AllowedValues.words(FindingKind.class, "finding");
    private static final AllowedValues<Severity> SEVERITY_NAMES = AllowedValues.words(Severity.class, "severity");
    private static final String SKU = "a SKU id";
    private static final String SKUS = "a list of SKU ids";

    private final AllowedValues<ProductCode> products;
    private final Vendor seats;
    private final Set<SkuId> freeSkus;
    private final Diagnostics diagnostics;

    PolicyReader(Vendor seats, ProductCatalogue catalogue, Set<SkuId> freeSkus, Diagnostics diagnostics) {
        this.freeSkus = freeSkus;
        this.products = AllowedValues.products(catalogue);
        this.seats = seats;
        this.diagnostics = diagnostics;
    }

    /**
     * The policy, or as much of it as is legal; what is not is noted.
     *
     * @throws PolicyException if the file says nothing, or is of another version: its keys may then mean something else
     */
    Policy read(ConfigNode content) {
        if (content instanceof ConfigNode.Scalar scalar && scalar.text().isBlank()) {
            throw diagnostics.fatal("says nothing; legal: 'version: 1' and what differs from the defaults");
        }
        NodeReader root = NodeReader.root(content, diagnostics);
        Map<String, NodeReader> keys = root.group(KEYS);
        requireVersion(root, Optional.ofNullable(keys.get(VERSION)));

        ReviewPolicy.Builder policy = ReviewPolicy.builder().freeSkus(freeSkus);
        ThresholdsParser.of(keys).setOn(policy);
        member(keys, SEVERITIES).ifPresent(nodeReader -> policy.severities(severities(nodeReader)));
        member(keys, SEAT_SKUS).ifPresent(nodeReader -> policy.seatSkus(seatSkus(nodeReader)));
        member(keys, FREE_SKUS).ifPresent(nodeReader -> policy.freeSkus(freeSkus(nodeReader)));
        member(keys, EXCLUSIONS).ifPresent(nodeReader -> policy.exclusions(new ExclusionsParser(seats).of(nodeReader)));
        List<ProductCode> named = member(keys, PRODUCTS)
                .map(nodeReader -> nodeReader.distinct("a list of products", item -> item.one(products)))
                .orElse(List.of());
        return new Policy(policy.build(), named);
    }

    private static Optional<NodeReader> member(Map<String, NodeReader> keys, String key) {
        return Optional.ofNullable(keys.get(key));
    }

    private void requireVersion(NodeReader root, Optional<NodeReader> version) {
        if (version.isEmpty()) {
            if (root.isGroup()) {
                root.refuse("has no version", "version: " + SUPPORTED);
            }
            return;
        }
        version.flatMap(nodeReader -> nodeReader.text(SUPPORTED))
                .filter(scalar -> !scalar.equals(SUPPORTED))
                .ifPresent(scalar -> {
                    throw diagnostics.fatal(
                            version.get().line(), "version is " + Diagnostics.quoted(scalar) + "; legal: " + SUPPORTED);
                });
    }

    private static Map<FindingKind, Severity> severities(NodeReader nodeReader) {
        Map<FindingKind, Severity> byKind = new LinkedHashMap<>();
        nodeReader
                .group(KINDS)
                .forEach((kind, value) -> value.one(SEVERITY_NAMES).ifPresent(s -> byKind.put(kind, s)));
        return byKind;
    }

    private Map<ProductCode, Set<SkuId>> seatSkus(NodeReader nodeReader) {
        Map<ProductCode, Set<SkuId>> byProduct = new LinkedHashMap<>();
        nodeReader.group(products).forEach((product, value) -> {
            List<SkuId> skus = value.distinct(SKUS, PolicyReader::sku);
            byProduct.put(product, Set.copyOf(skus));
        });
        return byProduct;
    }

    /** An empty list is legal: then no SKU is free. */
    private static Set<SkuId> freeSkus(NodeReader nodeReader) {
        return nodeReader.isEmptyList() ? Set.of() : Set.copyOf(nodeReader.distinct(SKUS, PolicyReader::sku));
    }

    /** The empty GUID identifies no SKU, so nothing can be said of it. */
    static Optional<SkuId> sku(NodeReader nodeReader) {
        return nodeReader.text(SKU).map(SkuId::new).filter(sku -> {
            if (!sku.isIdentifying()) {
                nodeReader.refuse("identifies nothing", SKU);
            }
            return sku.isIdentifying();
        });
    }
}
