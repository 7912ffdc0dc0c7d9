package dev.seatport.application.ledger;

import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Two vendors with random customers, tenants, counts and failures. Equal seeds make equal fleets. The fleets of later nights have the
 * same customers in the same order, but for a few that are new or gone.
 */
final class RandomFleet {
    static final Vendor SEATS = new Vendor("acme");
    static final Vendor LICENSES = new Vendor("globex");
    static final Product BACKUP = new Product(new ProductCode("1"), "Backup", TenantKind.MICROSOFT_365);
    static final Product DRIVE = new Product(new ProductCode("2"), "Drive", TenantKind.GOOGLE);

    private static final int MAX_CUSTOMERS = 12;
    /** Tenant that several customers of each vendor may have. */
    private static final String SHARED = "shared";

    private final InMemoryCustomerDirectory customers = new InMemoryCustomerDirectory(SEATS);
    private final InMemoryTenantSeatSource tenantSeats = new InMemoryTenantSeatSource(SEATS);
    private final InMemoryPurchasedSeatSource productSeats = new InMemoryPurchasedSeatSource(SEATS);
    private final InMemoryCustomerDirectory licensed = new InMemoryCustomerDirectory(LICENSES);
    private final InMemoryLicenseConsumptionSource licenses = new InMemoryLicenseConsumptionSource(LICENSES);
    /** Decides what stays over the nights. */
    private final Random stable;
    /** Decides what changes each night. */
    private final Random nightly;

    private RandomFleet(long seed, int night) {
        stable = new Random(seed);
        nightly = new Random(seed * 31 + night);
        int size = 1 + stable.nextInt(MAX_CUSTOMERS);
        for (int i = 0; i < size; i++) {
            List<Tenant> tenants = tenants(i);
            boolean listed = stable.nextInt(8) > 0;
            if (nightly.nextInt(12) > 0) {
                addSeats(i, tenants, listed);
            }
            // Of the rows of one tenant, the last customer's count, so customers with one tenant keep their order.
            if (isShared(tenants) || nightly.nextInt(12) > 0) {
                addLicenses(i, tenants);
            }
        }
        if (night == 0) {
            // The past of a listing that breaks off has the customers of earlier nights too.
            breakOff(size);
        }
    }

    static RandomFleet of(long seed, int night) {
        return new RandomFleet(seed, night);
    }

    SeatVendorPorts seats() {
        return new SeatVendorPorts(SEATS, customers, tenantSeats, productSeats);
    }

    LicenseVendorPorts licenses() {
        return new LicenseVendorPorts(LICENSES, licensed, licenses);
    }

    private void breakOff(int size) {
        if (nightly.nextInt(6) == 0) {
            customers.failListing(1 + nightly.nextInt(size), failure(SEATS, Dataset.CUSTOMERS));
        }
        if (nightly.nextInt(6) == 0) {
            licensed.failListing(nightly.nextInt(size + 1), failure(LICENSES, Dataset.CUSTOMERS));
        }
    }

    private List<Tenant> tenants(int customer) {
        List<Tenant> tenants = new ArrayList<>();
        int count = stable.nextInt(4);
        for (int i = 0; i < count; i++) {
            String id = stable.nextInt(10) == 0 ? SHARED : "tenant-" + customer + "-" + i;
            TenantKind kind = switch (stable.nextInt(6)) {
                case 0 -> TenantKind.GOOGLE;
                case 1 -> TenantKind.UNKNOWN;
                default -> TenantKind.MICROSOFT_365;
            };
            tenants.add(new Tenant(new TenantId(id), stable.nextBoolean() ? "Tenant " + id : null, kind));
        }
        return tenants.stream().distinct().toList();
    }

    private static boolean isShared(List<Tenant> tenants) {
        return tenants.stream().anyMatch(tenant -> tenant.id().value().equals(SHARED));
    }

    private static CustomerId seated(int number) {
        return new CustomerId(SEATS, "c-" + number);
    }

    private static CustomerId licensed(int number) {
        return new CustomerId(LICENSES, String.format("0000000A-0000-0000-0000-%012d", number));
    }

    private void addSeats(int number, List<Tenant> tenants, boolean tenantsListed) {
        CustomerId id = seated(number);
        customers.with(Customer.builder(id)
                .organization(stable.nextInt(5) == 0 ? null : "Customer " + number)
                .ownerEmail(nightly.nextBoolean() ? "owner@" + number + ".example" : null)
                .country(nightly.nextBoolean() ? "Norway" : null)
                .status(
                        nightly.nextBoolean() ? CustomerServiceStatus.WORKING : CustomerServiceStatus.UNKNOWN,
                        nightly.nextBoolean() ? "Working" : null)
                .tenants(tenantsListed ? tenants : null)
                .tenantsWithoutId(nightly.nextInt(10) == 0 ? 1 : 0)
                .build());
        tenantSeats.withCustomer(id);
        for (Tenant tenant : tenants) {
            if (nightly.nextInt(10) > 0) {
                tenantSeats.with(new TenantSeats(id, tenant, quantity(), quantity()));
            }
        }
        if (nightly.nextInt(10) == 0) {
            tenantSeats.fail(id, 0, failure(SEATS, Dataset.TENANT_SEATS));
        }
        for (Product product : List.of(BACKUP, DRIVE)) {
            switch (nightly.nextInt(8)) {
                case 0 -> productSeats.fail(id, product.code(), failure(SEATS, Dataset.PRODUCT_SEATS));
                case 1 -> productSeats.with(new PurchasedSeats(id, product, Quantity.unreported(), true));
                case 2, 3 -> {
                    // The customer does not have the product.
                }
                default -> productSeats.with(new PurchasedSeats(id, product, quantity()));
            }
        }
    }

    private void addLicenses(int number, List<Tenant> tenants) {
        CustomerId id = licensed(number);
        boolean deleted = stable.nextInt(10) == 0;
        licensed.with(Customer.builder(id)
                .organization("Customer " + number)
                .tenants(nightly.nextInt(15) == 0 ? null : tenants)
                .deletedAt(deleted ? Instant.parse("2026-05-01T00:00:00Z") : null)
                .build());
        for (Tenant tenant : tenants) {
            licenses.withTenant(id, tenant.id());
            int rows = nightly.nextInt(4);
            for (int i = 0; i < rows; i++) {
                licenses.with(license(id, tenant.id(), "sku-" + nightly.nextInt(3)));
            }
            if (nightly.nextInt(10) == 0) {
                licenses.fail(id, tenant.id(), 0, failure(LICENSES, Dataset.LICENSES));
            }
        }
    }

    private LicenseConsumption license(CustomerId customer, TenantId tenant, String sku) {
        return new LicenseConsumption(
                customer,
                tenant,
                new SkuId(sku),
                nightly.nextBoolean() ? "Plan " + sku : null,
                quantity(),
                quantity(),
                quantity(),
                quantity(),
                states(),
                nightly.nextInt(8) > 0,
                nightly.nextBoolean()
                        ? List.of(new Offer("Offer", BillingCycle.ANNUAL), new Offer("Add-on", BillingCycle.MONTHLY))
                        : List.of(),
                nightly.nextBoolean() ? Instant.parse("2027-01-01T00:00:00Z") : null);
    }

    private @Nullable LapsedLicenses states() {
        return switch (nightly.nextInt(3)) {
            case 0 -> null;
            case 1 -> LapsedLicenses.unreported();
            default -> new LapsedLicenses(quantity(), quantity(), quantity());
        };
    }

    private Quantity quantity() {
        return switch (nightly.nextInt(8)) {
            case 0 -> Quantity.unreported();
            case 1 -> Quantity.unlimited();
            case 2 -> Quantity.of(0);
            default -> Quantity.of(nightly.nextInt(50));
        };
    }

    private VendorException failure(Vendor vendor, Dataset dataset) {
        FailureKind[] kinds = FailureKind.values();
        return VendorException.builder(kinds[nightly.nextInt(kinds.length)], vendor, dataset.label(), "went wrong")
                .status(500)
                .attempts(3)
                .correlationId("rq-7")
                .missingScope(nightly.nextBoolean() ? "seats.read" : null)
                .build();
    }
}
