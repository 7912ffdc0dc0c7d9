package dev.seatport.application.review;

import dev.seatport.application.review.CustomerPositionLoader.LoadedPosition;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.UnseenPolicyEntry;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.ports.review.ReviewCompleteness;
import dev.seatport.ports.review.ReviewRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Verifies the seat SKUs and the products of a review against its data. If no tenant has any seat SKU of a product, each customer would
 * seem to have seats without licenses. Such a product is reviewed without its seat SKUs. It is known after the first tenant that has one,
 * so the first customers are held back until then. Not thread-safe: Reactive Streams serialises the calls.
 */
final class PolicyVerifier {
    /** Limits the memory, and the delay of the first customers. */
    static final int MAX_HELD_CUSTOMERS = 64;

    private final ReviewRequest request;
    private final Set<SkuId> unseenSkus = new HashSet<>();
    private final Set<ProductCode> unseenProducts = new HashSet<>();
    /** The products of which no seat SKU was seen. */
    private Set<ProductCode> unverified = Set.of();

    private ReviewPolicy policy;
    private List<LoadedPosition> held = new ArrayList<>();
    private boolean holding;

    /**
     * Creates a verifier.
     *
     * @param readsLicenses whether the review reads licenses; otherwise seat SKUs are not verified
     */
    PolicyVerifier(ReviewRequest request, boolean readsLicenses) {
        this.request = request;
        this.policy = request.policy();
        for (Product product : request.products()) {
            if (!request.checkpoint().hasProduct(product.code())) {
                unseenProducts.add(product.code());
            }
            if (readsLicenses) {
                policy.seatSkus(product.code()).stream()
                        .filter(sku -> !request.checkpoint().hasSku(sku))
                        .forEach(unseenSkus::add);
            }
        }
        verify();
        this.holding = !unverified.isEmpty();
    }

    /** Adds the next customer. Returns the customers that can be reviewed now, in the order of the calls. */
    List<LoadedPosition> add(LoadedPosition loaded) {
        see(loaded.position());
        held.add(loaded);
        holding &= !unverified.isEmpty() && held.size() < MAX_HELD_CUSTOMERS;
        return holding ? List.of() : release();
    }

    /** Returns the customers that are still held back. */
    List<LoadedPosition> release() {
        List<LoadedPosition> released = held;
        held = new ArrayList<>();
        return released;
    }

    /** Returns the policy without the seat SKUs of products of which none was seen so far. */
    ReviewPolicy policy() {
        return policy;
    }

    private void see(CustomerPosition position) {
        if (!unseenSkus.isEmpty()) {
            boolean seen = false;
            for (Observed<LicenseConsumption> row : position.licenses()) {
                seen |= unseenSkus.remove(row.value().sku());
            }
            if (seen) {
                verify();
            }
        }
        if (!unseenProducts.isEmpty()) {
            request.products().stream()
                    .filter(product -> isSeen(product, position))
                    .forEach(product -> unseenProducts.remove(product.code()));
        }
    }

    private void verify() {
        unverified = request.products().stream()
                .map(Product::code)
                .filter(product -> !request.policy().seatSkus(product).isEmpty()
                        && unseenSkus.containsAll(request.policy().seatSkus(product)))
                .collect(Collectors.toSet());
        policy = request.policy().withoutSeatSkus(unverified);
    }

    /** A customer has a product if it purchased seats, or if seats of its kind of tenant are assigned. */
    private static boolean isSeen(Product product, CustomerPosition position) {
        return position.productSeats().stream()
                        .map(Observed::value)
                        .filter(seats -> seats.product().code().equals(product.code()))
                        .anyMatch(PolicyVerifier::isPurchased)
                || position.tenantSeats().stream()
                        .map(Observed::value)
                        .filter(seats -> seats.tenant().kind() == product.covers())
                        .map(TenantSeats::assigned)
                        .anyMatch(assigned -> !assigned.equals(Quantity.of(0)));
    }

    private static boolean isPurchased(PurchasedSeats seats) {
        return seats.countMissing() || !seats.purchased().equals(Quantity.unreported());
    }

    /** Returns the entries of the policy that match nothing; empty if missing data could match. */
    List<UnseenPolicyEntry> unseen(ReviewCompleteness completeness) {
        List<UnseenPolicyEntry> unseen = new ArrayList<>();
        if (!request.customers().isEmpty() || completeness.missing().containsKey(Dataset.CUSTOMERS)) {
            return unseen;
        }
        boolean seatsRead = !completeness.missing().containsKey(Dataset.PRODUCT_SEATS)
                && !completeness.missing().containsKey(Dataset.TENANT_SEATS);
        boolean licensesRead = !completeness.missing().containsKey(Dataset.LICENSES);
        for (Product product : request.products()) {
            if (seatsRead && unseenProducts.contains(product.code())) {
                unseen.add(new UnseenPolicyEntry(product, null));
            }
            if (licensesRead) {
                request.policy().seatSkus(product.code()).stream()
                        .filter(unseenSkus::contains)
                        .sorted(Comparator.comparing(SkuId::value))
                        .forEach(sku -> unseen.add(new UnseenPolicyEntry(product, sku)));
            }
        }
        return unseen;
    }
}
