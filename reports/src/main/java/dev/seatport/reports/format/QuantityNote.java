package dev.seatport.reports.format;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.LicenseCountsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Note on the counts of a customer, for formats that cannot show it next to the counts.
 *
 * @param vendor the vendor of the counts
 * @param source the dataset of the counts
 * @param text name of the tenant, product or SKU, and the note
 */
record QuantityNote(
        String vendor,
        String source,
        @Nullable String tenantId,
        @Nullable String product,
        @Nullable String skuId,
        String text) {
    /** Returns all notes of a customer: tenants, products, licenses, coverage. */
    static List<QuantityNote> of(CustomerView customer) {
        List<QuantityNote> notes = new ArrayList<>();
        customer.tenants().forEach(tenant -> {
            if (tenant.note() != null) {
                String text = Objects.requireNonNullElse(tenant.tenantName(), tenant.tenantId()) + ": " + tenant.note();
                notes.add(new QuantityNote(
                        customer.vendor(), Dataset.TENANT_SEATS.label(), tenant.tenantId(), null, null, text));
            }
        });
        customer.products().forEach(product -> {
            if (product.note() != null) {
                String label = Objects.requireNonNullElse(product.productName(), product.productCode());
                notes.add(new QuantityNote(
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
                String text = license.label() + ": " + license.note();
                notes.add(new QuantityNote(
                        license.reportedBy(customer.vendor()),
                        Dataset.LICENSES.label(),
                        license.tenantId(),
                        null,
                        license.skuId(),
                        text));
            }
        });
        customer.coverage().forEach(coverage -> {
            LicenseCountsView use = coverage.licenses();
            if (use != null && use.note() != null) {
                String text = "licenses compared with " + coverage.productCode() + ": " + use.note();
                notes.add(new QuantityNote(
                        use.vendor(), Dataset.LICENSES.label(), null, coverage.productCode(), null, text));
            }
        });
        return notes;
    }
}
