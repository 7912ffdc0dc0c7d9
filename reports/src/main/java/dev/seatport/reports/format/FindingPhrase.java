package dev.seatport.reports.format;

import dev.seatport.domain.review.FindingKind;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.FindingChange;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text of a finding in parts, for columns of a table.
 *
 * @param amount the number that matters, such as {@code 8 short}; empty if the finding has none
 * @param counts the counts that were compared, such as {@code 53 assigned, 45 purchased}; may be empty
 * @param subject the product, SKU or tenant; otherwise the whole text
 * @param reason the amount with its unit, such as {@code 8 seats short}
 */
record FindingPhrase(String amount, String counts, String subject, String reason) {
    private static final String NEW = "NEW ";

    /** Returns a mark of a finding that the baseline does not have, with a blank; otherwise empty. */
    static String mark(FindingView finding) {
        return FindingChange.NEW.name().equals(finding.change()) ? NEW : "";
    }

    static FindingPhrase of(FindingView finding) {
        return kind(finding).flatMap(kind -> of(kind, finding)).orElseGet(() -> withoutNumber(finding));
    }

    private static Optional<FindingKind> kind(FindingView finding) {
        return Arrays.stream(FindingKind.values())
                .filter(kind -> kind.name().equals(finding.kind()))
                .findFirst();
    }

    private static Optional<FindingPhrase> of(FindingKind kind, FindingView finding) {
        Long by = finding.difference();
        Long assigned = finding.assigned();
        Long purchased = finding.purchased();
        Long total = finding.tenantTotal();
        return switch (kind) {
            case BACKUP_SHORTFALL ->
                difference(finding, by, "seat", "short", counts(assigned, "assigned", purchased, "purchased"));
            case BACKUP_SURPLUS ->
                difference(finding, by, "seat", "over", counts(purchased, "purchased", assigned, "assigned"));
            case OVER_ASSIGNED_LICENSES ->
                difference(
                        finding,
                        by,
                        "license",
                        "over",
                        counts(
                                assigned,
                                "assigned",
                                by == null || assigned == null ? null : assigned - by,
                                "in tenant"));
            case LICENSES_IN_GRACE ->
                difference(finding, by, "license", "in grace", counts(assigned, "assigned", total, "in good standing"));
            case UNASSIGNED_LICENSES ->
                difference(finding, by, "license", "unused", counts(purchased, "purchased", assigned, "assigned"));
            case VENDORS_DISAGREE ->
                Optional.ofNullable(by)
                        .map(number -> new FindingPhrase(
                                number + " apart",
                                counts(assigned, "seats", finding.licensesAssigned(), "licenses"),
                                label(finding),
                                "seats and licenses differ by " + number));
            case NO_LICENSES_LEFT ->
                total == null
                        ? Optional.empty()
                        : Optional.of(new FindingPhrase(
                                "none free",
                                counts(assigned, "assigned", total, "in tenant"),
                                label(finding),
                                "no license left"));
            case TENANT_WITHOUT_BACKUP -> Optional.of(withoutBackup(finding));
            default -> Optional.empty();
        };
    }

    private static Optional<FindingPhrase> difference(
            FindingView finding, @Nullable Long by, String unit, String what, String counts) {
        return by == null || counts.isEmpty()
                ? Optional.empty()
                : Optional.of(new FindingPhrase(
                        by + " " + what,
                        finding.monthly() == null
                                ? counts
                                : counts + ", " + finding.monthly().text(),
                        label(finding),
                        by + " " + unit + (by == 1 ? " " : "s ") + what));
    }

    private static String counts(@Nullable Long one, String first, @Nullable Long other, String second) {
        return one == null || other == null ? "" : one + " " + first + ", " + other + " " + second;
    }

    private static String label(FindingView finding) {
        if (finding.productName() != null) {
            return finding.productName();
        }
        return finding.skuId() != null
                ? "SKU " + finding.skuId()
                : finding.productCode() == null ? "" : finding.productCode();
    }

    private static FindingPhrase withoutBackup(FindingView finding) {
        Long number = finding.licensesAssigned();
        String tenant = "tenant " + finding.tenantId();
        if (number == null) {
            return new FindingPhrase("", "", tenant, "no backup");
        }
        String licenses = number + (number == 1 ? " license" : " licenses");
        return new FindingPhrase(licenses, "", tenant, licenses + " without backup");
    }

    private static FindingPhrase withoutNumber(FindingView finding) {
        boolean tenant = finding.skuId() == null && finding.productCode() == null && finding.tenantId() != null;
        String subject = tenant
                ? "tenant " + (finding.tenantName() == null ? finding.tenantId() : finding.tenantName())
                : finding.text();
        return new FindingPhrase(
                "", "", subject, finding.kind().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
