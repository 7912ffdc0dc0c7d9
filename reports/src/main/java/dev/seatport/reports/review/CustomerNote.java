package dev.seatport.reports.review;

import dev.seatport.domain.observed.Source;
import dev.seatport.reports.review.CustomerEntry.CoverageEntry;
import dev.seatport.reports.review.CustomerEntry.LicenseEntry;
import dev.seatport.reports.review.CustomerEntry.LicenseUseEntry;
import dev.seatport.reports.review.CustomerEntry.ProductEntry;
import dev.seatport.reports.review.CustomerEntry.TenantEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has to know of one of a customer's counts, for formats without a place of its own for it.
 *
 * @param vendor the vendor of the counts
 * @param source the listing that they came in
 * @param text what the counts are of, and the note
 */
record CustomerNote(
        String vendor,
        String source,
        @Nullable String tenantId,
        @Nullable String product,
        @Nullable String skuId,
        String text) {

    /** All notes of a customer, in the order of its entries. */
    static List<CustomerNote> of(CustomerEntry customer) {
        List<CustomerNote> notes = new ArrayList<>();
        for (TenantEntry tenant : customer.tenants()) {
            if (tenant.note() != null) {
                String label = tenant.tenantName() == null ? tenant.tenantId() : tenant.tenantName();
                notes.add(new CustomerNote(
                        customer.vendor(),
                        Source.TENANT_SEATS.label(),
                        tenant.tenantId(),
                        null,
                        null,
                        label + ": " + tenant.note()));
            }
        }
        for (ProductEntry product : customer.products()) {
            if (product.note() != null) {
                String label = product.productName() == null ? product.productCode() : product.productName();
                notes.add(new CustomerNote(
                        customer.vendor(),
                        Source.PRODUCT_SEATS.label(),
                        null,
                        product.productCode(),
                        null,
                        label + ": " + product.note()));
            }
        }
        for (LicenseEntry license : customer.licenses()) {
            if (license.note() != null) {
                String vendor = license.from().isEmpty()
                        ? customer.vendor()
                        : license.from().get(0).vendor();
                notes.add(new CustomerNote(
                        vendor,
                        Source.LICENSES.label(),
                        license.tenantId(),
                        null,
                        license.skuId(),
                        license.label() + ": " + license.note()));
            }
        }
        for (CoverageEntry coverage : customer.coverage()) {
            LicenseUseEntry use = coverage.licenses();
            if (use != null && use.note() != null) {
                notes.add(new CustomerNote(
                        use.vendor(),
                        Source.LICENSES.label(),
                        null,
                        coverage.product(),
                        null,
                        "licenses beside " + coverage.product() + ": " + use.note()));
            }
        }
        return notes;
    }
}
