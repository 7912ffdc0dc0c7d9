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
 * Licenses of one SKU in one tenant, merged from all rows of the vendor. Purchased is the sum of the rows. The other counts
 * are counts of the tenant and are not summed. The SKU is not assignable only if no row is assignable. The renewal is the
 * earliest of the rows.
 *
 * @param consumption the counts; a count is unreported if a row lacks it
 * @param rows the number of merged rows
 * @param free whether the policy lists the SKU as free of charge
 * @param differing the tenant's counts of which rows of one response report different values; they are unreported
 * @param notes remarks on the counts for readers of the report, one line each
 * @param provenance the responses of the rows, each once
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
     * Count of a tenant of which rows of one response report different values.
     *
     * @param count the name of the count
     * @param values the values, in ascending order
     */
    public record DifferingCount(String count, List<Long> values) {
        public DifferingCount {
            values = List.copyOf(values);
        }
    }

    /**
     * Merges the rows of the same tenant and SKU, in the order of the first rows. A row whose tenant or SKU has no
     * identifying id becomes a separate position.
     *
     * @param freeSkus the SKUs that are free of charge
     */
    public static List<LicensePosition> of(Collection<Observed<LicenseConsumption>> rows, Set<SkuId> freeSkus) {
        List<LicenseRowMerger> positions = new ArrayList<>();
        Map<TenantId, Map<SkuId, LicenseRowMerger>> byTenant = new HashMap<>();
        for (Observed<LicenseConsumption> row : rows) {
            LicenseConsumption value = row.value();
            if (isIdentified(value)) {
                byTenant.computeIfAbsent(value.tenant(), tenant -> new HashMap<>())
                        .computeIfAbsent(value.sku(), sku -> addPosition(positions))
                        .add(row);
            } else {
                addPosition(positions).add(row);
            }
        }
        return positions.stream().map(position -> position.merge(freeSkus)).toList();
    }

    private static LicenseRowMerger addPosition(List<LicenseRowMerger> positions) {
        LicenseRowMerger added = new LicenseRowMerger();
        positions.add(added);
        return added;
    }

    /** Returns whether tenant and SKU have identifying ids. If not, the position is in no finding and in no total. */
    public boolean isIdentified() {
        return isIdentified(consumption);
    }

    /**
     * Returns whether totals include the licenses, and findings report those that are unassigned. False for a free SKU and for
     * a SKU that is not assignable: reports show their counts only.
     */
    public boolean includedInTotals() {
        return !free && consumption.assignable();
    }

    static boolean isIdentified(LicenseConsumption row) {
        return row.tenant().isIdentifying() && row.sku().isIdentifying();
    }
}
