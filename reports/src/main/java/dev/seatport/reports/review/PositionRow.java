package dev.seatport.reports.review;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.reports.review.CustomerView.LapsedLicensesView;
import dev.seatport.reports.review.CustomerView.LicenseCountsView;
import dev.seatport.reports.review.CustomerView.LicenseView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.CustomerView.OfferView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatComparisonView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatsView;
import dev.seatport.reports.review.CustomerView.TenantView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a review for programs that add numbers: a customer, the seats of a tenant or a product, the licenses of a SKU in a
 * tenant, a gap, or the end. The component names are column names on which scripts rely. A component that a kind of row does not
 * have is {@code null}, and so is a count that the vendor did not report.
 *
 * @param row the kind of row, the name of a {@link Kind}
 * @param vendor the vendor that reported the row, or did not
 * @param customer the id of the customer at the seat vendor; of an unmatched tenant the id at {@code vendor}
 * @param licenseCustomer the id of the customer at the license vendor
 * @param difference purchased less assigned seats; {@code null} if they are not comparable
 * @param licensesPurchased the license vendor's count for the same product, like {@code licensesAssigned}
 * @param inTotals whether the totals of the review include the counts
 */
public record PositionRow(
        String row,
        String vendor,
        @Nullable String customer,
        @Nullable String organization,
        @Nullable String licenseCustomer,
        @Nullable String tenantId,
        @Nullable String tenantName,
        @Nullable String tenantKind,
        @Nullable String productCode,
        @Nullable String productName,
        @Nullable String skuId,
        @Nullable Long purchased,
        @Nullable Long assigned,
        @Nullable Long available,
        @Nullable Long tenantTotal,
        @Nullable Long warning,
        @Nullable Long suspended,
        @Nullable Long lockedOut,
        @Nullable String verdict,
        @Nullable Long difference,
        @Nullable Long licensesPurchased,
        @Nullable Long licensesAssigned,
        @Nullable Boolean inTotals,
        @Nullable Boolean assignable,
        @Nullable Boolean free,
        @Nullable Boolean deleted,
        List<String> offers,
        @Nullable String renewal,
        @Nullable String source,
        @Nullable String failure,
        @Nullable String note,
        @Nullable Boolean complete,
        @Nullable String readAt) {

    /** Kind of row. */
    public enum Kind {
        /** A customer, also without seats and licenses. */
        CUSTOMER,
        /** The seats of a tenant. */
        TENANT_SEATS,
        /** The seats of a product: purchased, and assigned in the customer's tenants. */
        PRODUCT_SEATS,
        /** The licenses of a SKU in a tenant. */
        LICENSES,
        /** A tenant that only {@code vendor} has. */
        UNMATCHED_TENANT,
        /** Data that could not be read. */
        GAP,
        /** The last row, with the completeness of the review as note. */
        END
    }

    /** Converts customers to rows. Keeps the ids of the tenants, because totals add a tenant once. Confined to one thread. */
    public static final class Converter {
        private final Set<TenantId> tenants = new HashSet<>();

        /** Creates a converter for a whole review. */
        public Converter() {}

        /** Returns the rows of the next customer. */
        public List<PositionRow> rows(CustomerView customer) {
            List<PositionRow> rows = new ArrayList<>();
            rows.add(new Draft(Kind.CUSTOMER, customer.vendor(), customer).row());
            customer.tenants().forEach(tenant -> rows.add(tenant(customer, tenant)));
            products(customer, rows);
            licenses(customer, rows);
            for (UnmatchedTenantView tenant : customer.unmatched()) {
                rows.add(unmatched(customer.vendor(), tenant, customer));
            }
            for (MissingDataView gap : customer.gaps()) {
                rows.add(gap(gap, customer));
            }
            return rows;
        }

        private static PositionRow tenant(CustomerView customer, TenantView tenant) {
            Draft draft = new Draft(Kind.TENANT_SEATS, tenant.from().vendor(), customer);
            draft.tenantId = tenant.tenantId();
            draft.tenantName = tenant.tenantName();
            draft.tenantKind = tenant.kind();
            draft.assigned = tenant.assigned();
            draft.available = tenant.available();
            draft.note = tenant.note();
            draft.source = Dataset.TENANT_SEATS.label();
            return draft.row();
        }

        private static void products(CustomerView customer, List<PositionRow> rows) {
            Map<String, Draft> products = new LinkedHashMap<>();
            for (PurchasedSeatsView product : customer.products()) {
                Draft draft = product(customer, product.productCode(), product.productName());
                draft.purchased = product.purchased();
                draft.note = product.note();
                draft.inTotals = false;
                products.put(product.productCode(), draft);
            }
            for (PurchasedSeatComparisonView coverage : customer.coverage()) {
                Draft draft = products.computeIfAbsent(
                        coverage.productCode(), code -> product(customer, code, coverage.productName()));
                draft.purchased = coverage.purchased();
                draft.assigned = coverage.assigned();
                draft.verdict = coverage.verdict();
                Long by = coverage.by();
                draft.difference = by != null && coverage.verdict().equals("SHORT") ? (Long) (-by) : by;
                draft.note = coverage.reason() == null ? draft.note : coverage.reason();
                draft.inTotals = true;
                LicenseCountsView licenses = coverage.licenses();
                if (licenses != null) {
                    draft.licensesPurchased = licenses.purchased();
                    draft.licensesAssigned = licenses.assigned();
                }
            }
            products.values().forEach(draft -> rows.add(draft.row()));
        }

        private static Draft product(CustomerView customer, String code, @Nullable String name) {
            Draft draft = new Draft(Kind.PRODUCT_SEATS, customer.vendor(), customer);
            draft.productCode = code;
            draft.productName = name;
            draft.source = Dataset.PRODUCT_SEATS.label();
            return draft;
        }

        /** Totals leave out a customer with an unread tenant, because a sum of the other tenants would look complete. */
        private void licenses(CustomerView customer, List<PositionRow> rows) {
            Set<TenantId> own = new HashSet<>();
            Map<TenantId, @Nullable String> names = new HashMap<>();
            for (TenantView tenant : customer.tenants()) {
                names.put(new TenantId(tenant.tenantId()), tenant.tenantName());
            }
            for (LicenseView license : customer.licenses()) {
                TenantId tenant = new TenantId(license.tenantId());
                Draft draft = new Draft(Kind.LICENSES, license.reportedBy(customer.vendor()), customer);
                boolean summed = !customer.lacksLicenses()
                        && license.includedInTotals()
                        && license.identified()
                        && !tenants.contains(tenant);
                if (summed) {
                    own.add(tenant);
                }
                draft.inTotals = summed;
                draft.license(license);
                draft.tenantName = names.get(tenant);
                rows.add(draft.row());
            }
            tenants.addAll(own);
        }

        /** Returns the row of a tenant that only one vendor has. */
        public PositionRow unmatched(String vendor, UnmatchedTenantView tenant) {
            return unmatched(vendor, tenant, null);
        }

        private static PositionRow unmatched(
                String vendor, UnmatchedTenantView tenant, @Nullable CustomerView customer) {
            Draft draft = new Draft(Kind.UNMATCHED_TENANT, vendor, customer);
            draft.customer = tenant.customer();
            draft.organization = tenant.organization();
            draft.tenantId = tenant.tenantId();
            draft.deleted = tenant.deleted();
            draft.note = tenant.conclusive() ? null : "not all tenants of the other vendor could be read";
            return draft.row();
        }

        /** Returns the row of a gap of no customer. */
        public PositionRow gap(MissingDataView gap) {
            return gap(gap, null);
        }

        private static PositionRow gap(MissingDataView gap, @Nullable CustomerView customer) {
            Draft draft = new Draft(Kind.GAP, gap.vendor(), customer);
            draft.customer = gap.customer();
            draft.tenantId = gap.tenantId();
            draft.tenantName = gap.tenantName();
            draft.source = gap.source();
            draft.failure = gap.kind();
            draft.note = gap.text();
            return draft.row();
        }

        /** Returns the last row. */
        public PositionRow end(String seatsFrom, ReviewSummary summary) {
            Draft draft = new Draft(Kind.END, seatsFrom, null);
            draft.complete = summary.whole();
            draft.note = summary.text();
            draft.readAt = summary.asOf();
            return draft.row();
        }
    }

    private static final class Draft {
        private final Kind kind;
        private final String vendor;
        private @Nullable String customer;
        private @Nullable String organization;
        private @Nullable String licenseCustomer;
        private @Nullable String tenantId;
        private @Nullable String tenantName;
        private @Nullable String tenantKind;
        private @Nullable String productCode;
        private @Nullable String productName;
        private @Nullable String skuId;
        private @Nullable Long purchased;
        private @Nullable Long assigned;
        private @Nullable Long available;
        private @Nullable Long tenantTotal;
        private @Nullable LapsedLicensesView states;
        private @Nullable String verdict;
        private @Nullable Long difference;
        private @Nullable Long licensesPurchased;
        private @Nullable Long licensesAssigned;
        private @Nullable Boolean inTotals;
        private @Nullable Boolean assignable;
        private @Nullable Boolean free;
        private @Nullable Boolean deleted;
        private List<String> offers = List.of();
        private @Nullable String renewal;
        private @Nullable String source;
        private @Nullable String failure;
        private @Nullable String note;
        private @Nullable Boolean complete;
        private @Nullable String readAt;

        Draft(Kind kind, String vendor, @Nullable CustomerView of) {
            this.kind = kind;
            this.vendor = vendor;
            if (of != null) {
                customer = of.id();
                organization = of.organization();
                complete = of.complete();
                readAt = of.readAt();
            }
        }

        void license(LicenseView license) {
            licenseCustomer = license.customerId();
            tenantId = license.tenantId();
            productName = license.productName();
            skuId = license.skuId();
            purchased = license.purchased();
            assigned = license.assigned();
            available = license.available();
            tenantTotal = license.tenantTotal();
            states = license.states();
            assignable = license.assignable();
            free = license.free();
            deleted = license.deleted();
            offers = license.offers().stream().map(OfferView::name).toList();
            renewal = license.renewal();
            note = license.note();
            source = Dataset.LICENSES.label();
        }

        PositionRow row() {
            return new PositionRow(
                    kind.name(),
                    vendor,
                    customer,
                    organization,
                    licenseCustomer,
                    tenantId,
                    tenantName,
                    tenantKind,
                    productCode,
                    productName,
                    skuId,
                    purchased,
                    assigned,
                    available,
                    tenantTotal,
                    states == null ? null : states.warning(),
                    states == null ? null : states.suspended(),
                    states == null ? null : states.lockedOut(),
                    verdict,
                    difference,
                    licensesPurchased,
                    licensesAssigned,
                    inTotals,
                    assignable,
                    free,
                    deleted,
                    offers,
                    renewal,
                    source,
                    failure,
                    note,
                    complete,
                    readAt);
        }
    }
}
