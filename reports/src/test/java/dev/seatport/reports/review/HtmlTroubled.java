package dev.seatport.reports.review;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.reports.review.ReviewSummary.ExclusionView;
import java.util.List;

/** Customers of the fleet with findings, gaps and exclusions. */
final class HtmlTroubled {
    private static final String PREMIUM = "Microsoft 365 Business Premium";
    private static final String PREMIUM_SKU = "CFQ7TTC0LCHC";
    private static final String BACKUP = "Cloud Backup for Microsoft 365";

    private HtmlTroubled() {}

    static List<CustomerView> customers() {
        return List.of(
                of("Thornbury Hospital Trust")
                        .seats(1_200L, 1_346L)
                        .license(PREMIUM_SKU, PREMIUM, 1_400L, 1_346L, 54L)
                        .license("CFQ7TTC0LF8R", "Microsoft 365 E3", 220L, 140L, 80L)
                        .finding(FindingKind.BACKUP_SHORTFALL, BACKUP + ": 1346 assigned, 1200 purchased: 146 short")
                        .finding(FindingKind.UNASSIGNED_LICENSES, "Microsoft 365 E3: 80 of 220 purchased unassigned")
                        .entry(),
                of("Sable Point Marine")
                        .seats(64L, 79L)
                        .license(PREMIUM_SKU, PREMIUM, 75L, 79L, -4L)
                        .finding(FindingKind.BACKUP_SHORTFALL, BACKUP + ": 79 assigned, 64 purchased: 15 short")
                        .finding(
                                FindingKind.OVER_ASSIGNED_LICENSES,
                                PREMIUM + ": 79 assigned, 75 in the tenant (all partners): 4 over")
                        .entry(),
                of("Copperfield Accounting")
                        .seats(40L, 40L)
                        .license("CFQ7TTC0LH16", "Microsoft 365 Apps for business", 30L, 36L, -6L)
                        .finding(
                                FindingKind.OVER_ASSIGNED_LICENSES,
                                "Microsoft 365 Apps for business: 36 assigned, 30 in the tenant (all partners): 6 over")
                        .entry(),
                of("Pinnacle Recruitment")
                        .seats(85L, 85L)
                        .license(PREMIUM_SKU, PREMIUM, 130L, 85L, 45L)
                        .finding(FindingKind.UNASSIGNED_LICENSES, PREMIUM + ": 45 of 130 purchased unassigned")
                        .entry(),
                of("Summit Outdoor Retail")
                        .seats(150L, 150L)
                        .license(PREMIUM_SKU, PREMIUM, 150L, 141L, 20L)
                        .finding(
                                FindingKind.COUNTS_INCONSISTENT,
                                PREMIUM
                                        + ": the vendor reports 20 available, but 150 purchased - 141 assigned leaves 9")
                        .entry(),
                of("Verdant Garden Centres")
                        .seats(48L, 48L)
                        .license(PREMIUM_SKU, PREMIUM, 70L, 66L, 4L)
                        .finding(
                                FindingKind.VENDORS_DISAGREE,
                                PREMIUM + ": 48 assigned seats at avepoint, 66 assigned licenses at c3: difference 18")
                        .entry(),
                of("Harbour Lights Hotel")
                        .seats(36L, 35L)
                        .finding(
                                FindingKind.TENANT_UNKNOWN_TO_VENDOR,
                                "tenant Harbour Lights Hotel (harbour-lights-hotel.onmicrosoft.example) is unknown to c3;"
                                        + " check its customers of the same name: c3-4711")
                        .unmatched("c3-4711")
                        .entry(),
                of("Westbrook Printing")
                        .seats(90L, 61L)
                        .license(PREMIUM_SKU, PREMIUM, 61L, 61L, 0L)
                        .finding(FindingKind.BACKUP_SURPLUS, BACKUP + ": 90 purchased, 61 assigned: 29 over")
                        .finding(FindingKind.NO_LICENSES_LEFT, PREMIUM + ": all 61 purchased are assigned")
                        .entry(),
                of("Juniper Health Clinics")
                        .seats(110L, 118L)
                        .license(PREMIUM_SKU, PREMIUM, 160L, 118L, 42L)
                        .excused(
                                FindingKind.UNASSIGNED_LICENSES,
                                PREMIUM + ": 42 of 160 purchased unassigned",
                                "Hiring for the new clinic until spring",
                                "Dana Reyes",
                                "2027-03-31")
                        .finding(FindingKind.BACKUP_SHORTFALL, BACKUP + ": 118 assigned, 110 purchased: 8 short")
                        .entry(),
                of("Yarrow Theatre Company")
                        .seats(25L, 25L)
                        .license(PREMIUM_SKU, PREMIUM, 40L, 25L, 15L)
                        .excused(
                                FindingKind.UNASSIGNED_LICENSES,
                                PREMIUM + ": 15 of 40 purchased unassigned",
                                "Seasonal staff come back in December",
                                null,
                                null)
                        .entry(),
                of("Delphi Consulting")
                        .status("MULTIPLE_ISSUES")
                        .seats(55L, 52L)
                        .gap(
                                "c3",
                                "licenses",
                                "PERMISSION_DENIED",
                                "C3 refuses licenses of this customer; ask for the reader role there")
                        .entry(),
                of("Umbra Photography")
                        .seats(null, 14L)
                        .license(PREMIUM_SKU, PREMIUM, 16L, null, null)
                        .gap(
                                "avepoint",
                                "product-seats",
                                "TIMED_OUT",
                                "AvePoint did not answer within 30 s; run the review again")
                        .entry(),
                of("Tidewater Energy")
                        .status("FAILED")
                        .seats(300L, 322L)
                        .gap(
                                "c3",
                                "licenses",
                                "RATE_LIMITED",
                                "C3 asked for fewer calls five times in a row; run the review again later")
                        .finding(FindingKind.BACKUP_SHORTFALL, BACKUP + ": 322 assigned, 300 purchased: 22 short")
                        .entry(),
                new HtmlCase("1f0b6a52-77c1-4d7e-9a43-0c5d2e7b9d10", null)
                        .gap(
                                "c3",
                                "licenses",
                                "PERMISSION_DENIED",
                                "C3 refuses licenses of this customer; ask for the reader role there")
                        .unmatched()
                        .entry());
    }

    private static HtmlCase of(String name) {
        return new HtmlCase(HtmlFleet.id(name), name);
    }

    static List<Gap> atLarge() {
        return List.of(new Gap(
                null,
                new Vendor("c3"),
                Dataset.CUSTOMERS,
                FailureKind.INCOMPLETE_LISTING,
                "C3 promised 34 customers and listed 33; run the review again"));
    }

    static List<ExclusionView> exclusions() {
        return List.of(
                new ExclusionView(
                        "juniper-health-clinics",
                        null,
                        PREMIUM_SKU,
                        "Hiring for the new clinic until spring",
                        "Dana Reyes",
                        "2027-03-31",
                        "ALERTS_ONLY",
                        true,
                        1,
                        "Juniper Health Clinics"),
                new ExclusionView(
                        "yarrow-theatre-company",
                        null,
                        null,
                        "Seasonal staff come back in December",
                        null,
                        null,
                        "ALERTS_ONLY",
                        true,
                        1,
                        "Yarrow Theatre Company"),
                new ExclusionView(
                        null,
                        null,
                        "CFQ7TTC0L9DZ",
                        "Free trial licenses cost nothing",
                        "Dana Reyes",
                        null,
                        "EVERYWHERE",
                        true,
                        2,
                        null),
                new ExclusionView(
                        "pinnacle-recruitment",
                        null,
                        PREMIUM_SKU,
                        "Waiting for the yearly renewal",
                        "Sam Okafor",
                        "2026-10-31",
                        "ALERTS_ONLY",
                        false,
                        0,
                        "Pinnacle Recruitment"));
    }
}
