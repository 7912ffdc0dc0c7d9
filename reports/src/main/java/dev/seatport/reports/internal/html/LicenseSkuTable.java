package dev.seatport.reports.internal.html;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.LicenseView;
import dev.seatport.reports.review.LicenseSums;
import dev.seatport.reports.review.QuantitySum;
import dev.seatport.reports.review.SkuDifference;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Licenses of each SKU over all customers. A tenant counts once, even if two customers list it. Memory grows with the SKUs and the
 * ids of tenants. Confined to one thread.
 */
final class LicenseSkuTable {
    /** More SKUs than any vendor sells to one partner. Further ones are only in the details of their customers. */
    private static final int MAX_SKUS = 1_000;

    private final Map<SkuId, Row> rows = new LinkedHashMap<>();
    private final Set<TenantId> tenants = new HashSet<>();

    /** The licenses of one SKU; {@code number} stands for the SKU in attributes, which must not have text of a vendor. */
    static final class Row {
        private final int number;
        private final String sku;
        private @Nullable String name;
        private long customers;
        private long customersOver;
        private final QuantitySum.Accumulator purchased = new QuantitySum.Accumulator();
        private final QuantitySum.Accumulator assigned = new QuantitySum.Accumulator();
        private final QuantitySum.Accumulator tenantTotal = new QuantitySum.Accumulator();
        private final QuantitySum.Accumulator over = new QuantitySum.Accumulator();
        private final QuantitySum.Accumulator free = new QuantitySum.Accumulator();

        private Row(int number, String sku) {
            this.number = number;
            this.sku = sku;
        }

        private void add(LicenseView license, LicenseSums sums) {
            purchased.add(license.purchased());
            assigned.add(license.assigned());
            tenantTotal.add(license.tenantTotal());
            over.add(amount(sums.over()));
            free.add(amount(sums.free()));
        }

        int number() {
            return number;
        }

        String sku() {
            return sku;
        }

        @Nullable
        String name() {
            return name;
        }

        long customers() {
            return customers;
        }

        /** Returns the number of customers with more licenses assigned than a tenant has. */
        long customersOver() {
            return customersOver;
        }

        QuantitySum purchased() {
            return purchased.sum();
        }

        QuantitySum assigned() {
            return assigned.sum();
        }

        QuantitySum tenantTotal() {
            return tenantTotal.sum();
        }

        QuantitySum over() {
            return over.sum();
        }

        QuantitySum free() {
            return free.sum();
        }
    }

    private static @Nullable Long amount(SkuDifference difference) {
        return difference.unreported() > 0 ? null : difference.sum();
    }

    /**
     * Adds the licenses of a customer.
     *
     * @return the licenses for the page script: the number of the SKU, purchased, assigned, tenant total, over and free, empty for an
     *     unknown count
     */
    String add(CustomerView customer) {
        Set<TenantId> own = new HashSet<>();
        Set<Row> seen = new HashSet<>();
        Set<Row> over = new HashSet<>();
        String values = customer.licenses().stream()
                .filter(license -> new SkuId(license.skuId()).isIdentifying())
                .map(license -> add(license, own, seen, over))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" "));
        tenants.addAll(own);
        seen.forEach(row -> row.customers++);
        over.forEach(row -> row.customersOver++);
        return values;
    }

    private String add(LicenseView license, Set<TenantId> own, Set<Row> seen, Set<Row> over) {
        SkuId sku = new SkuId(license.skuId());
        Row row = rows.get(sku);
        if (row == null && rows.size() < MAX_SKUS) {
            row = new Row(rows.size(), license.skuId());
            rows.put(sku, row);
        }
        if (row == null) {
            return "";
        }
        if (row.name == null) {
            row.name = license.productName();
        }
        LicenseSums sums = LicenseSums.of(license);
        seen.add(row);
        if (sums.over().skus() > 0) {
            over.add(row);
        }
        TenantId tenant = new TenantId(license.tenantId());
        if (!tenants.contains(tenant)) {
            own.add(tenant);
            row.add(license, sums);
        }
        return row.number + ":" + text(license.purchased()) + ":" + text(license.assigned()) + ":"
                + text(license.tenantTotal()) + ":" + text(amount(sums.over())) + ":" + text(amount(sums.free()));
    }

    private static String text(@Nullable Long count) {
        return count == null ? "" : count.toString();
    }

    /** Returns whether there may be SKUs without a row. */
    boolean isFull() {
        return rows.size() == MAX_SKUS;
    }

    /** Returns the SKUs: first those with more licenses assigned than a tenant has, then by number of customers. */
    List<Row> rows() {
        return rows.values().stream()
                .sorted(Comparator.comparing(Row::customersOver)
                        .thenComparing(Row::customers)
                        .reversed())
                .toList();
    }
}
