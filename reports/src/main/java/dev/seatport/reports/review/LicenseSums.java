package dev.seatport.reports.review;

import dev.seatport.domain.tenant.TenantId;
import dev.seatport.reports.review.CustomerView.LapsedLicensesView;
import dev.seatport.reports.review.CustomerView.LicenseView;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sums of license counts. The counts belong to tenants, so each tenant is added once, even if two customers list it. Free SKUs
 * and SKUs that are not assignable are left out. A license without an id and a customer with an unread tenant count as
 * unreported. Only {@link #over} includes every SKU with an id, as the findings do. Confined to one thread.
 */
public final class LicenseSums {
    private final QuantitySum.Accumulator purchased = new QuantitySum.Accumulator();
    private final QuantitySum.Accumulator assigned = new QuantitySum.Accumulator();
    private final QuantitySum.Accumulator available = new QuantitySum.Accumulator();
    private final QuantitySum.Accumulator tenantTotal = new QuantitySum.Accumulator();
    private final SkuDifference.Accumulator over = new SkuDifference.Accumulator();
    private final SkuDifference.Accumulator free = new SkuDifference.Accumulator();
    private final Set<TenantId> tenants = new HashSet<>();

    /** Creates empty sums. */
    public LicenseSums() {}

    /** Returns the sums of one customer. */
    public static LicenseSums of(CustomerView customer) {
        LicenseSums sums = new LicenseSums();
        sums.add(customer);
        return sums;
    }

    /** Returns the sums of one license of a tenant. */
    public static LicenseSums of(LicenseView license) {
        LicenseSums sums = new LicenseSums();
        sums.add(license, new HashSet<>());
        return sums;
    }

    /** Adds a customer. */
    public void add(CustomerView customer) {
        if (customer.lacksLicenses()) {
            addUnreported();
            return;
        }
        Set<TenantId> own = new HashSet<>();
        customer.licenses().forEach(license -> add(license, own));
        tenants.addAll(own);
    }

    private void add(LicenseView license, Set<TenantId> own) {
        TenantId tenant = new TenantId(license.tenantId());
        if (license.identified() && !tenants.contains(tenant)) {
            own.add(tenant);
            addDifferences(license);
        }
        if (!license.includedInTotals()) {
            return;
        }
        if (!license.identified()) {
            addUnreported();
        } else if (!tenants.contains(tenant)) {
            purchased.add(license.purchased());
            assigned.add(license.assigned());
            available.add(license.available());
            tenantTotal.add(license.tenantTotal());
        }
    }

    private void addUnreported() {
        purchased.add(null);
        assigned.add(null);
        available.add(null);
        tenantTotal.add(null);
        over.addUnreported();
        free.addUnreported();
    }

    /** Compares with the licenses of all partners, because no vendor reports the partner of an assigned license. */
    private void addDifferences(LicenseView license) {
        LapsedLicensesView states = license.states();
        BigInteger assignable =
                states == null ? number(license.tenantTotal()) : plus(number(license.tenantTotal()), states.warning());
        BigInteger limit = states == null ? assignable : plus(plus(assignable, states.suspended()), states.lockedOut());
        BigInteger used = number(license.assigned());
        if (used == null || limit == null) {
            over.addUnreported();
        } else {
            over.add(used.subtract(limit));
        }
        if (license.includedInTotals()) {
            BigInteger left =
                    used == null || assignable == null ? number(license.available()) : assignable.subtract(used);
            if (left == null) {
                free.addUnreported();
            } else {
                free.add(left);
            }
        }
    }

    private static @Nullable BigInteger number(@Nullable Long count) {
        return count == null ? null : BigInteger.valueOf(count);
    }

    private static @Nullable BigInteger plus(@Nullable BigInteger sum, @Nullable Long count) {
        return sum == null || count == null ? null : sum.add(BigInteger.valueOf(count));
    }

    /** Returns the licenses that are assigned above the limit of their tenant, SKU by SKU. */
    public SkuDifference over() {
        return over.difference();
    }

    /** Returns the licenses that the tenants can still assign, SKU by SKU. */
    public SkuDifference free() {
        return free.difference();
    }

    /** Returns both differences in a few words, such as {@code 2 over on 1 SKU, 5 free on 2 SKUs}. */
    public String differences() {
        return over().text("over") + ", " + free().text("free");
    }

    public QuantitySum purchased() {
        return purchased.sum();
    }

    public QuantitySum assigned() {
        return assigned.sum();
    }

    public QuantitySum available() {
        return available.sum();
    }

    public QuantitySum tenantTotal() {
        return tenantTotal.sum();
    }
}
