package dev.seatport.demo.wiring;

import dev.seatport.application.review.LicenseSources;
import dev.seatport.application.review.SeatSources;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import dev.seatport.ports.seats.ProductCatalogue;
import dev.seatport.ports.seats.ProductSeatSource;
import dev.seatport.ports.seats.TenantSeatSource;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The vendors that were wired, each port by its vendor's name. What a vendor's module binds is all that is known of it: a
 * vendor that reports no licenses binds no source of them. Nothing is made before it is asked for. For one thread.
 */
public final class Vendors {
    private static final Vendor SEATS = new Vendor("avepoint");
    private static final Vendor LICENSES = new Vendor("c3");

    private final Settings settings;
    private final Map<String, Provider<CustomerDirectory>> directories;
    private final Map<String, Provider<TenantSeatSource>> tenantSeats;
    private final Map<String, Provider<ProductSeatSource>> productSeats;
    private final Map<String, Provider<ProductCatalogue>> catalogues;
    private final Map<String, Provider<LicenseConsumptionSource>> licenses;
    private final Map<String, ProductCode> usualProducts;

    @Inject
    Vendors(
            Settings settings,
            Map<String, Provider<CustomerDirectory>> directories,
            Map<String, Provider<TenantSeatSource>> tenantSeats,
            Map<String, Provider<ProductSeatSource>> productSeats,
            Map<String, Provider<ProductCatalogue>> catalogues,
            Map<String, Provider<LicenseConsumptionSource>> licenses,
            Map<String, ProductCode> usualProducts) {
        this.settings = settings;
        this.directories = directories;
        this.tenantSeats = tenantSeats;
        this.productSeats = productSeats;
        this.catalogues = catalogues;
        this.licenses = licenses;
        this.usualProducts = usualProducts;
    }

    /** The vendor of the seats: the one that the settings name, else AvePoint. */
    public Vendor ofSeats() {
        return chosen(Setting.REVIEW_SEATS_FROM, SEATS, tenantSeats);
    }

    /** The vendor of the licenses: the one that the settings name, else C3. */
    public Vendor ofLicenses() {
        return chosen(Setting.REVIEW_LICENSES_FROM, LICENSES, licenses);
    }

    private Vendor chosen(Setting setting, Vendor usual, Map<String, ?> able) {
        String name = settings.text(setting).map(Vendors::canonical).orElse(usual.name());
        if (!able.containsKey(name) || !enabled(name)) {
            throw setting.complaint("names " + name + ", which is none of " + legal(able));
        }
        return new Vendor(name);
    }

    /** Whether the settings leave the vendor in; all are, unless they name some. */
    private boolean enabled(String name) {
        Optional<List<String>> wanted = settings.list(Setting.VENDORS);
        wanted.ifPresent(names -> names.stream()
                .map(Vendors::canonical)
                .filter(one -> !directories.containsKey(one))
                .findFirst()
                .ifPresent(one -> {
                    throw Setting.VENDORS.complaint("names " + one + ", which is none of "
                            + String.join(", ", new TreeSet<>(directories.keySet())));
                }));
        return wanted.map(names -> names.stream().map(Vendors::canonical).anyMatch(name::equals))
                .orElse(true);
    }

    private String legal(Map<String, ?> able) {
        return able.keySet().stream().filter(this::enabled).sorted().collect(Collectors.joining(", "));
    }

    private static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The names of the vendors whose customers can be listed, in alphabetical order. */
    public List<String> names() {
        return directories.keySet().stream().filter(this::enabled).sorted().toList();
    }

    /** The directory of a vendor that {@link #names()} names. */
    public CustomerDirectory directory(Vendor vendor) {
        return of(directories, vendor);
    }

    /** What the vendor of the seats sells. Needs no settings. */
    public ProductCatalogue catalogue() {
        return of(catalogues, ofSeats());
    }

    /** The products that a review is about: those that the settings name, else the vendor's usual one. */
    public List<Product> products() {
        return settings
                .list(Setting.REVIEW_PRODUCTS)
                .map(codes -> codes.stream().map(ProductCode::new).toList())
                .orElseGet(() -> Optional.ofNullable(usualProducts.get(ofSeats().name())).stream()
                        .toList())
                .stream()
                .map(catalogue()::byCode)
                .toList();
    }

    /** The seats in use, at the vendor of the seats. */
    public TenantSeatSource tenantSeats() {
        return of(tenantSeats, ofSeats());
    }

    /** The seats that were bought, at the vendor of the seats. */
    public ProductSeatSource productSeats() {
        return of(productSeats, ofSeats());
    }

    /** The licenses, at the vendor of the licenses. */
    public LicenseConsumptionSource licenses() {
        return of(licenses, ofLicenses());
    }

    /** Which account of the vendor the settings lead to; no secret is in it. */
    public String account(Vendor vendor) {
        return settings.account(vendor.name());
    }

    SeatSources seatSources() {
        return new SeatSources(directory(ofSeats()), tenantSeats(), productSeats());
    }

    LicenseSources licenseSources() {
        return new LicenseSources(ofLicenses(), directory(ofLicenses()), licenses());
    }

    private static <P> P of(Map<String, Provider<P>> ports, Vendor vendor) {
        return Objects.requireNonNull(ports.get(vendor.name()), () -> "no such port of " + vendor)
                .get();
    }
}
