package dev.seatport.domain.review;

import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a tenant has of one SKU, however many rows the vendor spread it over.
 *
 * @param consumption the counts, summed over the rows; a count that one of the rows left unreported is unreported
 * @param rows how many rows of the vendor it is the sum of; more than 1 deserves a note
 * @param provenance which answers the rows came in, each once
 */
public record LicensePosition(LicenseConsumption consumption, int rows, List<Provenance> provenance) {
    public LicensePosition {
        provenance = List.copyOf(provenance);
    }

    /** Sums the rows of the same tenant and SKU; the order is that of each first row. */
    public static List<LicensePosition> sum(Collection<Observed<LicenseConsumption>> rows) {
        Map<Key, LicensePosition> bySku = new LinkedHashMap<>();
        for (Observed<LicenseConsumption> row : rows) {
            LicenseConsumption value = row.value();
            LicensePosition one = new LicensePosition(value, 1, List.of(row.provenance()));
            bySku.merge(new Key(value.tenant(), value.sku()), one, LicensePosition::plus);
        }
        return List.copyOf(bySku.values());
    }

    private LicensePosition plus(LicensePosition other) {
        LicenseConsumption one = consumption;
        LicenseConsumption more = other.consumption;
        List<Offer> offers = new ArrayList<>(one.offers());
        offers.addAll(more.offers());
        return new LicensePosition(
                new LicenseConsumption(
                        one.customer(),
                        one.tenant(),
                        one.sku(),
                        one.productName() == null ? more.productName() : one.productName(),
                        one.purchased().plus(more.purchased()),
                        one.assigned().plus(more.assigned()),
                        one.available().plus(more.available()),
                        one.tenantTotal().plus(more.tenantTotal()),
                        offers),
                rows + other.rows,
                Stream.concat(provenance.stream(), other.provenance.stream())
                        .distinct()
                        .toList());
    }

    private record Key(TenantId tenant, SkuId sku) {}
}
