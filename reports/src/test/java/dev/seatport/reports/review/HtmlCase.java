package dev.seatport.reports.review;

import dev.seatport.domain.review.FindingKind;
import dev.seatport.reports.review.CustomerEntry.CoverageEntry;
import dev.seatport.reports.review.CustomerEntry.ExcusedEntry;
import dev.seatport.reports.review.CustomerEntry.FindingEntry;
import dev.seatport.reports.review.CustomerEntry.GapEntry;
import dev.seatport.reports.review.CustomerEntry.LicenseEntry;
import dev.seatport.reports.review.CustomerEntry.LicenseUseEntry;
import dev.seatport.reports.review.CustomerEntry.OfferEntry;
import dev.seatport.reports.review.CustomerEntry.ProductEntry;
import dev.seatport.reports.review.CustomerEntry.SourceEntry;
import dev.seatport.reports.review.CustomerEntry.TenantEntry;
import dev.seatport.reports.review.CustomerEntry.UnmatchedEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a customer together, part by part. */
final class HtmlCase {
    private static final String BACKUP = "Cloud Backup for Microsoft 365";

    private final String id;
    private final @Nullable String name;
    private final String tenant;
    private String status = "WORKING";
    private final List<TenantEntry> tenants = new ArrayList<>();
    private final List<ProductEntry> products = new ArrayList<>();
    private final List<LicenseEntry> licenses = new ArrayList<>();
    private final List<CoverageEntry> coverage = new ArrayList<>();
    private final List<FindingEntry> findings = new ArrayList<>();
    private final List<GapEntry> gaps = new ArrayList<>();
    private final List<UnmatchedEntry> unmatched = new ArrayList<>();

    HtmlCase(String id, @Nullable String name) {
        this.id = id;
        this.name = name;
        this.tenant = id + ".onmicrosoft.example";
    }

    HtmlCase status(String value) {
        status = value;
        return this;
    }

    /** Seats bought for so many people; the verdict follows. */
    HtmlCase seats(@Nullable Long purchased, @Nullable Long assigned) {
        tenants.add(new TenantEntry(
                tenant, name, "MICROSOFT_365", assigned, null, null, source("avepoint", "tenantSeats")));
        products.add(new ProductEntry("CB-M365", BACKUP, purchased, null, source("avepoint", "productSeats")));
        LicenseUseEntry use = new LicenseUseEntry("c3", purchased, assigned, false, null);
        if (purchased == null || assigned == null) {
            String reason = (purchased == null ? "purchased" : "assigned") + " seats are not reported";
            coverage.add(
                    new CoverageEntry("CB-M365", BACKUP, "NOT_COMPARABLE", null, purchased, assigned, reason, use));
        } else {
            long by = Math.abs(assigned - purchased);
            String verdict = by == 0 ? "COVERED" : assigned > purchased ? "SHORT" : "OVER";
            coverage.add(
                    new CoverageEntry("CB-M365", BACKUP, verdict, by == 0 ? null : by, purchased, assigned, null, use));
        }
        return this;
    }

    HtmlCase license(
            String sku, String product, @Nullable Long purchased, @Nullable Long assigned, @Nullable Long available) {
        licenses.add(new LicenseEntry(
                "c3-" + id,
                tenant,
                sku,
                product,
                purchased,
                assigned,
                available,
                null,
                false,
                List.of(new OfferEntry(product + " (NCE)", "ANNUAL")),
                false,
                licenses.isEmpty() ? null : "summed from 2 rows of one SKU",
                List.of(source("c3", "licenseConsumption"))));
        return this;
    }

    HtmlCase finding(FindingKind kind, String text) {
        return add(kind, text, null);
    }

    HtmlCase excused(FindingKind kind, String text, String reason, @Nullable String owner, @Nullable String until) {
        return add(kind, text, new ExcusedEntry(reason, owner, until));
    }

    private HtmlCase add(FindingKind kind, String text, @Nullable ExcusedEntry excused) {
        findings.add(new FindingEntry(
                id + "/" + kind, kind.name(), kind.usualSeverity().name(), text, null, null, null, excused));
        return this;
    }

    HtmlCase gap(String vendor, String source, String kind, String text) {
        gaps.add(new GapEntry(vendor, source, kind, text));
        return this;
    }

    HtmlCase unmatched(String... suggestions) {
        unmatched.add(new UnmatchedEntry(id, name, tenant, List.of(suggestions), suggestions.length > 0, false));
        return this;
    }

    private SourceEntry source(String vendor, String operation) {
        return new SourceEntry(vendor, operation, "2026-11-20T06:00:41.250Z", "7f3c-" + id);
    }

    CustomerEntry entry() {
        return new CustomerEntry(
                "avepoint",
                id,
                name,
                "it@" + id + ".example",
                status,
                null,
                "Germany",
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
