package dev.seatport.reports.output;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.tenant.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a customer is shown. */
public final class CustomerShape {
    public static final Shape<Customer> SHAPE = new Shape<>(List.of(
            new Column<>("vendor", "vendor", customer -> customer.id().vendor().name()),
            new Column<>("id", "id", customer -> customer.id().value()),
            new Column<>(
                    "organization",
                    "organization",
                    customer -> customer.organization().orElse(null)),
            Column.hidden("ownerEmail", customer -> customer.ownerEmail().orElse(null)),
            Column.hidden("status", customer -> customer.status().name()),
            new Column<>(
                    "statusText", "status", customer -> customer.statusText().orElse(null)),
            new Column<>("country", "country", customer -> customer.country().orElse(null)),
            new Column<>("tenants", "tenants", CustomerShape::tenants),
            Column.hidden("tenantsWithoutId", customer -> (long) customer.tenantsWithoutId()),
            new Column<>("deleted", "deleted", Customer::deleted)));

    private CustomerShape() {}

    private static @Nullable Object tenants(Customer customer) {
        return customer.tenants()
                .map(tenants -> tenants.stream().map(TenantCell::of).toList())
                .orElse(null);
    }

    /** A tenant within a customer. */
    record TenantCell(String id, @Nullable String name, boolean deleted) implements Cell {
        static TenantCell of(Tenant tenant) {
            return new TenantCell(tenant.id().value(), tenant.name(), tenant.deleted());
        }

        @Override
        public String text() {
            return (name == null ? id : name + " (" + id + ")") + (deleted ? " deleted" : "");
        }
    }
}
