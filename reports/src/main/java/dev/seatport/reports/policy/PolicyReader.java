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

    static final Choice<String> KEYS =
            Choice.keys(VERSION, PRODUCTS, THRESHOLDS, TOLERANCE, SEVERITIES, SEAT_SKUS, FREE_SKUS, EXCLUSIONS);

    private static final String SUPPORTED = "1";
    private static final Choice<FindingKind> KINDS = Choice.words(FindingKind.class, "finding");
    private static final Choice<Severity> SEVERITY_NAMES = Choice.words(Severity.class, "severity");
    private static final String SKU = "a SKU id";
    private static final String SKUS = "a list of SKU ids";

    private final Choice<ProductCode> products;
    private final Vendor seats;
    private final Set<SkuId> freeSkus;
    private final Mistakes mistakes;

    PolicyReader(Vendor seats, ProductCatalogue catalogue, Set<SkuId> freeSkus, Mistakes mistakes) {
        this.freeSkus = freeSkus;
        this.products = Choice.products(catalogue);
        this.seats = seats;
        this.mistakes = mistakes;
    }

    /**
     * The policy, or as much of it as is legal; what is not is noted.
     *
     * @throws PolicyException if the file says nothing, or is of another version: its keys may then mean something else
     */
    Policy read(Located content) {
        if (content instanceof Located.Text text && text.text().isBlank()) {
            throw mistakes.fatal("says nothing; legal: 'version: 1' and what differs from the defaults");
        }
        Node root = Node.root(content, mistakes);
        Map<String, Node> keys = root.group(KEYS);
        requireVersion(root, Optional.ofNullable(keys.get(VERSION)));

        ReviewPolicy.Builder policy = ReviewPolicy.builder().freeSkus(freeSkus);
        Thresholds.of(keys).setOn(policy);
        member(keys, SEVERITIES).ifPresent(node -> policy.severities(severities(node)));
        member(keys, SEAT_SKUS).ifPresent(node -> policy.seatSkus(seatSkus(node)));
        member(keys, FREE_SKUS).ifPresent(node -> policy.freeSkus(freeSkus(node)));
        member(keys, EXCLUSIONS).ifPresent(node -> policy.exclusions(new Exclusions(seats).of(node)));
        List<ProductCode> named = member(keys, PRODUCTS)
                .map(node -> node.distinct("a list of products", item -> item.one(products)))
                .orElse(List.of());
        return new Policy(policy.build(), named);
    }

    private static Optional<Node> member(Map<String, Node> keys, String key) {
        return Optional.ofNullable(keys.get(key));
    }

    private void requireVersion(Node root, Optional<Node> version) {
        if (version.isEmpty()) {
            if (root.isGroup()) {
                root.refuse("has no version", "version: " + SUPPORTED);
            }
            return;
        }
        version.flatMap(node -> node.text(SUPPORTED))
                .filter(text -> !text.equals(SUPPORTED))
                .ifPresent(text -> {
                    throw mistakes.fatal(
                            version.get().line(), "version is " + Mistakes.quoted(text) + "; legal: " + SUPPORTED);
                });
    }

    private static Map<FindingKind, Severity> severities(Node node) {
        Map<FindingKind, Severity> byKind = new LinkedHashMap<>();
        node.group(KINDS).forEach((kind, value) -> value.one(SEVERITY_NAMES).ifPresent(s -> byKind.put(kind, s)));
        return byKind;
    }

    private Map<ProductCode, Set<SkuId>> seatSkus(Node node) {
        Map<ProductCode, Set<SkuId>> byProduct = new LinkedHashMap<>();
        node.group(products).forEach((product, value) -> {
            List<SkuId> skus = value.distinct(SKUS, PolicyReader::sku);
            byProduct.put(product, Set.copyOf(skus));
        });
        return byProduct;
    }

    /** An empty list is legal: then no SKU is free. */
    private static Set<SkuId> freeSkus(Node node) {
        return node.isEmptyList() ? Set.of() : Set.copyOf(node.distinct(SKUS, PolicyReader::sku));
    }

    /** The empty GUID identifies no SKU, so nothing can be said of it. */
    static Optional<SkuId> sku(Node node) {
        return node.text(SKU).map(SkuId::new).filter(sku -> {
            if (!sku.isIdentifying()) {
                node.refuse("identifies nothing", SKU);
            }
            return sku.isIdentifying();
        });
    }
}
