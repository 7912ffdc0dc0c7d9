package dev.seatport.reports.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.license.SkuId;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy in properties and the same policy in YAML. */
class PropertiesPolicyTest {
    private static final String YAML = """
            version: 1
            products: [2048, Cloud Backup for Salesforce]
            thresholds:
              unassigned: { percent: 12.5, floor: 6 }
              coverage: { percent: 3 }
            tolerance: { floor: 4 }
            severities: { no-licenses-left: warning, BACKUP_SURPLUS: critical }
            seat-skus:
              2048: [sku-a, sku-b]
              Opus v. 2: [sku-c]
            exclusions:
              - customer: 007
                sku: sku-a
                reason: "=agreed: by phone"
                owner: Zo\u00eb
                until: 2027-03-31
                scope: everywhere
              - sku: sku-b
                reason: free
            """;

    private static final String PROPERTIES = """
            # Keys in another order, with everything that the format allows.
            version = 1
            products=2048, Cloud Backup for \\
                Salesforce
            tolerance.floor:4
            thresholds.coverage.percent 3
            thresholds.unassigned.percent=12.5
            ! a comment \\
            thresholds.unassigned.floor=6
            severities.NO_LICENSES_LEFT=Warning
            severities.backup-surplus=critical
            seat-skus.opus\\ v.\\ 2=sku-c
            seat-skus.2048=sku-a,sku-b
            exclusions.1.customer=007
            exclusions.1.sku=sku-a
            exclusions.2.sku=sku-b
            exclusions.2.reason=free

            exclusions.1.reason==agreed: by phone
            exclusions.1.owner=Zo\\u00eb
            exclusions.1.until=2027-03-31
            exclusions.1.scope=everywhere
            """;

    @TempDir
    private Path directory;

    private PolicyDrafts drafts;

    @BeforeEach
    void draft() {
        drafts = new PolicyDrafts(directory);
    }

    @Test
    void areEqual() {
        assertThat(drafts.properties(PROPERTIES))
                .usingRecursiveComparison()
                .ignoringFields("text")
                .isEqualTo(drafts.yaml(YAML));
    }

    @Test
    void areEqualWithWindowsLineEndsAndAByteOrderMark() {
        assertThat(drafts.properties("\uFEFF" + PROPERTIES.replace("\n", "\r\n")))
                .usingRecursiveComparison()
                .ignoringFields("text")
                .isEqualTo(drafts.yaml("\uFEFF" + YAML.replace("\n", "\r\n")));
    }

    @Test
    void haveTheSameErrorMessages() {
        String yaml = """
                version: 1
                tolerance: { percent: 101 }
                severities: { loud: info }
                exclusions: [ { reason: r, until: tomorrow } ]
                """;
        String properties = """
                version=1
                tolerance.percent=101
                severities.loud=info
                exclusions.1.until=tomorrow
                exclusions.1.reason=r
                """;

        assertThat(drafts.errors("review.properties", properties))
                .hasSize(4)
                .isEqualTo(drafts.errors("review.yaml", yaml).stream()
                        .map(line -> line.replace("review.yaml", "review.properties"))
                        .toList());
    }

    @Test
    void mayHaveNoFreeSkus() {
        assertThat(drafts.properties("version=1\nfree-skus=\n").review().freeSkus())
                .isEmpty();
        assertThat(drafts.properties("version=1\nfree-skus=a, b\n").review().freeSkus())
                .containsExactlyInAnyOrder(new SkuId("a"), new SkuId("b"));
        assertThat(drafts.properties("version=1\n").review().freeSkus()).isEqualTo(PolicyDrafts.FREE_SKUS);
        assertThat(drafts.properties("version=1\nmore-free-skus=a, b\n")
                        .review()
                        .freeSkus())
                .containsExactlyInAnyOrder(new SkuId("free-1"), new SkuId("a"), new SkuId("b"));
    }
}
