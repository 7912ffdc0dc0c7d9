package dev.seatport.testkit.fake;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.ports.ledger.LedgerReading;
import org.jspecify.annotations.Nullable;

/**
 * Data that one call of an outbound port reads, such as the licenses of one tenant.
 *
 * @param customer {@code null} for the listing of all customers
 * @param code the tenant kind, the product's code or the tenant's canonical id; empty for customers and their listing
 */
record LedgerPart(Vendor vendor, Dataset dataset, @Nullable CustomerId customer, String code) {

    static LedgerPart of(LedgerReading reading) {
        if (reading instanceof LedgerReading.CustomerRead read) {
            return ofCustomer(read.customer().value().id());
        }
        if (reading instanceof LedgerReading.TenantSeatsRead read) {
            return new LedgerPart(
                    read.vendor(),
                    Dataset.TENANT_SEATS,
                    read.customer(),
                    read.kind().name());
        }
        if (reading instanceof LedgerReading.PurchasedSeatsRead read) {
            return new LedgerPart(
                    read.vendor(),
                    Dataset.PRODUCT_SEATS,
                    read.customer(),
                    read.product().code().value());
        }
        if (reading instanceof LedgerReading.LicensesRead read) {
            return new LedgerPart(
                    read.vendor(),
                    Dataset.LICENSES,
                    read.customer(),
                    read.tenant().canonical());
        }
        return listing(reading.vendor());
    }

    static LedgerPart ofCustomer(CustomerId customer) {
        return new LedgerPart(customer.vendor(), Dataset.CUSTOMERS, customer, "");
    }

    static LedgerPart listing(Vendor vendor) {
        return new LedgerPart(vendor, Dataset.CUSTOMERS, null, "");
    }
}
