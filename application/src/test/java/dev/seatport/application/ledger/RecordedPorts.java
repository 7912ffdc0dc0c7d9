package dev.seatport.application.ledger;

import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.fake.InMemoryCustomerDirectory;
import dev.seatport.testkit.fake.InMemoryLicenseConsumptionSource;
import dev.seatport.testkit.fake.InMemoryPurchasedSeatSource;
import dev.seatport.testkit.fake.InMemoryTenantSeatSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

/** Fakes of one vendor in both roles, and their ports with recording into a {@link BatchLedger}. */
final class RecordedPorts {
    static final Vendor VENDOR = new Vendor("acme");
    static final CustomerId CAFE = new CustomerId(VENDOR, "AAAAAAAA-0000-0000-0000-00000000000b");
    static final CustomerId BAKERY = new CustomerId(VENDOR, "bakery");
    static final CustomerId UNKNOWN_CUSTOMER = new CustomerId(VENDOR, "nobody");
    static final Product BACKUP = new Product(new ProductCode("p-1"), "Backup", TenantKind.MICROSOFT_365);
    static final Product UNCOUNTED = new Product(new ProductCode("p-2"), null, null);
    static final TenantId TENANT = new TenantId("one");

    static final List<Customer> CUSTOMERS = List.of(
            Customer.builder(CAFE).organization("Cafe").build(),
            Customer.builder(BAKERY).country("Norway").build());
    static final List<TenantSeats> SEATS = List.of(
            seats("one", Quantity.of(0)), seats("another", Quantity.unreported()), seats("third", Quantity.of(2)));
    static final PurchasedSeats PURCHASED = new PurchasedSeats(CAFE, BACKUP, Quantity.of(7));
    static final List<LicenseConsumption> LICENSES =
            List.of(license("sku-1", Quantity.of(3)), license("sku-2", Quantity.unreported()));

    final InMemoryCustomerDirectory customers =
            new InMemoryCustomerDirectory(VENDOR).with(CUSTOMERS.toArray(Customer[]::new));
    final InMemoryTenantSeatSource tenantSeats =
            new InMemoryTenantSeatSource(VENDOR).with(SEATS.toArray(TenantSeats[]::new));
    final InMemoryPurchasedSeatSource productSeats = new InMemoryPurchasedSeatSource(VENDOR)
            .with(PURCHASED, new PurchasedSeats(CAFE, UNCOUNTED, Quantity.unreported()));
    final InMemoryLicenseConsumptionSource licenses =
            new InMemoryLicenseConsumptionSource(VENDOR).with(LICENSES.toArray(LicenseConsumption[]::new));

    private final Executor never = task -> {};
    private final LedgerRecorder recorder = new LedgerRecorder(
            new ReadingBuffer(new BatchLedger(), BatchLedger.LEASE, never), InstantSource.fixed(Instant.EPOCH));

    private static TenantSeats seats(String tenant, Quantity assigned) {
        return new TenantSeats(
                CAFE,
                new Tenant(new TenantId(tenant), null, TenantKind.MICROSOFT_365),
                assigned,
                Quantity.unreported());
    }

    private static LicenseConsumption license(String sku, Quantity assigned) {
        return new LicenseConsumption(
                CAFE,
                TENANT,
                new SkuId(sku),
                null,
                Quantity.of(1),
                assigned,
                Quantity.of(1),
                Quantity.of(1),
                List.of());
    }

    static VendorException down() {
        return VendorException.builder(FailureKind.UNAVAILABLE, VENDOR, "anything", "is down")
                .build();
    }

    SeatVendorPorts recordedSeats() {
        return recorder.recording(new SeatVendorPorts(VENDOR, customers, tenantSeats, productSeats));
    }

    LicenseVendorPorts recordedLicenses() {
        return recorder.recording(new LicenseVendorPorts(VENDOR, customers, licenses));
    }
}
