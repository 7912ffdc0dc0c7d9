package dev.seatport.reports.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.money.PriceList;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.FindingKey;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.Review;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.Severity;
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
import dev.seatport.reports.format.ReviewOutputOptions.CustomerOrder;
import dev.seatport.reports.review.ComparedReviewWriter;
import dev.seatport.reports.review.PricedReviewWriter;
import dev.seatport.reports.review.ReviewBaseline;
import dev.seatport.reports.review.ReviewEventProcessor;
import dev.seatport.reports.review.ReviewFingerprint;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One review with its customers, policy and options. Written in any format, alone or compared with an earlier one. */
final class ReviewFixture {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    static final Vendor SEATS = new Vendor("avepoint");
    static final Vendor LICENSES = new Vendor("c3");
    static final Product BACKUP = new Product(new ProductCode("2048"), "Cloud Backup", TenantKind.MICROSOFT_365);
    private static final Instant NOW = Instant.parse("2026-11-30T06:00:00.123Z");
    private static final Provenance SEATS_FROM = new Provenance(SEATS, "tenant-seats", NOW, null);
    private static final Provenance LICENSES_FROM = new Provenance(LICENSES, "licenses", NOW, null);

    private final List<CustomerPosition> customers;
    private ReviewPolicy policy = ReviewPolicy.defaults();
    private PriceList prices = PriceList.none();
    private List<Product> products = List.of(BACKUP);
    private Set<String> only = Set.of();
    private List<String> named = List.of();
    private String account = "account-1";
    private @Nullable Gap atLarge;
    private boolean withoutBackup;
    private CustomerOrder order = CustomerOrder.LISTING;

    private ReviewFixture(List<CustomerPosition> customers) {
        this.customers = customers;
    }

    static ReviewFixture of(CustomerPosition... customers) {
        return new ReviewFixture(List.of(customers));
    }

    /** A customer with one tenant. */
    static CustomerPosition customer(
            String id, Quantity purchased, long assigned, List<Gap> gaps, LicenseConsumption... licenses) {
        CustomerId customer = new CustomerId(SEATS, id);
        Tenant tenant = new Tenant(new TenantId("t-" + id), "Tenant " + id, TenantKind.MICROSOFT_365);
        return new CustomerPosition(
                new Observed<>(
                        Customer.builder(customer).organization("Acme " + id).build(), SEATS_FROM),
                List.of(new Observed<>(
                        new TenantSeats(customer, tenant, Quantity.of(assigned), Quantity.of(3)), SEATS_FROM)),
                List.of(BACKUP),
                List.of(new Observed<>(new PurchasedSeats(customer, BACKUP, purchased), SEATS_FROM)),
                Arrays.stream(licenses)
                        .map(one -> new Observed<>(one, LICENSES_FROM))
                        .toList(),
                LICENSES,
                List.of(),
                List.of(),
                Set.of(),
                gaps);
    }

    static LicenseConsumption license(
            String customer, String sku, Quantity purchased, Quantity assigned, Quantity total) {
        return new LicenseConsumption(
                new CustomerId(LICENSES, "c-" + customer),
                new TenantId("t-" + customer),
                new SkuId(sku),
                "Plan " + sku,
                purchased,
                assigned,
                total.minus(assigned),
                total,
                List.of());
    }

    static Gap gap(@Nullable String customer, Dataset dataset) {
        return new Gap(
                customer == null ? null : new CustomerId(SEATS, customer),
                dataset == Dataset.LICENSES ? LICENSES : SEATS,
                dataset,
                FailureKind.TIMED_OUT,
                "took too long");
    }

    ReviewFixture policy(ReviewPolicy value) {
        policy = value;
        return this;
    }

    ReviewFixture prices(PriceList value) {
        prices = value;
        return this;
    }

    ReviewFixture products(Product... value) {
        products = List.of(value);
        return this;
    }

    ReviewFixture only(String kind) {
        only = Set.of(kind);
        return this;
    }

    ReviewFixture named(String... value) {
        named = List.of(value);
        return this;
    }

    ReviewFixture account(String value) {
        account = value;
        return this;
    }

    ReviewFixture order(CustomerOrder value) {
        order = value;
        return this;
    }

    /** Adds a finding about a tenant that only the license vendor has. */
    ReviewFixture withoutBackup() {
        withoutBackup = true;
        return this;
    }

    ReviewFixture atLarge(Gap value) {
        atLarge = value;
        return this;
    }

    JsonNode json() {
        return tree(text(ReviewFormat.JSON, ReviewRows.FINDINGS, null));
    }

    JsonNode jsonSince(ReviewFixture earlier) {
        return jsonSince(earlier.text(ReviewFormat.JSON, ReviewRows.FINDINGS, null));
    }

    JsonNode jsonSince(String earlier) {
        return tree(text(ReviewFormat.JSON, ReviewRows.FINDINGS, earlier));
    }

    String text(ReviewFormat format) {
        return text(format, ReviewRows.FINDINGS, null);
    }

    String textSince(ReviewFormat format, ReviewFixture earlier) {
        return text(format, ReviewRows.FINDINGS, earlier.text(ReviewFormat.JSON));
    }

    String positions(ReviewFormat format) {
        return text(format, ReviewRows.POSITIONS, null);
    }

    static JsonNode tree(String json) {
        try {
            return ReviewSchema.valid(new JsonMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(ReviewFormat format, ReviewRows rows, @Nullable String earlier) {
        StringWriter out = new StringWriter();
        ReviewOutputHeader head = new ReviewOutputHeader(
                "2026-11-30T06:00:00Z",
                "0.1.0",
                SEATS.name(),
                LICENSES.name(),
                only,
                named,
                Map.of(),
                ReviewFingerprint.of(
                        account, policy, products.stream().map(Product::code).toList()));
        ReviewOutputOptions options =
                ReviewOutputOptions.builder().rows(rows).order(order).build();
        try (ReviewWriter writer = format.writer(head, out, options)) {
            ReviewWriter priced = prices.isEmpty() ? writer : new PricedReviewWriter(writer, prices);
            write(earlier == null ? priced : compared(priced, earlier, head));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private ReviewWriter compared(ReviewWriter writer, String earlier, ReviewOutputHeader head) throws IOException {
        ReviewBaseline baseline =
                ReviewBaseline.read(new ByteArrayInputStream(earlier.getBytes(StandardCharsets.UTF_8)));
        return new ComparedReviewWriter(writer, baseline, head, policy.exclusions(), TODAY);
    }

    private void write(ReviewWriter writer) throws IOException {
        ReviewEventProcessor processor =
                new ReviewEventProcessor(writer, policy, only, null, ReviewEventProcessor.ProgressListener.none());
        for (CustomerPosition position : customers) {
            Review review = Review.of(position, policy, TODAY);
            processor.accept(new ReviewEvent.Reviewed(new CustomerReview(position, review, NOW)));
        }
        processor.accept(new ReviewEvent.Unmatched(new UnmatchedLicenseTenant(
                new CustomerId(LICENSES, "c-9"), "Other", new TenantId("t-9"), List.of(), false, false)));
        if (withoutBackup) {
            CustomerId customer = new CustomerId(LICENSES, "c-8");
            TenantId tenant = new TenantId("t-8");
            Finding finding = new Finding.TenantWithoutBackup(
                    new FindingKey(FindingKind.TENANT_WITHOUT_BACKUP, LICENSES, customer, tenant, null, null),
                    Severity.WARNING,
                    SEATS,
                    Quantity.unreported(),
                    List.of());
            processor.accept(new ReviewEvent.Unmatched(new UnmatchedLicenseTenant(
                    customer, "Globex", tenant, List.of(), true, false, null, finding, null)));
        }
        List<Gap> gaps = new ArrayList<>();
        if (atLarge != null) {
            gaps.add(atLarge);
        }
        processor.accept(new ReviewEvent.Finished(new ReviewCompleteness(customers.size(), 0, Map.of(), gaps)));
        processor.end(TODAY);
    }
}
