package dev.seatport.reports.review;

import dev.seatport.domain.tenant.TenantId;
import dev.seatport.reports.review.Certificate.Sum;
import dev.seatport.reports.review.CustomerEntry.LicenseEntry;
import java.util.HashSet;
import java.util.Set;

/**
 * Sums over licenses. The counts are of tenants, so each tenant enters once, also if two customers list it. Free SKUs are
 * left out. A license without an id, and a customer of whom a tenant was not read, count as unreported.
 */
final class LicenseSums {
    private final RunningSum purchased = new RunningSum();
    private final RunningSum assigned = new RunningSum();
    private final RunningSum available = new RunningSum();
    private final RunningSum tenantTotal = new RunningSum();
    private final Set<TenantId> tenants = new HashSet<>();

    static LicenseSums of(CustomerEntry customer) {
        LicenseSums sums = new LicenseSums();
        sums.add(customer);
        return sums;
    }

    void add(CustomerEntry customer) {
        if (customer.lacksLicenses()) {
            addUnreported();
            return;
        }
        Set<TenantId> own = new HashSet<>();
        for (LicenseEntry license : customer.licenses()) {
            TenantId tenant = new TenantId(license.tenantId());
            if (!license.identified()) {
                addUnreported();
            } else if (!license.free() && !tenants.contains(tenant)) {
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

    Sum purchased() {
        return purchased.sum();
    }

    Sum assigned() {
        return assigned.sum();
    }

    Sum available() {
        return available.sum();
    }

    Sum tenantTotal() {
        return tenantTotal.sum();
    }
}
