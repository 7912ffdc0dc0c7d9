package dev.seatport.demo.report;

import static dev.seatport.demo.report.SeatShapes.number;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seatport.demo.report.LicenseShape.OfferCell;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.review.Coverage;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.seat.ProductSeats;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.ports.review.CustomerReview;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a reviewed customer is shown, with everything that was read of it. */
public final class ReviewShape {
    public static final Shape<CustomerReview> SHAPE = new Shape<>(List.of(
            customer("vendor", customer -> customer.id().vendor().name()),
            customer("id", customer -> customer.id().value()),
            customer("organization", customer -> customer.organization().orElse(null)),
            customer("ownerEmail", customer -> customer.ownerEmail().orElse(null)),
            customer("status", customer -> customer.status().name()),
            customer("statusText", customer -> customer.statusText().orElse(null)),
            customer("country", customer -> customer.country().orElse(null)),
            list("tenants", review -> review.position().tenantSeats(), row -> TenantCell.of(row.value())),
            list("products", review -> review.position().productSeats(), row -> ProductCell.of(row.value())),
            list("licenses", review -> review.position().licenses(), row -> LicenseCell.of(row.value())),
            list("coverage", review -> review.review().coverage(), CoverageCell::of),
            list("findings", review -> review.review().findings(), FindingCell::of),
            list("gaps", review -> review.position().gaps(), GapCell::of)));

    private ReviewShape() {}

    private static Column<CustomerReview> customer(String name, Function<Customer, @Nullable Object> value) {
        return Column.hidden(
                name, review -> value.apply(review.position().customer().value()));
    }

    private static <T> Column<CustomerReview> list(
            String name, Function<CustomerReview, List<T>> rows, Function<T, Cell> cell) {
        return Column.hidden(
                name, review -> rows.apply(review).stream().map(cell).toList());
    }

    /** A tenant's seats within a customer. */
    record TenantCell(
            String tenantId,
            @Nullable String tenantName,
            String kind,
            @Nullable Long assigned,
            @Nullable Long available)
            implements Cell {
        static TenantCell of(TenantSeats seats) {
            return new TenantCell(
                    seats.tenant().id().value(),
                    seats.tenant().name(),
                    seats.tenant().kind().name(),
                    number(seats.assigned()),
                    number(seats.available()));
        }

        @Override
        public String text() {
            return (tenantName == null ? tenantId : tenantName) + ": "
                    + (assigned == null ? "unreported" : assigned + " assigned");
        }
    }

    /** A product's seats within a customer. */
    record ProductCell(
            String productCode,
            @Nullable String productName,
            @Nullable Long purchased) implements Cell {
        static ProductCell of(ProductSeats seats) {
            return new ProductCell(
                    seats.product().code().value(), seats.product().name(), number(seats.purchased()));
        }

        @Override
        public String text() {
            return (productName == null ? productCode : productName) + ": "
                    + (purchased == null ? "unreported" : purchased + " purchased");
        }
    }

    /** The licenses of a SKU within a customer. */
    record LicenseCell(
            String customerId,
            String tenantId,
            String skuId,
            @Nullable String productName,
            @Nullable Long purchased,
            @Nullable Long assigned,
            @Nullable Long available,
            @Nullable Long tenantTotal,
            List<OfferCell> offers)
            implements Cell {
        static LicenseCell of(LicenseConsumption license) {
            return new LicenseCell(
                    license.customer().value(),
                    license.tenant().value(),
                    license.sku().value(),
                    license.productName(),
                    number(license.purchased()),
                    number(license.assigned()),
                    number(license.available()),
                    number(license.tenantTotal()),
                    LicenseShape.offers(license));
        }

        @Override
        public String text() {
            return (productName == null ? skuId : productName) + ": " + (assigned == null ? "unreported" : assigned)
                    + " of " + (purchased == null ? "unreported" : purchased) + " assigned";
        }
    }

    /** How a product covers a customer's people. */
    @JsonInclude
    record CoverageCell(
            String product,
            @Nullable String productName,
            String verdict,
            @Nullable Long by,
            @Nullable Long purchased,
            @Nullable Long assigned,
            @Nullable String reason)
            implements Cell {
        static CoverageCell of(Coverage coverage) {
            String verdict = "COVERED";
            Long by = null;
            String reason = null;
            if (coverage instanceof Coverage.Shortfall shortfall) {
                verdict = "SHORT";
                by = shortfall.by();
            } else if (coverage instanceof Coverage.Surplus surplus) {
                verdict = "OVER";
                by = surplus.by();
            } else if (coverage instanceof Coverage.NotComparable not) {
                verdict = "NOT_COMPARABLE";
                reason = not.failure() == null ? not.reason() : not.reason() + ": " + not.failure();
            }
            return new CoverageCell(
                    coverage.product().code().value(),
                    coverage.product().name(),
                    verdict,
                    by,
                    number(coverage.purchased()),
                    number(coverage.assigned()),
                    reason);
        }

        @Override
        public String text() {
            String what = (productName == null ? product : productName) + ": " + verdict;
            return what + (by == null ? "" : " by " + by) + (reason == null ? "" : " (" + reason + ")");
        }
    }

    /** What is wrong with a customer. */
    record FindingCell(String id, String kind, String severity, String text) implements Cell {
        static FindingCell of(Finding finding) {
            return new FindingCell(
                    finding.id(), finding.kind().name(), finding.severity().name(), finding.text());
        }
    }

    /** What could not be read of a customer. */
    record GapCell(String vendor, String source, String kind, String text) implements Cell {
        static GapCell of(Gap gap) {
            return new GapCell(
                    gap.vendor().name(), gap.source().label(), gap.kind().name(), gap.explanation());
        }
    }

    /** The rows' values, without where they came from. */
    static <T> List<T> values(List<Observed<T>> rows) {
        return rows.stream().map(Observed::value).toList();
    }
}
