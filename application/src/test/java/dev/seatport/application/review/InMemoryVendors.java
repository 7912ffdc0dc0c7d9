package dev.seatport.application.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.ReviewCompleteness;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.ports.review.UnmatchedLicenseTenant;
import dev.seatport.testkit.fake.InMemoryCustomerDirectory;
import dev.seatport.testkit.fake.InMemoryLicenseConsumptionSource;
import dev.seatport.testkit.fake.InMemoryPurchasedSeatSource;
import dev.seatport.testkit.fake.InMemoryTenantSeatSource;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Two in-memory vendors, with shortcuts to add data. */
final class InMemoryVendors {
    static final Vendor SEATS = new Vendor("acme");
    static final Vendor LICENSES = new Vendor("globex");
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Product BACKUP = new Product(new ProductCode("1"), "Backup", TenantKind.MICROSOFT_365);
    static final Product DRIVE = new Product(new ProductCode("2"), "Drive", TenantKind.GOOGLE);
    static final Product VAULT = new Product(new ProductCode("3"), "Vault", null);

    final InMemoryCustomerDirectory customers = new InMemoryCustomerDirectory(SEATS);
    final InMemoryTenantSeatSource tenantSeats = new InMemoryTenantSeatSource(SEATS);
    final InMemoryPurchasedSeatSource productSeats = new InMemoryPurchasedSeatSource(SEATS);
    final InMemoryCustomerDirectory licenseCustomers = new InMemoryCustomerDirectory(LICENSES);
    final InMemoryLicenseConsumptionSource licenses = new InMemoryLicenseConsumptionSource(LICENSES);

    static CustomerId seatCustomer(String id) {
        return new CustomerId(SEATS, id);
    }

    static CustomerId licenseCustomer(String id) {
        return new CustomerId(LICENSES, id);
    }

    static Tenant tenant(String id) {
        return new Tenant(new TenantId(id), null, TenantKind.MICROSOFT_365);
    }

    static Tenant tenant(String id, TenantKind kind) {
        return new Tenant(new TenantId(id), null, kind);
    }

    static TenantSeats assignedSeats(String customer, Tenant tenant, long assigned) {
        return new TenantSeats(seatCustomer(customer), tenant, Quantity.of(assigned), Quantity.unreported());
    }

    static PurchasedSeats purchasedSeats(String customer, Product product, long purchased) {
        return new PurchasedSeats(seatCustomer(customer), product, Quantity.of(purchased));
    }

    static LicenseConsumption license(String customer, String tenant, String sku) {
        return new LicenseConsumption(
                licenseCustomer(customer),
                new TenantId(tenant),
                new SkuId(sku),
                null,
                Quantity.of(10),
                Quantity.of(10),
                Quantity.of(0),
                Quantity.of(10),
                List.of());
    }

    static ReviewRequest.Builder request(Product... products) {
        return ReviewRequest.of(List.of(products));
    }

    static VendorException failure(Vendor vendor, FailureKind kind) {
        return VendorException.builder(kind, vendor, "something", "went wrong")
                .correlationId("rq-7")
                .build();
    }

    /** Adds customers of the seat vendor that have no tenants yet. */
    InMemoryVendors customer(String... ids) {
        for (String id : ids) {
            customers.with(Customer.builder(seatCustomer(id)).build());
            tenantSeats.withCustomer(seatCustomer(id));
        }
        return this;
    }

    /** Adds a customer of the license vendor with its tenants, and makes the license source accept them. */
    InMemoryVendors licensed(String id, String... tenants) {
        licenseCustomers.with(Customer.builder(licenseCustomer(id))
                .tenants(Arrays.stream(tenants).map(InMemoryVendors::tenant).toList())
                .build());
        for (String tenant : tenants) {
            licenses.withTenant(licenseCustomer(id), new TenantId(tenant));
        }
        return this;
    }

    SeatVendorPorts seatSources() {
        return new SeatVendorPorts(SEATS, customers, tenantSeats, productSeats);
    }

    LicenseVendorPorts licenseSources() {
        return new LicenseVendorPorts(LICENSES, licenseCustomers, licenses);
    }

    FleetReview review() {
        return FleetReview.builder(seatSources(), licenseSources())
                .clock(InstantSource.fixed(NOW))
                .build();
    }

    /** Reviews all customers with the default policy. */
    Outcome run(Product... products) {
        return run(ReviewPolicy.defaults(), products);
    }

    Outcome run(ReviewPolicy policy, Product... products) {
        return Outcome.of(review(), policy, products);
    }

    Outcome run(ReviewRequest.Builder request) {
        return Outcome.of(review(), request);
    }

    /** Events of a completed review. */
    record Outcome(List<ReviewEvent> events) {
        static Outcome of(FleetReview review, ReviewPolicy policy, Product... products) {
            return of(review, request(products).policy(policy));
        }

        static Outcome of(FleetReview review, ReviewRequest.Builder request) {
            return new Outcome(Multi.createFrom()
                    .publisher(review.review(request.build()))
                    .collect()
                    .asList()
                    .await()
                    .atMost(Duration.ofSeconds(60)));
        }

        /** Returns all gaps: those without a customer first, then those of each customer. */
        List<Gap> gaps() {
            return Stream.concat(
                            completeness().atLarge().stream(),
                            reviews().stream().flatMap(review -> review.position().gaps().stream()))
                    .toList();
        }

        List<CustomerReview> reviews() {
            return events.stream()
                    .filter(ReviewEvent.Reviewed.class::isInstance)
                    .map(event -> ((ReviewEvent.Reviewed) event).customer())
                    .toList();
        }

        CustomerReview only() {
            if (reviews().size() != 1) {
                throw new AssertionError(
                        "expected one customer, not " + reviews().size());
            }
            return reviews().get(0);
        }

        List<UnmatchedLicenseTenant> unmatched() {
            return events.stream()
                    .filter(ReviewEvent.Unmatched.class::isInstance)
                    .map(event -> ((ReviewEvent.Unmatched) event).tenant())
                    .toList();
        }

        List<String> order() {
            return reviews().stream()
                    .map(review -> review.position().customer().value().id().value())
                    .toList();
        }

        ReviewCompleteness completeness() {
            return ((ReviewEvent.Finished) events.get(events.size() - 1)).completeness();
        }
    }
}
