package dev.seatport.demo.wiring;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.testkit.fake.InMemoryCustomerDirectory;
import dev.seatport.testkit.fake.InMemoryLicenseConsumptionSource;
import dev.seatport.testkit.fake.InMemoryPurchasedSeatSource;
import dev.seatport.testkit.fake.InMemoryTenantSeatSource;
import java.util.List;

/** In-memory vendor with one customer per tenant, with seats and licenses. Only its module depends on it. */
final class AcmeInMemory {
    static final Vendor VENDOR = new Vendor("acme");
    static final Product BACKUP = new Product(new ProductCode("backup"), "Acme Backup", TenantKind.MICROSOFT_365);
    static final SkuId SKU = new SkuId("acme-sku");

    final InMemoryCustomerDirectory customers = new InMemoryCustomerDirectory(VENDOR);
    final InMemoryTenantSeatSource tenantSeats = new InMemoryTenantSeatSource(VENDOR);
    final InMemoryPurchasedSeatSource productSeats = new InMemoryPurchasedSeatSource(VENDOR);
    final InMemoryLicenseConsumptionSource licenses = new InMemoryLicenseConsumptionSource(VENDOR);

    /** Creates the vendor with one customer for each tenant. */
    static AcmeInMemory of(List<String> tenants) {
        AcmeInMemory acme = new AcmeInMemory();
        tenants.forEach(acme::add);
        return acme;
    }

    private void add(String tenantId) {
        CustomerId customer = new CustomerId(VENDOR, "of-" + tenantId);
        Tenant tenant = new Tenant(new TenantId(tenantId), null, TenantKind.MICROSOFT_365);
        customers.with(Customer.builder(customer).tenants(List.of(tenant)).build());
        tenantSeats.with(new TenantSeats(customer, tenant, Quantity.of(12), Quantity.unreported()));
        productSeats.with(new PurchasedSeats(customer, BACKUP, Quantity.of(10)));
        licenses.with(new LicenseConsumption(
                customer,
                tenant.id(),
                SKU,
                "Acme Office",
                Quantity.of(20),
                Quantity.of(12),
                Quantity.of(8),
                Quantity.of(20),
                List.of()));
    }
}
