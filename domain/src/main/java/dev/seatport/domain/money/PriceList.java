package dev.seatport.domain.money;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.money.MonthlyAmount.Meaning;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.seat.ProductCode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Partner's prices per seat or license and month. A product or SKU without a price has no amount.
 *
 * @param products the price of one seat of each product
 * @param skus the price of one license of each SKU
 */
public record PriceList(Map<ProductCode, Money> products, Map<SkuId, Money> skus) {
    public PriceList {
        products = Map.copyOf(products);
        skus = Map.copyOf(skus);
    }

    /** Returns a list without prices. */
    public static PriceList none() {
        return new PriceList(Map.of(), Map.of());
    }

    /** Returns whether there is no price. */
    public boolean isEmpty() {
        return products.isEmpty() && skus.isEmpty();
    }

    /** Returns whether findings of this kind have a price if their product or SKU has one. */
    public static boolean applies(FindingKind kind) {
        return meaning(kind).isPresent();
    }

    /**
     * Returns the monthly amount of a finding.
     *
     * @param product the product of the finding; {@code null} if it is about none
     * @param sku the SKU of the finding; {@code null} if it is about none
     * @param count the number of seats or licenses that are unused or missing
     * @return empty if there is no price, or if the kind of finding counts nothing that is unused or missing
     */
    public Optional<MonthlyAmount> monthly(
            FindingKind kind, @Nullable ProductCode product, @Nullable SkuId sku, long count) {
        return meaning(kind)
                .flatMap(meaning -> price(product, sku)
                        .map(price -> new MonthlyAmount(
                                price.times(count), meaning, kind == FindingKind.UNASSIGNED_LICENSES)));
    }

    private Optional<Money> price(@Nullable ProductCode product, @Nullable SkuId sku) {
        if (sku != null) {
            return Optional.ofNullable(skus.get(sku));
        }
        return product == null ? Optional.empty() : Optional.ofNullable(products.get(product));
    }

    private static Optional<Meaning> meaning(FindingKind kind) {
        return switch (kind) {
            case UNASSIGNED_LICENSES, BACKUP_SURPLUS -> Optional.of(Meaning.UNUSED);
            case OVER_ASSIGNED_LICENSES, BACKUP_SHORTFALL -> Optional.of(Meaning.MISSING);
            default -> Optional.empty();
        };
    }
}
