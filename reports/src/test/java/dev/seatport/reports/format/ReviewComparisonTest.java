package dev.seatport.reports.format;

import static dev.seatport.reports.format.ReviewFixture.BACKUP;
import static dev.seatport.reports.format.ReviewFixture.customer;
import static dev.seatport.reports.format.ReviewFixture.gap;
import static dev.seatport.reports.format.ReviewFixture.license;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.Severity;
import dev.seatport.domain.review.Threshold;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Comparison of a review with the JSON of an earlier one. */
class ReviewComparisonTest {
    private static final String SHORTFALL = "BACKUP_SHORTFALL";
    private static final String SHORTFALL_TEXT = "Cloud Backup: 14 assigned, 10 purchased: 4 short";
    private static final Product OTHER = new Product(new ProductCode("32"), "Other", TenantKind.SALESFORCE);

    /** A customer whose seats suffice. */
    private static CustomerPosition covered(String id) {
        return customer(id, Quantity.of(10), 10, List.of());
    }

    /** A customer with a shortfall. */
    private static CustomerPosition lacking(String id) {
        return customer(id, Quantity.of(10), 14, List.of());
    }

    private static ReviewFixture review(CustomerPosition... customers) {
        return ReviewFixture.of(customers);
    }

    private static String change(JsonNode review) {
        JsonNode finding = review.at("/customers/0/findings/0");
        return finding.path("kind").asText() + " " + finding.path("change").asText() + " "
                + finding.path("changeReason").asText();
    }

    private static String earlier(JsonNode review) {
        JsonNode finding = review.at("/comparison/findings/0");
        return finding.path("customer").asText() + " "
                + finding.at("/finding/kind").asText() + " "
                + finding.at("/finding/change").asText() + " "
                + finding.at("/finding/changeReason").asText();
    }

    @Nested
    class AFinding {
        @Test
        void ofBothReviewsIsOpen() {
            JsonNode review = review(lacking("a")).jsonSince(review(lacking("a")));

            assertThat(change(review)).isEqualTo("BACKUP_SHORTFALL OPEN null");
            assertThat(review.at("/comparison/changes").toString())
                    .isEqualTo("{\"NEW\":0,\"OPEN\":1,\"RESOLVED\":0,\"NOT_JUDGED\":0}");
        }

        @Test
        void ofThisReviewOnlyIsNew() {
            JsonNode review = review(lacking("a")).jsonSince(review(covered("a")));

            assertThat(change(review)).isEqualTo("BACKUP_SHORTFALL NEW null");
            assertThat(review.at("/comparison/newSeverities").toString()).isEqualTo("{\"CRITICAL\":1}");
        }

        @Test
        void ofTheBaselineOnlyIsResolved() {
            JsonNode review = review(covered("a")).jsonSince(review(lacking("a")));

            assertThat(earlier(review)).isEqualTo("a BACKUP_SHORTFALL RESOLVED null");
            assertThat(review.at("/comparison/changes/RESOLVED").asLong()).isEqualTo(1);
        }

        @Test
        void ofANewCustomerIsNew() {
            JsonNode review = review(lacking("a")).jsonSince(review(covered("b")));

            assertThat(change(review)).isEqualTo("BACKUP_SHORTFALL NEW null");
        }

        @Test
        void withAnotherSeverityIsOpen() {
            ReviewPolicy milder = ReviewPolicy.builder()
                    .severities(Map.of(FindingKind.BACKUP_SHORTFALL, Severity.INFO))
                    .build();

            JsonNode review = review(lacking("a")).policy(milder).jsonSince(review(lacking("a")));

            assertThat(change(review)).isEqualTo("BACKUP_SHORTFALL OPEN null");
        }

        @Test
        void thatIsExcusedIsInNoNumber() {
            ReviewPolicy excusing = ReviewPolicy.builder()
                    .exclusions(List.of(Exclusion.of(new CustomerId(ReviewFixture.SEATS, "a"), "agreed")
                            .build()))
                    .build();

            JsonNode review = review(lacking("a")).policy(excusing).jsonSince(review(covered("a")));

            assertThat(change(review)).isEqualTo("BACKUP_SHORTFALL NEW null");
            assertThat(review.at("/comparison/changes/NEW").asLong()).isZero();
            assertThat(review.at("/comparison/newSeverities")).isEmpty();
        }
    }

    @Nested
    class ATenantWithoutBackup {
        private static String tenant(JsonNode review) {
            return review.at("/unmatched/c3/1/finding/change").asText() + " "
                    + review.at("/unmatched/c3/1/finding/changeReason").asText();
        }

        @Test
        void isNewOpenOrResolvedBetweenCompleteReviews() {
            assertThat(tenant(review(covered("a")).withoutBackup().jsonSince(review(covered("a")))))
                    .isEqualTo("NEW null");
            assertThat(tenant(review(covered("a"))
                            .withoutBackup()
                            .jsonSince(review(covered("a")).withoutBackup())))
                    .isEqualTo("OPEN null");
            assertThat(earlier(
                            review(covered("a")).jsonSince(review(covered("a")).withoutBackup())))
                    .isEqualTo("c-8 TENANT_WITHOUT_BACKUP RESOLVED null");
        }

        @Test
        void isNotJudgedIfAReviewIsIncomplete() {
            CustomerPosition unread = customer("a", Quantity.of(10), 10, List.of(gap("a", Dataset.TENANT_SEATS)));

            assertThat(tenant(review(covered("a")).withoutBackup().jsonSince(review(unread))))
                    .isEqualTo("NOT_JUDGED the baseline is incomplete");
            assertThat(earlier(review(unread).jsonSince(review(covered("a")).withoutBackup())))
                    .isEqualTo("c-8 TENANT_WITHOUT_BACKUP NOT_JUDGED this review is incomplete");
        }
    }

    @Nested
    class IsNotJudged {
        @Test
        void ifItsDatasetWasNotReadInThisReview() {
            CustomerPosition unread = customer("a", Quantity.of(10), 10, List.of(gap("a", Dataset.PRODUCT_SEATS)));

            assertThat(earlier(review(unread).jsonSince(review(lacking("a")))))
                    .isEqualTo("a BACKUP_SHORTFALL NOT_JUDGED product-seats could not be read");
        }

        @Test
        void ifItsDatasetWasNotReadInTheBaseline() {
            CustomerPosition unread = customer("a", Quantity.of(10), 10, List.of(gap("a", Dataset.TENANT_SEATS)));

            assertThat(change(review(lacking("a")).jsonSince(review(unread))))
                    .isEqualTo("BACKUP_SHORTFALL NOT_JUDGED tenant-seats could not be read in the baseline");
        }

        @Test
        void butAGapOfAnotherDatasetDoesNotMatter() {
            CustomerPosition unread = customer("a", Quantity.of(10), 10, List.of(gap("a", Dataset.LICENSES)));

            assertThat(earlier(review(unread).jsonSince(review(lacking("a")))))
                    .isEqualTo("a BACKUP_SHORTFALL RESOLVED null");
        }

        @Test
        void ifACountIsNotReported() {
            CustomerPosition unreported = customer("a", Quantity.unreported(), 10, List.of());

            assertThat(earlier(review(unreported).jsonSince(review(lacking("a")))))
                    .isEqualTo("a BACKUP_SHORTFALL NOT_JUDGED a count is not reported");
            assertThat(change(review(lacking("a")).jsonSince(review(unreported))))
                    .isEqualTo("BACKUP_SHORTFALL NOT_JUDGED a count is not reported in the baseline");
        }

        @Test
        void ifACountOfTheLicenseIsNotReported() {
            CustomerPosition over = customer(
                    "a",
                    Quantity.of(10),
                    10,
                    List.of(),
                    license("a", "s", Quantity.of(5), Quantity.of(9), Quantity.of(7)));
            CustomerPosition unknown = customer(
                    "a",
                    Quantity.of(10),
                    10,
                    List.of(),
                    license("a", "s", Quantity.of(5), Quantity.unreported(), Quantity.of(7)));

            assertThat(earlier(review(unknown).jsonSince(review(over))))
                    .isEqualTo("a OVER_ASSIGNED_LICENSES NOT_JUDGED a count is not reported");
            assertThat(earlier(review(covered("a")).jsonSince(review(over))))
                    .isEqualTo("a OVER_ASSIGNED_LICENSES RESOLVED null");
        }

        @Test
        void ifThePoliciesDiffer() {
            ReviewPolicy wider =
                    ReviewPolicy.builder().coverage(Threshold.of(50, 100)).build();

            assertThat(earlier(review(covered("a")).policy(wider).jsonSince(review(lacking("a")))))
                    .isEqualTo("a BACKUP_SHORTFALL NOT_JUDGED the policy of the baseline has other thresholds or SKUs");
            assertThat(change(
                            review(lacking("a")).jsonSince(review(covered("a")).policy(wider))))
                    .startsWith("BACKUP_SHORTFALL NOT_JUDGED the policy of the baseline");
            ReviewPolicy narrower =
                    ReviewPolicy.builder().coverage(Threshold.of(1, 1)).build();
            assertThat(change(review(lacking("a")).policy(narrower).jsonSince(review(lacking("a")))))
                    .isEqualTo("BACKUP_SHORTFALL OPEN null");
        }

        @Test
        void ifTheProductsDiffer() {
            assertThat(change(
                            review(lacking("a")).jsonSince(review(covered("a")).products(OTHER))))
                    .isEqualTo("BACKUP_SHORTFALL NOT_JUDGED the baseline is of other products");
            assertThat(earlier(review(covered("a")).products(OTHER).jsonSince(review(lacking("a")))))
                    .isEqualTo("a BACKUP_SHORTFALL NOT_JUDGED this review is of other products");
            assertThat(change(
                            review(lacking("a")).jsonSince(review(covered("a")).products(BACKUP, OTHER))))
                    .isEqualTo("BACKUP_SHORTFALL NEW null");
        }

        @Test
        void ifAReviewIsLimitedToOtherKinds() {
            assertThat(earlier(review(covered("a")).only("BACKUP_SURPLUS").jsonSince(review(lacking("a")))))
                    .isEqualTo("a BACKUP_SHORTFALL NOT_JUDGED --only leaves it out");
            assertThat(change(
                            review(lacking("a")).jsonSince(review(covered("a")).only("BACKUP_SURPLUS"))))
                    .isEqualTo("BACKUP_SHORTFALL NOT_JUDGED the baseline is limited to other kinds of findings");
        }

        @Test
        void ifAReviewIsOfOtherCustomers() {
            assertThat(earlier(review(covered("b")).named("b").jsonSince(review(lacking("a")))))
                    .isEqualTo("a BACKUP_SHORTFALL NOT_JUDGED --customer leaves it out");
            assertThat(change(
                            review(lacking("a")).jsonSince(review(covered("b")).named("b"))))
                    .isEqualTo("BACKUP_SHORTFALL NOT_JUDGED the baseline is of other customers");
        }

        @Test
        void ifTheCustomerIsNotListedAnyMore() {
            assertThat(earlier(review(covered("b")).jsonSince(review(lacking("a")))))
                    .isEqualTo("a BACKUP_SHORTFALL NOT_JUDGED this review has no such customer");
        }

        @Test
        void ifTheListingOfTheBaselineIsIncomplete() {
            assertThat(change(
                            review(lacking("a")).jsonSince(review(covered("b")).atLarge(gap(null, Dataset.CUSTOMERS)))))
                    .isEqualTo("BACKUP_SHORTFALL NOT_JUDGED the listing of customers of the baseline is incomplete");
        }

        @Test
        void ifAnExclusionHidesIt() {
            ReviewPolicy hiding = ReviewPolicy.builder()
                    .exclusions(List.of(Exclusion.of(new CustomerId(ReviewFixture.SEATS, "a"), "agreed")
                            .scope(Exclusion.SuppressedOutput.EVERYWHERE)
                            .build()))
                    .build();

            assertThat(earlier(review(lacking("a")).policy(hiding).jsonSince(review(lacking("a")))))
                    .isEqualTo("a BACKUP_SHORTFALL NOT_JUDGED an exclusion hides it");
            assertThat(change(
                            review(lacking("a")).jsonSince(review(lacking("a")).policy(hiding))))
                    .isEqualTo("BACKUP_SHORTFALL NOT_JUDGED an exclusion hid it in the baseline");
        }
    }

    @Nested
    class ABaseline {
        @Test
        void ofAnotherAccountIsRefused() {
            assertThatThrownBy(() -> review(lacking("a")).account("account-2").jsonSince(review(lacking("a"))))
                    .hasMessageContaining("is of another account");
        }

        @Test
        void ofAnotherSchemaVersionIsRefused() {
            String other = review(lacking("a"))
                    .text(ReviewFormat.JSON)
                    .replace("\"schemaVersion\": 2", "\"schemaVersion\": 1");

            assertThatThrownBy(() -> review(lacking("a")).jsonSince(other))
                    .hasMessageContaining("has schemaVersion 1, and this version writes 2");
        }

        @Test
        void withoutAnAccountIsRefused() {
            String old = review(lacking("a")).text(ReviewFormat.JSON).replaceAll("\\R *\"scope\": .*", "");

            assertThatThrownBy(() -> review(lacking("a")).jsonSince(old))
                    .hasMessageContaining("has no account in its scope");
        }

        @Test
        void thatIsCutOffOrNoReviewIsRefused() {
            String whole = review(lacking("a")).text(ReviewFormat.JSON);
            String ndjson = review(lacking("a")).text(ReviewFormat.NDJSON);

            assertThatThrownBy(() -> review().jsonSince(whole.substring(0, whole.length() / 2)))
                    .hasMessageContaining("is not the complete JSON of a review");
            assertThatThrownBy(() -> review().jsonSince(whole + whole)).hasMessageContaining("text after the JSON");
            assertThatThrownBy(() -> review().jsonSince(ndjson)).hasMessageContaining("is NDJSON");
            assertThatThrownBy(() -> review().jsonSince("[]")).hasMessageContaining("is not the JSON of a review");
            assertThatThrownBy(() -> review().jsonSince("{}")).hasMessageContaining("not that of a review");
            assertThatThrownBy(() -> review().jsonSince("")).hasMessageContaining("is not the JSON of a review");
        }

        @Test
        void mayHaveMembersOfLaterVersions() {
            String later = review(lacking("a"))
                    .text(ReviewFormat.JSON)
                    .replace("\"scope\": {", "\"later\": [{}], \"scope\": {\"later\": 1,")
                    .replace("\"organization\":", "\"later\":[1],\"organization\":");

            assertThat(change(review(lacking("a")).jsonSince(later))).isEqualTo("BACKUP_SHORTFALL OPEN null");
        }
    }

    @Test
    void aTableHasOneLineWithTheCounts() {
        String table =
                review(lacking("a"), covered("b")).textSince(ReviewFormat.TABLE, review(covered("a"), lacking("b")));

        assertThat(table.lines().skip(1).findFirst().orElseThrow())
                .isEqualTo(
                        "Compared with the review of 2026-11-30T06:00:00Z: 1 new (1 critical), 0 still open, 1 resolved, 0 not judged.");
    }

    @Test
    void aTableMarksNewFindings() {
        String table =
                review(lacking("a"), lacking("b")).textSince(ReviewFormat.TABLE, review(covered("a"), lacking("b")));

        assertThat(table)
                .contains("\n  1. Acme a  NEW 4 seats short: 14 assigned, 10 purchased, Cloud Backup\n")
                .contains("\n  2. Acme b  4 seats short: ")
                .contains("\n  NEW 4 short  Acme a  14 assigned, 10 purchased\n")
                .contains("\n      4 short  Acme b  14 assigned, 10 purchased\n");
        assertThat(review(lacking("a")).text(ReviewFormat.TABLE))
                .contains("\n  4 short  Acme a ")
                .doesNotContain("NEW");
    }

    @Test
    void aPageHasTheFindingsThatOnlyTheBaselineHas() {
        String page = review(covered("a")).textSince(ReviewFormat.HTML, review(lacking("a"), lacking("b")));

        assertThat(page)
                .contains("Findings that only the earlier review has</h2>")
                .containsSubsequence(
                        "<caption>Resolved: 1 finding</caption>",
                        "<bdi>Acme a</bdi>",
                        "<bdi>" + SHORTFALL_TEXT + "</bdi>",
                        "<caption>Not judged: 1 finding</caption>",
                        "<bdi>Acme b</bdi>",
                        "<bdi>" + SHORTFALL_TEXT + "</bdi>",
                        "<bdi>this review has no such customer</bdi>");
        assertThat(review(covered("a")).textSince(ReviewFormat.HTML, review(covered("a"))))
                .contains("earlier review has</h2>")
                .doesNotContain("<caption>Resolved");
        assertThat(review(covered("a")).text(ReviewFormat.HTML)).doesNotContain("earlier review");
    }

    @Test
    void csvHasTheChangesAsColumns() {
        String csv = review(lacking("a"), covered("b")).textSince(ReviewFormat.CSV, review(covered("a"), lacking("b")));

        assertThat(csv.lines().skip(1))
                .satisfiesExactly(
                        found -> assertThat(found)
                                .startsWith("a,Acme a,BACKUP_SHORTFALL,CRITICAL")
                                .endsWith(",NEW,"),
                        gone -> assertThat(gone)
                                .startsWith("b,Acme b,BACKUP_SHORTFALL,CRITICAL")
                                .endsWith(",RESOLVED,"));
    }

    @Test
    void ndjsonHasTheFindingsOfTheBaselineBeforeTheEnd() {
        List<String> lines = review(covered("a"))
                .textSince(ReviewFormat.NDJSON, review(lacking("a"), lacking("b")))
                .lines()
                .toList();

        lines.forEach(ReviewFixture::tree);
        assertThat(lines.get(2)).startsWith("{\"type\":\"baselineFinding\"").contains(SHORTFALL, "\"RESOLVED\"");
        assertThat(lines.get(4)).startsWith("{\"type\":\"baselineFinding\"").contains(SHORTFALL, "\"NOT_JUDGED\"");
        assertThat(lines.get(5))
                .startsWith("{\"type\":\"end\"")
                .contains("\"changes\":{\"NEW\":0,\"OPEN\":0,\"RESOLVED\":1,\"NOT_JUDGED\":1}");
    }
}
