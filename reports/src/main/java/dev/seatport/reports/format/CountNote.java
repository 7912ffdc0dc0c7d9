package dev.seatport.reports.format;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.ComparedLicensesView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has to know of one of a customer's counts, for formats without a place for it beside the count.
 *
 * @param vendor the vendor of the counts
 * @param source the listing that they came in
 * @param text what the counts are of, and the note
 */
record CountNote(
        String vendor,
        String source,
        @Nullable String tenantId,
        @Nullable String product,
        @Nullable String skuId,
        String text) {
    /** All notes of a customer, in the order of its views. */
    static List<CountNote> of(CustomerView customer) {
        List<CountNote> notes = new ArrayList<>();
        customer.tenants().forEach(tenant -> {
            if (tenant.note() != null) {
                String text = Objects.requireNonNullElse(tenant.tenantName(), tenant.tenantId()) + ": " + tenant.note();
                notes.add(new CountNote(
                        customer.vendor(), Dataset.TENANT_SEATS.label(), tenant.tenantId(), null, null, text));
            }
        });
        customer.products().forEach(product -> {
            if (product.note() != null) {
                String label = Objects.requireNonNullElse(product.productName(), product.productCode());
                notes.add(new CountNote(
                        customer.vendor(),
                        Dataset.PRODUCT_SEATS.label(),
                        null,
                        product.productCode(),
                        null,
                        label + ": " + product.note()));
            }
        });
        customer.licenses().forEach(license -> {
            if (license.note() != null) {
                String vendor = license.from().isEmpty()
                        ? customer.vendor()
                        : license.from().get(0).vendor();
                String text = license.label() + ": " + license.note();
                notes.add(new CountNote(
                        vendor, Dataset.LICENSES.label(), license.tenantId(), null, license.skuId(), text));
            }
        });
        customer.coverage().forEach(coverage -> {
            ComparedLicensesView use = coverage.licenses();
            if (use != null && use.note() != null) {
                String text = "licenses beside " + coverage.productCode() + ": " + use.note();
                notes.add(new CountNote(
                        use.vendor(), Dataset.LICENSES.label(), null, coverage.productCode(), null, text));
            }
        });
        return notes;
    }
}
