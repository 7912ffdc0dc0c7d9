package dev.seatport.domain.review;

import static dev.seatport.domain.review.PositionBuilder.BACKUP;
import static dev.seatport.domain.review.PositionBuilder.license;
import static dev.seatport.domain.review.PositionBuilder.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupFindingsTest {

    private static Finding only(Review review) {
        assertThat(review.findings()).hasSize(1);
        return review.findings().get(0);
    }

    @ParameterizedTest(name = "{0} purchased, {1} assigned: {3}")
    @CsvSource({
        "25, 31, BACKUP_SHORTFALL, 'Backup: 31 assigned, 25 purchased: 6 short'",
        "0, 31, BACKUP_SHORTFALL, 'Backup: 31 assigned, 0 purchased: 31 short'",
        "31, 25, BACKUP_SURPLUS, 'Backup: 31 purchased, 25 assigned: 6 over'",
        "5, 0, BACKUP_SURPLUS, 'Backup: 5 purchased, 0 assigned: 5 over'",
    })
    void showTheirCounts(String purchased, String assigned, FindingKind kind, String text) {
        Finding finding = only(new PositionBuilder()
                .products(BACKUP)
                .purchased(BACKUP, purchased)
                .assigned(assigned)
                .review());

        assertThat(finding.kind()).isEqualTo(kind);
        assertThat(finding.text()).isEqualTo(text);
        assertThat(finding.severity()).isEqualTo(kind.defaultSeverity());
        assertThat(finding.customer()).isEqualTo(PositionBuilder.CUSTOMER);
        assertThat(finding.sku()).isEmpty();
        assertThat(finding.subject().product()).isEqualTo(BACKUP.code());
    }

    @ParameterizedTest(name = "{0} purchased, {1} assigned: no finding")
    @CsvSource({"25, 25", "-, 31", "25, -", "-, -", "0, 0", "1000, 1019", "1019, 1000", "3, 0", "99, 90", "29, 25"})
    void areNotReportedWithoutAReason(String purchased, String assigned) {
        assertThat(new PositionBuilder()
                        .products(BACKUP)
                        .purchased(BACKUP, purchased)
                        .assigned(assigned)
                        .review()
                        .findings())
                .isEmpty();
    }

    @Test
    void areMeasuredByThePolicy() {
        ReviewPolicy deaf = ReviewPolicy.builder().coverage(Threshold.of(0, 7)).build();

        assertThat(new PositionBuilder()
                        .products(BACKUP)
                        .purchased(BACKUP, "25")
                        .assigned("31")
                        .review(deaf)
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} surplus seats of {2} are a finding: {3}")
    @CsvSource({
        "default, 4, 10, false",
        "default, 5, 51, false",
        "default, 5, 50, true",
        "coverage, 1, 50, true",
        "coverage, 1, 51, false",
        "both, 7, 100, false",
        "both, 8, 100, true",
    })
    void ofASurplusHaveTheirOwnThreshold(String policy, long by, long purchased, boolean found) {
        ReviewPolicy.Builder builder = ReviewPolicy.builder();
        if (!policy.equals("default")) {
            builder.coverage(Threshold.of(2, 1));
        }
        if (policy.equals("both")) {
            builder.surplus(Threshold.of(0, 8));
        }

        assertThat(new PositionBuilder()
                        .products(BACKUP)
                        .purchased(BACKUP, Long.toString(purchased))
                        .assigned(Long.toString(purchased - by))
                        .review(builder.build())
                        .findings())
                .hasSize(found ? 1 : 0);
    }

    @Nested
    class TenantsUnknownToTheOtherVendor {
        @Test
        void nameCustomersOfTheSameName() {
            assertThat(new PositionBuilder()
                            .unmatched(tenant("t9", TenantKind.MICROSOFT_365))
                            .namesake("L7")
                            .namesake("L8")
                            .review()
                            .findings())
                    .extracting(Finding::text)
                    .containsExactly("tenant t9 is unknown to globex; check its customers of the same name: L7, L8");
        }

        @ParameterizedTest(name = "{1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "- | tenant t9 is unknown to globex",
                    "Example AS | tenant Example AS (t9) is unknown to globex",
                })
        void areNamed(String name, String text) {
            Tenant strange = new Tenant(new TenantId("t9"), name.equals("-") ? null : name, TenantKind.MICROSOFT_365);

            Finding finding = only(new PositionBuilder().unmatched(strange).review());

            assertThat(finding.kind()).isEqualTo(FindingKind.TENANT_UNKNOWN_TO_VENDOR);
            assertThat(finding.text()).isEqualTo(text);
            assertThat(finding.subject().tenant()).isEqualTo(strange.id());
        }
    }

    @ParameterizedTest(name = "{0} assigned licenses: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "- | tenant t1 has no backup: it is unknown to acme",
                "0 | tenant t1 has no backup for 0 assigned licenses: it is unknown to acme",
                "1 | tenant t1 has no backup for 1 assigned license: it is unknown to acme",
                "9 | tenant t1 has no backup for 9 assigned licenses: it is unknown to acme",
            })
    void aboutTenantsWithoutBackupCountTheirLicenses(String assigned, String text) {
        FindingKey key = new FindingKey(
                FindingKind.TENANT_WITHOUT_BACKUP,
                PositionBuilder.LICENSES,
                new CustomerId(PositionBuilder.LICENSES, "L1"),
                PositionBuilder.TENANT,
                null,
                null);

        Finding finding = new Finding.TenantWithoutBackup(
                key, Severity.WARNING, PositionBuilder.SEATS, PositionBuilder.quantity(assigned), List.of());

        assertThat(finding.text()).isEqualTo(text);
        assertThat(finding.id()).isEqualTo("TENANT_WITHOUT_BACKUP/globex/L1/t1//");
    }

    @Nested
    class VendorsThatDisagree {
        private final ReviewPolicy policy = ReviewPolicy.builder()
                .seatSkus(Map.of(BACKUP.code(), Set.of(new SkuId("s1"), new SkuId("s2"))))
                .build();

        private PositionBuilder thirtySeats() {
            return new PositionBuilder()
                    .products(BACKUP)
                    .purchased(BACKUP, "30")
                    .assigned("30");
        }

        @Test
        void areReportedWithBothCounts() {
            Review review = thirtySeats()
                    .licensed(
                            license("s1", "20", "20", "-"),
                            license("s2", "20", "19", "-"),
                            license("s3", "9", "9", "-"))
                    .review(policy);

            assertThat(review.findings())
                    .filteredOn(finding -> finding.kind() == FindingKind.VENDORS_DISAGREE)
                    .extracting(Finding::text)
                    .containsExactly(
                            "Backup: 30 assigned seats at acme, 39 assigned licenses at globex:" + " difference 9");
        }

        @Test
        void areReportedIfOneVendorReportsZero() {
            assertThat(only(thirtySeats().review(policy)).text())
                    .isEqualTo("Backup: 30 assigned seats at acme, 0 assigned licenses at globex:" + " difference 30");
        }

        @Test
        void areNotReportedIfTheyAgree() {
            assertThat(kinds(thirtySeats()
                            .licensed(license("s1", "30", "30", "-"))
                            .review(policy)))
                    .doesNotContain(FindingKind.VENDORS_DISAGREE);
        }

        @Test
        void areNotReportedWithoutSeatSkus() {
            assertThat(thirtySeats().review().findings()).isEmpty();
        }

        @Test
        void areMeasuredByThePolicy() {
            ReviewPolicy deaf = ReviewPolicy.builder()
                    .seatSkus(Map.of(BACKUP.code(), Set.of(new SkuId("s1"))))
                    .disagreement(Threshold.of(0, 31))
                    .build();

            assertThat(thirtySeats().review(deaf).findings()).isEmpty();
        }

        @Test
        void areNotReportedIfACountIsIncomplete() {
            assertThat(kinds(thirtySeats()
                            .gap(Dataset.LICENSES, FailureKind.UNAVAILABLE)
                            .review(policy)))
                    .isEmpty();
            assertThat(kinds(thirtySeats()
                            .gap(Dataset.CUSTOMERS, FailureKind.UNAVAILABLE)
                            .review(policy)))
                    .isEmpty();
            assertThat(kinds(thirtySeats()
                            .unmatched(tenant("t9", TenantKind.MICROSOFT_365))
                            .review(policy)))
                    .containsExactly(FindingKind.TENANT_UNKNOWN_TO_VENDOR);
            assertThat(kinds(
                            thirtySeats().licensed(license("s1", "-", "-", "-")).review(policy)))
                    .isEmpty();
            assertThat(kinds(thirtySeats().assigned("-").review(policy))).isEmpty();
            assertThat(kinds(new PositionBuilder()
                            .products(BACKUP)
                            .assigned("-9223372036854775808")
                            .licensed(license("s1", "-", "30", "-"))
                            .review(policy)))
                    .isEmpty();
            assertThat(kinds(new PositionBuilder()
                            .products(BACKUP)
                            .assigned("-9223372036854775808")
                            .review(policy)))
                    .isEmpty();
        }

        private static List<FindingKind> kinds(Review review) {
            return review.findings().stream().map(Finding::kind).toList();
        }
    }
}
