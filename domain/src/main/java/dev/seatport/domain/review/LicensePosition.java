package dev.seatport.domain.review;

import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a tenant has of one SKU, however many rows the vendor spread it over. Purchased is the sum of the rows. The other
 * counts are the tenant's and are never summed.
 *
 * @param consumption the counts; a count that one of the rows left unreported is unreported
 * @param rows how many rows of the vendor it is made of
 * @param free whether the policy says that the SKU costs nothing
 * @param differing the counts of the tenant of which rows of one response report different values; they are unreported
 * @param notes what a reader has to know of the counts, a line each
 * @param provenance the responses that the rows came in, each once
 */
public record LicensePosition(
        LicenseConsumption consumption,
        int rows,
        boolean free,
        List<DifferingCount> differing,
        List<String> notes,
        List<Provenance> provenance) {
    public LicensePosition {
        differing = List.copyOf(differing);
        notes = List.copyOf(notes);
        provenance = List.copyOf(provenance);
    }

    /**
     * A count of a tenant of which rows of one response report different values.
     *
     * @param count the count's name
     * @param values the values, in ascending order
     */
    public record DifferingCount(String count, List<Long> values) {
        public DifferingCount {
            values = List.copyOf(values);
        }
    }

    /**
     * Joins the rows of the same tenant and SKU, in the order of each first row. A row whose tenant or SKU has no id is a
     * position of its own.
     *
     * @param freeSkus the SKUs that cost nothing
     */
    public static List<LicensePosition> of(Collection<Observed<LicenseConsumption>> rows, Set<SkuId> freeSkus) {
        List<LicensePositionCalculator> positions = new ArrayList<>();
        Map<TenantId, Map<SkuId, LicensePositionCalculator>> known = new HashMap<>();
        for (Observed<LicenseConsumption> row : rows) {
            LicenseConsumption value = row.value();
            if (isIdentified(value)) {
                known.computeIfAbsent(value.tenant(), tenant -> new HashMap<>())
                        .computeIfAbsent(value.sku(), sku -> added(positions))
                        .add(row);
            } else {
                added(positions).add(row);
            }
        }
        return positions.stream().map(position -> position.joined(freeSkus)).toList();
    }

    private static LicensePositionCalculator added(List<LicensePositionCalculator> positions) {
        LicensePositionCalculator one = new LicensePositionCalculator();
        positions.add(one);
        return one;
    }

    /** Whether tenant and SKU have an id. Without them the counts are shown and nothing follows from them. */
    public boolean isIdentified() {
        return isIdentified(consumption);
    }

    static boolean isIdentified(LicenseConsumption row) {
        return row.tenant().isIdentifying() && row.sku().isIdentifying();
    }
}
