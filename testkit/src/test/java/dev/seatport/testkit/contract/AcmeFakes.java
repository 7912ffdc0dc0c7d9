package dev.seatport.testkit.contract;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers, seats and licenses of the vendor of these tests. */
final class AcmeFakes {
    static final Vendor VENDOR = new Vendor("acme");
    static final CustomerId CAFE = new CustomerId(VENDOR, "AAAAAAAA-0000-0000-0000-00000000000b");
    static final CustomerId BAKERY = new CustomerId(VENDOR, "bakery");
    static final CustomerId UNKNOWN_CUSTOMER = new CustomerId(VENDOR, "nobody");
    static final TenantId TENANT = new TenantId("tenant-1");

    private AcmeFakes() {}

    static VendorException down() {
        return VendorException.builder(FailureKind.UNAVAILABLE, VENDOR, "anything", "is down")
                .build();
    }

    static Customer customer(CustomerId id, @Nullable String country) {
        return Customer.builder(id).organization("Acme's").country(country).build();
    }

    static TenantSeats seats(String tenant, Quantity available) {
        return new TenantSeats(
                CAFE,
                new Tenant(new TenantId(tenant), null, TenantKind.MICROSOFT_365),
                Quantity.of(tenant.length()),
                available);
    }

    static LicenseConsumption license(String sku, Quantity tenantTotal) {
        return new LicenseConsumption(
                CAFE,
                TENANT,
                new SkuId(sku),
                null,
                Quantity.of(3),
                Quantity.of(2),
                Quantity.of(1),
                tenantTotal,
                List.of());
    }
}
