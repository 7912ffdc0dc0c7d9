package dev.seatport.reports.review;

import dev.seatport.domain.tenant.TenantId;
import dev.seatport.reports.review.CustomerView.LicenseView;
import java.util.HashSet;
import java.util.Set;

/**
 * Sums of license counts. The counts belong to tenants, so each tenant is added once, even if two customers list it. Free SKUs
 * and SKUs that are not assignable are left out. A license without an id and a customer with an unread tenant count as
 * unreported. Confined to one thread.
 */
public final class LicenseSums {
    private final QuantitySum.Accumulator purchased = new QuantitySum.Accumulator();
    private final QuantitySum.Accumulator assigned = new QuantitySum.Accumulator();
    private final QuantitySum.Accumulator available = new QuantitySum.Accumulator();
    private final QuantitySum.Accumulator tenantTotal = new QuantitySum.Accumulator();
    private final Set<TenantId> tenants = new HashSet<>();

    /** Creates empty sums. */
    public LicenseSums() {}

    /** Returns the sums of one customer. */
    public static LicenseSums of(CustomerView customer) {
        LicenseSums sums = new LicenseSums();
        sums.add(customer);
        return sums;
    }

    /** Adds a customer. */
    public void add(CustomerView customer) {
        if (customer.lacksLicenses()) {
            addUnreported();
            return;
        }
        Set<TenantId> own = new HashSet<>();
        for (LicenseView license : customer.licenses()) {
            TenantId tenant = new TenantId(license.tenantId());
            if (!license.includedInTotals()) {
                continue;
            }
            if (!license.identified()) {
                addUnreported();
            } else if (!tenants.contains(tenant)) {
                own.add(tenant);
                purchased.add(license.purchased());
                assigned.add(license.assigned());
                available.add(license.available());
                tenantTotal.add(license.tenantTotal());
            }
        }
        tenants.addAll(own);
    }

    private void addUnreported() {
        purchased.add(null);
        assigned.add(null);
        available.add(null);
        tenantTotal.add(null);
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
