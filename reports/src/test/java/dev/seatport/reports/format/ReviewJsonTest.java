package dev.seatport.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Review;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.ReviewCompleteness;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.UnmatchedLicenseTenant;
import dev.seatport.reports.review.ReviewEventProcessor;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** JSON of a review, from the domain to the text. Each document is validated against the schema. */
class ReviewJsonTest {
    private static final Instant NOW = Instant.parse("2026-11-30T06:00:00.123456789Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Vendor SEATS = new Vendor("avepoint");
    private static final Vendor LICENSES = new Vendor("c3");
    private static final CustomerId CUSTOMER = new CustomerId(SEATS, "a-1");
    private static final Tenant TENANT = new Tenant(new TenantId("t-1"), "Acme", TenantKind.MICROSOFT_365);
    private static final Product BACKUP =
            new Product(new ProductCode("2048"), "Cloud Backup", TenantKind.MICROSOFT_365);
    private static final Provenance FROM = new Provenance(SEATS, "tenant-seats", NOW, null);

    private static LicenseConsumption license(
            String sku, long purchased, long assigned, long total, @Nullable LapsedLicenses states) {
        return license(sku, purchased, assigned, total, states, true, null);
    }

    private static LicenseConsumption license(
            String sku,
            long purchased,
            long assigned,
            long total,
            @Nullable LapsedLicenses states,
            boolean assignable,
            @Nullable Instant renewal) {
        return new LicenseConsumption(
                new CustomerId(LICENSES, "c-1"),
                TENANT.id(),
                new SkuId(sku),
                "Plan " + sku,
                Quantity.of(purchased),
                Quantity.of(assigned),
                Quantity.of(total - assigned),
                Quantity.of(total),
                states,
                assignable,
                List.of(new Offer("Plan", BillingCycle.ANNUAL)),
                renewal);
    }

    private static CustomerPosition position(
            Quantity bought, long people, List<Gap> gaps, LicenseConsumption... licenses) {
        return new CustomerPosition(
                new Observed<>(
                        Customer.builder(CUSTOMER)
                                .organization("Acme")
                                .country("Norway")
                                .build(),
                        FROM),
                List.of(new Observed<>(
                        new TenantSeats(CUSTOMER, TENANT, Quantity.of(people), Quantity.unlimited()), FROM)),
                List.of(BACKUP),
                List.of(new Observed<>(new PurchasedSeats(CUSTOMER, BACKUP, bought), FROM)),
                Arrays.stream(licenses).map(one -> new Observed<>(one, FROM)).toList(),
                LICENSES,
                List.of(new Tenant(new TenantId("t-2"), "Lost", TenantKind.MICROSOFT_365)),
                List.of(new CustomerId(LICENSES, "c-2")),
                Set.of(),
                gaps);
    }

    private static String written(ReviewFormat format, ReviewPolicy policy, CustomerPosition... positions)
            throws IOException {
        StringWriter out = new StringWriter();
        ReviewOutputHeader header = new ReviewOutputHeader("2026-11-30T06:00:00Z", "0.1.0", "avepoint", "c3", Set.of());
        try (ReviewWriter writer = format.writer(header, out, ReviewOutputOptions.plain())) {
            ReviewEventProcessor processor = new ReviewEventProcessor(
                    writer, policy, Set.of(), null, ReviewEventProcessor.ProgressListener.none());
            for (CustomerPosition position : positions) {
                Review review = Review.of(position, policy, TODAY);
                processor.accept(new ReviewEvent.Reviewed(new CustomerReview(position, review, NOW)));
            }
            processor.accept(new ReviewEvent.Unmatched(new UnmatchedLicenseTenant(
                    new CustomerId(LICENSES, "c-9"), "Other", new TenantId("t-9"), List.of(), true, false)));
            Gap gap = new Gap(null, LICENSES, Dataset.CUSTOMERS, FailureKind.INCOMPLETE_LISTING, "one is missing");
            processor.accept(new ReviewEvent.Finished(new ReviewCompleteness(
                    positions.length, 0, Map.of(Dataset.CUSTOMERS, Map.of(gap.kind(), 1L)), List.of(gap))));
            processor.end(TODAY);
        }
        return out.toString();
    }

    private static JsonNode json(CustomerPosition... positions) throws IOException {
        return ReviewSchema.valid(
                new JsonMapper().readTree(written(ReviewFormat.JSON, ReviewPolicy.defaults(), positions)));
    }

    private static JsonNode finding(JsonNode review, String kind) {
        for (JsonNode finding : review.at("/customers/0/findings")) {
            if (finding.path("kind").asText().equals(kind)) {
                return finding;
            }
        }
        throw new AssertionError("no " + kind + " in " + review);
    }

    @Test
    void aCustomerHasItsCountryAndTheCodeOfTheCountry() throws IOException {
        String both = "\"country\":\"Norway\",\"countryCode\":\"NO\"";

        assertThat(json(position(Quantity.of(10), 10, List.of()))
                        .at("/customers/0")
                        .toString())
                .contains(both);
        assertThat(written(ReviewFormat.NDJSON, ReviewPolicy.defaults(), position(Quantity.of(10), 10, List.of())))
                .contains(both);
    }

    @Nested
    class AFinding {
        @Test
        void ofALicenseHasItsCountsAndNames() throws IOException {
            LapsedLicenses states = new LapsedLicenses(Quantity.of(0), Quantity.of(0), Quantity.unreported());
            JsonNode finding = finding(
                    json(position(
                            Quantity.of(10),
                            10,
                            List.of(),
                            license("s1", 10, 25, 40, null),
                            license("s2", 5, 9, 7, null),
                            license("s3", 5, 9, 7, states))),
                    "OVER_ASSIGNED_LICENSES");

            assertThat(finding.toString())
                    .contains(
                            "\"tenantId\":\"t-1\",\"tenantName\":\"Acme\",\"productCode\":null,\"productName\":\"Plan s2\"")
                    .contains("\"skuId\":\"s2\",\"purchased\":5,\"assigned\":9,\"available\":-2,\"tenantTotal\":7")
                    .contains("\"states\":null,\"licensesAssigned\":null,\"difference\":2");
        }

        @Test
        void ofGraceHasTheStates() throws IOException {
            LapsedLicenses states = new LapsedLicenses(Quantity.of(3), Quantity.of(1), Quantity.of(0));

            JsonNode finding = finding(
                    json(position(Quantity.of(10), 10, List.of(), license("s1", 5, 9, 7, states))),
                    "LICENSES_IN_GRACE");

            assertThat(finding.path("states").toString()).isEqualTo("{\"warning\":3,\"suspended\":1,\"lockedOut\":0}");
            assertThat(finding.path("difference").asLong()).isEqualTo(2);
        }

        @Test
        void ofAProductHasItsCountsAndNames() throws IOException {
            JsonNode finding = finding(json(position(Quantity.of(10), 14, List.of())), "BACKUP_SHORTFALL");

            assertThat(finding.path("productCode").asText()).isEqualTo("2048");
            assertThat(finding.path("productName").asText()).isEqualTo("Cloud Backup");
            assertThat(finding.path("purchased").asLong()).isEqualTo(10);
            assertThat(finding.path("assigned").asLong()).isEqualTo(14);
            assertThat(finding.path("difference").asLong()).isEqualTo(4);
            assertThat(finding.path("skuId").isNull()).isTrue();
        }

        @Test
        void ofTwoVendorsHasBothCounts() throws IOException {
            ReviewPolicy policy = ReviewPolicy.builder()
                    .seatSkus(Map.of(BACKUP.code(), Set.of(new SkuId("s1"))))
                    .build();
            CustomerPosition apart = position(Quantity.of(10), 10, List.of(), license("s1", 10, 25, 40, null));
            // Licenses of a customer with an unknown tenant are not compared.
            CustomerPosition known = new CustomerPosition(
                    apart.customer(),
                    apart.tenantSeats(),
                    apart.products(),
                    apart.productSeats(),
                    apart.licenses(),
                    LICENSES,
                    List.of(),
                    List.of(),
                    Set.of(),
                    List.of());

            JsonNode finding = finding(
                    ReviewSchema.valid(new JsonMapper().readTree(written(ReviewFormat.JSON, policy, known))),
                    "VENDORS_DISAGREE");

            assertThat(finding.path("assigned").asLong()).isEqualTo(10);
            assertThat(finding.path("licensesAssigned").asLong()).isEqualTo(25);
            assertThat(finding.path("difference").asLong()).isEqualTo(15);
        }

        @Test
        void ofAnUnknownTenantNamesIt() throws IOException {
            JsonNode finding = finding(json(position(Quantity.of(10), 10, List.of())), "TENANT_UNKNOWN_TO_VENDOR");

            assertThat(finding.path("tenantId").asText()).isEqualTo("t-2");
            assertThat(finding.path("tenantName").asText()).isEqualTo("Lost");
        }

        @Test
        void thatIsExcusedHasTheReason() throws IOException {
            ReviewPolicy policy = ReviewPolicy.builder()
                    .exclusions(List.of(
                            Exclusion.of(CUSTOMER, "they move out").until(TODAY).build()))
                    .build();

            JsonNode review = ReviewSchema.valid(new JsonMapper()
                    .readTree(written(ReviewFormat.JSON, policy, position(Quantity.of(10), 14, List.of()))));

            assertThat(finding(review, "BACKUP_SHORTFALL").path("excused").toString())
                    .isEqualTo("{\"reason\":\"they move out\",\"owner\":null,\"until\":\"2026-11-30\"}");
            assertThat(review.at("/exclusions/0/findings").asLong()).isEqualTo(2);
        }
    }

    @Nested
    class ALicense {
        @Test
        void hasStatesAssignableAndRenewal() throws IOException {
            LapsedLicenses states = new LapsedLicenses(Quantity.of(3), Quantity.unreported(), Quantity.of(0));

            JsonNode review = json(position(
                    Quantity.of(10),
                    10,
                    List.of(),
                    license("s1", 10, 9, 10, states, true, NOW),
                    license("s2", 5, 5, 5, null)));

            assertThat(review.at("/customers/0/licenses/0").toString())
                    .contains("\"states\":{\"warning\":3,\"suspended\":null,\"lockedOut\":0},\"assignable\":true")
                    .contains("\"renewal\":\"2026-11-30T06:00:00.123Z\"");
            assertThat(review.at("/customers/0/licenses/1").toString())
                    .contains("\"states\":null,\"assignable\":true", "\"renewal\":null");
        }

        @Test
        void thatIsNotAssignableIsShownWithANoteAndIsInNoTotal() throws IOException {
            JsonNode review = json(position(
                    Quantity.of(10),
                    10,
                    List.of(),
                    license("s1", 10, 9, 10, null),
                    license("company", 100, 0, 100, null, false, null)));

            JsonNode license = review.at("/customers/0/licenses/1");
            assertThat(license.path("assignable").isBoolean()).isTrue();
            assertThat(license.path("assignable").asBoolean()).isFalse();
            assertThat(license.path("purchased").asLong()).isEqualTo(100);
            assertThat(license.path("note").asText()).startsWith("SKU that is not assignable: excluded from totals");
            assertThat(review.at("/totals/licensesPurchased/sum").asLong()).isEqualTo(10);
            assertThat(review.at("/totals/licensesTenantTotal/sum").asLong()).isEqualTo(10);
            assertThat(review.at("/customers/0/coverage/0/licenses/purchased").asText())
                    .isEqualTo("null");
            assertThat(review.at("/customers/0/findings").findValuesAsText("skuId"))
                    .doesNotContain("company");
        }
    }

    @Test
    void coverageIsZeroWhenCovered() throws IOException {
        assertThat(json(position(Quantity.of(10), 10, List.of()))
                        .at("/customers/0/coverage/0/by")
                        .toString())
                .isEqualTo("0");
        assertThat(json(position(Quantity.unlimited(), 10, List.of()))
                        .at("/customers/0/coverage/0/by")
                        .isNull())
                .isTrue();
    }

    @Test
    void timesAreInMilliseconds() throws IOException {
        JsonNode review = json(position(Quantity.of(10), 10, List.of()));

        assertThat(review.at("/customers/0/readAt").asText()).isEqualTo("2026-11-30T06:00:00.123Z");
        assertThat(review.at("/customers/0/tenants/0/from/at").asText()).isEqualTo("2026-11-30T06:00:00.123Z");
        assertThat(review.at("/completeness/asOf").asText()).isEqualTo("2026-11-30T06:00:00.123Z");
    }

    @Test
    void totalsAreSummedPerProduct() throws IOException {
        JsonNode totals = json(position(Quantity.of(10), 14, List.of()), position(Quantity.unreported(), 3, List.of()))
                .path("totals");

        assertThat(totals.path("products")).hasSize(1);
        assertThat(totals.at("/products/0/productCode").asText()).isEqualTo("2048");
        assertThat(totals.at("/products/0/productName").asText()).isEqualTo("Cloud Backup");
        assertThat(totals.at("/products/0/seatsPurchased")).isEqualTo(totals.path("seatsPurchased"));
        assertThat(totals.at("/products/0/seatsAssigned/sum").asLong()).isEqualTo(17);
        assertThat(totals.at("/products/0/seatsPurchased/unreported").asLong()).isEqualTo(1);
    }

    @Test
    void gapsAreListedByCustomerAndOverall() throws IOException {
        Gap gap = new Gap(CUSTOMER, LICENSES, Dataset.LICENSES, FailureKind.TIMED_OUT, "took too long");

        JsonNode completeness =
                json(position(Quantity.of(10), 10, List.of(gap))).path("completeness");

        assertThat(completeness.path("complete").asLong()).isZero();
        assertThat(completeness.path("text").asText())
                .isEqualTo("0 of 1 customers complete; 1 TIMED_OUT, 1 INCOMPLETE_LISTING");
        assertThat(completeness.at("/gaps/0/customer").asText()).isEqualTo("a-1");
        assertThat(completeness.at("/gaps/1/customer").isNull()).isTrue();
    }

    @Test
    void ndjsonLinesAreValid() throws IOException {
        List<String> lines = written(
                        ReviewFormat.NDJSON, ReviewPolicy.defaults(), position(Quantity.of(10), 14, List.of()))
                .lines()
                .toList();

        assertThat(lines).hasSize(4);
        for (String line : lines) {
            ReviewSchema.valid(new JsonMapper().readTree(line));
        }
    }
}
