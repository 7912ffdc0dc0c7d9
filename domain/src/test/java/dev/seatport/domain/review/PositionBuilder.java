package dev.seatport.domain.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builder of the position of one customer. A count given as {@code null} or {@code "-"} is unreported. */
final class PositionBuilder {
    static final Vendor SEATS = new Vendor("acme");
    static final Vendor LICENSES = new Vendor("globex");
    static final CustomerId CUSTOMER = new CustomerId(SEATS, "cafe");
    static final Product BACKUP = new Product(new ProductCode("1"), "Backup", TenantKind.MICROSOFT_365);
    static final Product DRIVE = new Product(new ProductCode("2"), "Drive", TenantKind.GOOGLE);
    static final TenantId TENANT = new TenantId("t1");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final List<Observed<TenantSeats>> tenantSeats = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();
    private final List<Observed<PurchasedSeats>> productSeats = new ArrayList<>();
    private final List<Observed<LicenseConsumption>> licenses = new ArrayList<>();
    private final List<Tenant> unmatched = new ArrayList<>();
    private final List<CustomerId> namesakes = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    static Quantity quantity(@Nullable String text) {
        if (text == null || text.equals("-")) {
            return Quantity.unreported();
        }
        return text.equals("unlimited") ? Quantity.unlimited() : Quantity.of(Long.parseLong(text));
    }

    static Tenant tenant(String id, TenantKind kind) {
        return new Tenant(new TenantId(id), null, kind);
    }

    static LicenseConsumption license(
            String sku, @Nullable String purchased, @Nullable String assigned, @Nullable String available) {
        return license(sku, purchased, assigned, available, null);
    }

    static LicenseConsumption license(
            String sku,
            @Nullable String purchased,
            @Nullable String assigned,
            @Nullable String available,
            @Nullable String tenantTotal) {
        return new LicenseConsumption(
                new CustomerId(LICENSES, "L1"),
                TENANT,
                new SkuId(sku),
                "Plan " + sku,
                quantity(purchased),
                quantity(assigned),
                quantity(available),
                quantity(tenantTotal),
                List.of());
    }

    /** Parses {@code warning/suspended/locked out}. */
    static LapsedLicenses states(String text) {
        String[] counts = text.split("/", -1);
        return new LapsedLicenses(quantity(counts[0]), quantity(counts[1]), quantity(counts[2]));
    }

    static LicenseConsumption withStates(LicenseConsumption row, LapsedLicenses states) {
        return with(row, states, row.assignable(), row.renewal());
    }

    static LicenseConsumption notAssignable(LicenseConsumption row) {
        return with(row, row.states(), false, row.renewal());
    }

    static LicenseConsumption renewing(LicenseConsumption row, @Nullable Instant renewal) {
        return with(row, row.states(), row.assignable(), renewal);
    }

    private static LicenseConsumption with(
            LicenseConsumption row, @Nullable LapsedLicenses states, boolean assignable, @Nullable Instant renewal) {
        return new LicenseConsumption(
                row.customer(),
                row.tenant(),
                row.sku(),
                row.productName(),
                row.purchased(),
                row.assigned(),
                row.available(),
                row.tenantTotal(),
                states,
                assignable,
                row.offers(),
                renewal);
    }

    PositionBuilder products(Product... reviewed) {
        products.addAll(List.of(reviewed));
        return this;
    }

    PositionBuilder purchased(Product product, @Nullable String purchased) {
        productSeats.add(observed(new PurchasedSeats(CUSTOMER, product, quantity(purchased))));
        return this;
    }

    PositionBuilder assigned(Tenant tenant, @Nullable String assigned) {
        tenantSeats.add(observed(new TenantSeats(CUSTOMER, tenant, quantity(assigned), Quantity.unreported())));
        return this;
    }

    PositionBuilder assigned(String assigned) {
        return assigned(tenant("t" + (tenantSeats.size() + 1), TenantKind.MICROSOFT_365), assigned);
    }

    PositionBuilder licensed(LicenseConsumption... rows) {
        for (LicenseConsumption row : rows) {
            licenses.add(observed(row));
        }
        return this;
    }

    PositionBuilder unmatched(Tenant tenant) {
        unmatched.add(tenant);
        return this;
    }

    PositionBuilder namesake(String licenseCustomer) {
        namesakes.add(new CustomerId(LICENSES, licenseCustomer));
        return this;
    }

    PositionBuilder gap(Dataset dataset, FailureKind kind) {
        gaps.add(new Gap(CUSTOMER, SEATS, dataset, kind, "went wrong"));
        return this;
    }

    CustomerPosition build() {
        return new CustomerPosition(
                observed(Customer.builder(CUSTOMER).build()),
                tenantSeats,
                products,
                productSeats,
                licenses,
                LICENSES,
                unmatched,
                namesakes,
                Set.of(),
                gaps);
    }

    Review review() {
        return review(ReviewPolicy.defaults());
    }

    Review review(ReviewPolicy policy) {
        return Review.of(build(), policy, TODAY);
    }

    private static <T> Observed<T> observed(T value) {
        return new Observed<>(value, new Provenance(SEATS, "somewhere", Instant.EPOCH, null));
    }
}
