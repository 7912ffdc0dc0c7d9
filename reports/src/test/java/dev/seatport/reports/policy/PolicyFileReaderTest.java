package dev.seatport.reports.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.Severity;
import dev.seatport.domain.review.Threshold;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid policy files and the policies that they define. */
class PolicyFileReaderTest {
    private static final ProductCode BACKUP = new ProductCode("2048");

    @TempDir
    private Path directory;

    private PolicyDrafts drafts;

    @BeforeEach
    void draft() {
        drafts = new PolicyDrafts(directory);
    }

    private ReviewPolicy review(String yaml) {
        return drafts.yaml("version: 1\n" + yaml).review();
    }

    @Test
    void readsTheDocumentedExample() {
        Policy policy = PolicyDrafts.read(Path.of("..", "docs", "review-example.yaml"));

        assertThat(policy.products()).containsExactly(BACKUP, new ProductCode("32"));
        ReviewPolicy review = policy.review();
        assertThat(review.unassigned()).isEqualTo(Threshold.of(10, 5));
        assertThat(review.coverage()).isEqualTo(new Threshold(new BigDecimal("2.5"), 3));
        assertThat(review.surplus()).isEqualTo(Threshold.of(10, 5));
        assertThat(review.disagreement()).isEqualTo(Threshold.of(2, 1));
        assertThat(review.severity(FindingKind.NO_LICENSES_LEFT)).isEqualTo(Severity.WARNING);
        assertThat(review.severity(FindingKind.BACKUP_SHORTFALL)).isEqualTo(Severity.CRITICAL);
        SkuId e5 = new SkuId("72e6d94f-c0a3-4b15-9e80-1d3a7c5bf628");
        assertThat(review.seatSkus(BACKUP)).hasSize(7).contains(e5);
        assertThat(review.exclusions())
                .containsExactly(
                        Exclusion.of(
                                        new CustomerId(PolicyDrafts.SEATS, "a48044be-36c2-4524-85c8-752522c50728"),
                                        e5,
                                        "seasonal staff, agreed by phone")
                                .owner("Ada")
                                .until(LocalDate.of(2027, 3, 31))
                                .build(),
                        Exclusion.of(
                                        new TenantId("96fea323-fbab-4061-b5ef-f4e8c5faf020"),
                                        "a test tenant without people")
                                .build(),
                        Exclusion.of(new SkuId("d17a4e92-5c38-4f0b-91e6-b2c8607df453"), "billed by another reseller")
                                .scope(Exclusion.SuppressedOutput.EVERYWHERE)
                                .build());
    }

    @Test
    void aVersionAloneKeepsAllDefaults() {
        Policy policy = drafts.yaml("version: 1");

        assertThat(policy.products()).isEmpty();
        assertThat(policy.review())
                .usingRecursiveComparison()
                .isEqualTo(
                        ReviewPolicy.builder().freeSkus(PolicyDrafts.FREE_SKUS).build());
    }

    @Test
    void emptyGroupsAndListsKeepTheDefaults() {
        assertThat(review("thresholds: {}\ntolerance: {}\nseverities: {}\nseat-skus: {}\nexclusions: []\n"))
                .usingRecursiveComparison()
                .isEqualTo(
                        ReviewPolicy.builder().freeSkus(PolicyDrafts.FREE_SKUS).build());
    }

    @Nested
    class Thresholds {
        @Test
        void keepTheDefaultOfAMissingField() {
            ReviewPolicy review = review("thresholds:\n  unassigned:\n    percent: 0.5\n  coverage: { floor: 7 }\n");

            assertThat(review.unassigned()).isEqualTo(new Threshold(new BigDecimal("0.5"), 5));
            assertThat(review.coverage()).isEqualTo(Threshold.of(2, 7));
            assertThat(review.disagreement()).isEqualTo(Threshold.of(2, 1));
        }

        @Test
        void takeMissingFieldsFromTheTolerance() {
            ReviewPolicy review =
                    review("tolerance: { percent: 3, floor: 4 }\nthresholds: { coverage: { percent: 9 } }\n");

            assertThat(review.coverage()).isEqualTo(Threshold.of(9, 4));
            assertThat(review.disagreement()).isEqualTo(Threshold.of(3, 4));
            assertThat(review.unassigned()).isEqualTo(Threshold.of(10, 5));
        }

        @Test
        void acceptTheirLimits() {
            ReviewPolicy review = review(
                    "thresholds: { unassigned: { percent: 100, floor: 1000000000 }, coverage: { percent: 0, floor: 0 } }");

            assertThat(review.unassigned()).isEqualTo(Threshold.of(100, 1_000_000_000));
            assertThat(review.coverage()).isEqualTo(Threshold.of(0, 0));
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "tolerance: { percent: 3, floor: 4 }                            | 10 | 5",
                    "thresholds: { coverage: { floor: 7 } }                         | 2  | 7",
                    "thresholds: { coverage: { floor: 7 }, surplus: { floor: 20 } } | 2  | 20",
                    "thresholds: { surplus: { percent: 0, floor: 0 } }              | 0  | 0",
                })
        void takeTheSurplusFromTheCoverageOfTheFile(String yaml, long percent, long floor) {
            assertThat(review(yaml + "\n").surplus()).isEqualTo(Threshold.of(percent, floor));
        }
    }

    @Nested
    class Words {
        @ParameterizedTest
        @EnumSource(FindingKind.class)
        void nameEachFindingInUpperCaseAndWithDashes(FindingKind kind) {
            String dashed = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');

            assertThat(review("severities: { " + kind + ": INFO }").severity(kind))
                    .isEqualTo(Severity.INFO);
            assertThat(review("severities: { " + dashed + ": Critical }").severity(kind))
                    .isEqualTo(Severity.CRITICAL);
        }

        @ParameterizedTest
        @ValueSource(strings = {"everywhere", "EVERYWHERE", "Everywhere"})
        void nameScopes(String word) {
            assertThat(review("exclusions: [ { sku: s, reason: r, scope: " + word + " } ]")
                            .exclusions())
                    .extracting(Exclusion::scope)
                    .containsExactly(Exclusion.SuppressedOutput.EVERYWHERE);
        }

        @Test
        void nameProductsByCodeOrName() {
            Policy policy = drafts.yaml("""
                    version: 1
                    products: [ "32", cloud backup for MICROSOFT 365 ]
                    seat-skus: { opus v. 2: [ a ] }
                    """);

            assertThat(policy.products()).containsExactly(new ProductCode("32"), BACKUP);
            assertThat(policy.review().seatSkus(new ProductCode("65536"))).containsExactly(new SkuId("a"));
        }
    }

    @Nested
    class Ids {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "007",
                    "1e3",
                    "0x1F",
                    "1_000",
                    "12:30:45",
                    "2027-03-31",
                    "no",
                    "true",
                    "3.10",
                    ".5",
                    "12345678901234567890",
                    "${HOME}",
                    "\u00fc\u4e2d"
                })
        void stayAsWritten(String id) {
            ReviewPolicy review = review(
                    "exclusions:\n  - customer: " + id + "\n    reason: r\nseat-skus:\n  2048:\n    - " + id + "\n");

            assertThat(review.exclusions())
                    .extracting(Exclusion::customer)
                    .allSatisfy(customer -> assertThat(customer).contains(new CustomerId(PolicyDrafts.SEATS, id)));
            assertThat(review.seatSkus(BACKUP)).containsExactly(new SkuId(id));
        }

        @Test
        void mayBeNullInQuotes() {
            assertThat(review("exclusions: [ { sku: 'null', reason: r } ]")
                            .exclusions()
                            .get(0)
                            .sku())
                    .contains(new SkuId("null"));
        }

        @Test
        void areStripped() {
            assertThat(review("exclusions: [ { sku: ' a b ', reason: r } ]")
                            .exclusions()
                            .get(0)
                            .sku())
                    .contains(new SkuId("a b"));
        }
    }

    @Test
    void aReasonMayBeFoldedOverLines() {
        assertThat(review("exclusions:\n  - sku: s\n    reason: >\n      seasonal\n      staff\n")
                        .exclusions())
                .extracting(Exclusion::reason)
                .containsExactly("seasonal staff");
    }

    @Test
    void exclusionsKeepTheOrderOfTheFile() {
        assertThat(drafts.properties("""
                        version=1
                        exclusions.9.sku=b
                        exclusions.10.sku=a
                        exclusions.9.reason=r
                        exclusions.10.reason=r
                        """).review().exclusions())
                .extracting(exclusion -> exclusion.sku().orElseThrow().value())
                .containsExactly("b", "a");
    }

    @Nested
    class FreeSkus {
        private static final String FLOW = "f30db892-07e9-47e9-837c-80727f46fd3d";

        @Test
        void areThoseOfTheApplicationUnlessTheFileSetsThem() {
            assertThat(review("products: [32]\n").freeSkus()).isEqualTo(PolicyDrafts.FREE_SKUS);
            assertThat(review("free-skus: [\"{" + FLOW + "}\", other]\n").freeSkus())
                    .containsExactlyInAnyOrder(new SkuId(FLOW), new SkuId("other"));
        }

        @Test
        void mayBeNone() {
            assertThat(review("free-skus: []\n").freeSkus()).isEmpty();
            assertThat(review("more-free-skus: []\n").freeSkus()).isEqualTo(PolicyDrafts.FREE_SKUS);
        }

        @Test
        void mayExtendThoseOfTheApplicationOrOfTheFile() {
            assertThat(review("more-free-skus: [other, free-1]\n").freeSkus())
                    .containsExactlyInAnyOrder(new SkuId("free-1"), new SkuId("other"));
            assertThat(review("more-free-skus: [other]\nfree-skus: [" + FLOW + "]\n")
                            .freeSkus())
                    .containsExactlyInAnyOrder(new SkuId(FLOW), new SkuId("other"));
            assertThat(review("more-free-skus: [other]\nfree-skus: []\n").freeSkus())
                    .containsExactly(new SkuId("other"));
        }
    }
}
