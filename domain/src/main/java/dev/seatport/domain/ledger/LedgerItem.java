package dev.seatport.domain.ledger;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thing whose counts the ledger records: a customer, a tenant with seats, a product, or a SKU in a tenant. A vendor's subscription
 * is no item, because vendors change the ids of subscriptions. Equality of GUIDs ignores their spelling.
 *
 * @param customer the customer, by the id of the vendor that reports the counts
 * @param kind the kind of item
 * @param tenant the tenant; {@code null} for customers and products
 * @param code the code of the product or SKU in canonical spelling, or the name of the
 *     tenant's kind, such as {@code MICROSOFT_365}; empty for customers
 * @param row 0, or the number of the row if one response has several rows of a SKU
 */
public record LedgerItem(
        CustomerId customer, Kind kind, @Nullable TenantId tenant, String code, int row) {

    /** Kind of item. */
    public enum Kind {
        CUSTOMER("customer"),
        TENANT("tenant"),
        PRODUCT("product"),
        SKU("sku");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the name in reports and in the database. */
        public String label() {
            return label;
        }
    }

    public LedgerItem {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(kind, "kind");
        if (row < 0) {
            throw new IllegalArgumentException("the number of a row must not be negative: " + row);
        }
    }
}
