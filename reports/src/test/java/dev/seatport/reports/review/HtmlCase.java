package dev.seatport.reports.review;

import dev.seatport.domain.review.FindingKind;
import dev.seatport.reports.review.CustomerView.FindingExclusionView;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.LapsedLicensesView;
import dev.seatport.reports.review.CustomerView.LicenseCountsView;
import dev.seatport.reports.review.CustomerView.LicenseView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.CustomerView.OfferView;
import dev.seatport.reports.review.CustomerView.ProvenanceView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatComparisonView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatsView;
import dev.seatport.reports.review.CustomerView.TenantView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builder of a customer for tests. */
public final class HtmlCase {
    private static final String BACKUP = "Cloud Backup for Microsoft 365";

    private final String id;
    private final @Nullable String name;
    private final String tenant;
    private String status = "WORKING";
    private final List<TenantView> tenants = new ArrayList<>();
    private final List<PurchasedSeatsView> products = new ArrayList<>();
    private final List<LicenseView> licenses = new ArrayList<>();
    private final List<PurchasedSeatComparisonView> coverage = new ArrayList<>();
    private final List<FindingView> findings = new ArrayList<>();
    private final List<MissingDataView> gaps = new ArrayList<>();
    private final List<UnmatchedTenantView> unmatched = new ArrayList<>();

    public HtmlCase(String id, @Nullable String name) {
        this.id = id;
        this.name = name;
        this.tenant = id + ".onmicrosoft.example";
    }

    public HtmlCase status(String value) {
        status = value;
        return this;
    }

    /** Adds coverage with purchased and assigned seats; derives the verdict. */
    public HtmlCase seats(@Nullable Long purchased, @Nullable Long assigned) {
        return seats("CB-M365", BACKUP, purchased, assigned);
    }

    /** Adds coverage of a product. */
    public HtmlCase seats(String code, String product, @Nullable Long purchased, @Nullable Long assigned) {
        tenants.add(
                new TenantView(tenant, name, "MICROSOFT_365", assigned, null, null, source("avepoint", "tenantSeats")));
        products.add(new PurchasedSeatsView(code, product, purchased, null, source("avepoint", "productSeats")));
        LicenseCountsView use = new LicenseCountsView("c3", purchased, assigned, false, null);
        if (purchased == null || assigned == null) {
            String reason = (purchased == null ? "purchased" : "assigned") + " seats are not reported";
            coverage.add(new PurchasedSeatComparisonView(
                    code, product, "NOT_COMPARABLE", null, purchased, assigned, reason, use));
        } else {
            long by = Math.abs(assigned - purchased);
            String verdict = by == 0 ? "COVERED" : assigned > purchased ? "SHORT" : "OVER";
            coverage.add(new PurchasedSeatComparisonView(code, product, verdict, by, purchased, assigned, null, use));
        }
        return this;
    }

    public HtmlCase license(
            String sku, String product, @Nullable Long purchased, @Nullable Long assigned, @Nullable Long available) {
        return license(sku, product, purchased, assigned, available, null, true, null);
    }

    /** Adds a license with a tenant total. */
    public HtmlCase tenantLicense(String sku, String product, long purchased, long assigned, long tenantTotal) {
        return license(sku, product, purchased, assigned, tenantTotal - assigned, tenantTotal, null, true, null);
    }

    /** Adds a license with states, assignability and renewal. */
    public HtmlCase license(
            String sku,
            String product,
            @Nullable Long purchased,
            @Nullable Long assigned,
            @Nullable Long available,
            @Nullable LapsedLicensesView states,
            boolean assignable,
            @Nullable String renewal) {
        return license(sku, product, purchased, assigned, available, null, states, assignable, renewal);
    }

    private HtmlCase license(
            String sku,
            String product,
            @Nullable Long purchased,
            @Nullable Long assigned,
            @Nullable Long available,
            @Nullable Long tenantTotal,
            @Nullable LapsedLicensesView states,
            boolean assignable,
            @Nullable String renewal) {
        licenses.add(new LicenseView(
                "c3-" + id,
                tenant,
                sku,
                product,
                purchased,
                assigned,
                available,
                tenantTotal,
                states,
                assignable,
                false,
                List.of(new OfferView(product + " (NCE)", "ANNUAL")),
                renewal,
                false,
                licenses.isEmpty() ? null : "purchased: sum of 2 rows of one SKU",
                List.of(source("c3", "licenseConsumption"))));
        return this;
    }

    public HtmlCase finding(FindingKind kind, String text) {
        return add(kind, text, null);
    }

    public HtmlCase excused(
            FindingKind kind, String text, String reason, @Nullable String owner, @Nullable String until) {
        return add(kind, text, new FindingExclusionView(reason, owner, until));
    }

    private HtmlCase add(FindingKind kind, String text, @Nullable FindingExclusionView excused) {
        return add(kind, text, null, null, null, null, null, excused);
    }

    /** Adds a finding of missing seats with its numbers. */
    public HtmlCase shortfall(String product, long purchased, long assigned) {
        String text = product + ": " + assigned + " assigned, " + purchased + " purchased: " + (assigned - purchased)
                + " short";
        return add(FindingKind.BACKUP_SHORTFALL, text, product, purchased, assigned, null, assigned - purchased, null);
    }

    /** Adds a finding about a tenant that the license vendor does not have. */
    public HtmlCase tenantFinding(String tenantId, String tenantName, String text) {
        FindingKind kind = FindingKind.TENANT_UNKNOWN_TO_VENDOR;
        findings.add(new FindingView(
                id + "/" + kind,
                kind.name(),
                kind.defaultSeverity().name(),
                text,
                tenantId,
                tenantName,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "avepoint",
                null,
                null,
                null));
        return this;
    }

    /** Adds a finding of unassigned licenses with its numbers. */
    public HtmlCase unassigned(String product, long purchased, long assigned, long difference) {
        String text = product + ": " + difference + " unassigned";
        return add(FindingKind.UNASSIGNED_LICENSES, text, product, purchased, assigned, null, difference, null);
    }

    /** Adds a finding of two counts that differ. */
    public HtmlCase difference(FindingKind kind, String product, long assigned, long licenses, long difference) {
        String text = product + ": difference " + difference;
        return add(kind, text, product, null, assigned, licenses, difference, null);
    }

    private HtmlCase add(
            FindingKind kind,
            String text,
            @Nullable String product,
            @Nullable Long purchased,
            @Nullable Long assigned,
            @Nullable Long licenses,
            @Nullable Long difference,
            @Nullable FindingExclusionView excused) {
        findings.add(new FindingView(
                id + "/" + kind,
                kind.name(),
                kind.defaultSeverity().name(),
                text,
                null,
                null,
                null,
                product,
                null,
                purchased,
                assigned,
                null,
                null,
                null,
                licenses,
                difference,
                excused,
                "avepoint",
                null,
                null,
                null));
        return this;
    }

    public HtmlCase gap(String vendor, String source, String kind, String text) {
        gaps.add(new MissingDataView(id, vendor, source, kind, text, null, null));
        return this;
    }

    /** Adds a gap in the data of one tenant. */
    public HtmlCase tenantGap(String vendor, String source, String kind, String text, String tenantName) {
        gaps.add(new MissingDataView(id, vendor, source, kind, text, tenantName + "-id", tenantName));
        return this;
    }

    /** Adds a tenant without seats of a product. */
    public HtmlCase tenant(String name) {
        tenants.add(
                new TenantView(name + "-id", name, "MICROSOFT_365", 1L, null, null, source("avepoint", "tenantSeats")));
        return this;
    }

    public HtmlCase unmatched(String... suggestions) {
        unmatched.add(new UnmatchedTenantView(id, name, tenant, List.of(suggestions), suggestions.length > 0, false));
        return this;
    }

    private ProvenanceView source(String vendor, String operation) {
        return new ProvenanceView(vendor, operation, "2026-11-20T06:00:41.250Z", "7f3c-" + id);
    }

    public CustomerView entry() {
        return new CustomerView(
                "avepoint",
                id,
                name,
                "it@" + id + ".example",
                status,
                null,
                "Germany",
                "DE",
                "2026-11-20T06:00:42Z",
                gaps.isEmpty(),
                List.copyOf(tenants),
                List.copyOf(products),
                List.copyOf(licenses),
                List.copyOf(coverage),
                List.copyOf(findings),
                List.copyOf(gaps),
                List.copyOf(unmatched));
    }
}
