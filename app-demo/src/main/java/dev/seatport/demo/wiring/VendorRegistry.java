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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The vendors that were wired, each port by its vendor's name. What a vendor's module binds is all that is known of it: a
 * vendor that reports no licenses binds no source of them; one that reports seats binds those in use, those that were bought, and
 * what it sells. Nothing is made before it is asked for. For one thread.
 */
public final class VendorRegistry {
    private final Settings settings;
    private final DefaultVendors defaultVendors;
    private final Map<String, Provider<CustomerDirectory>> directories;
    private final Map<String, Provider<TenantSeatSource>> tenantSeats;
    private final Map<String, Provider<ProductSeatSource>> productSeats;
    private final Map<String, Provider<ProductCatalogue>> catalogues;
    private final Map<String, Provider<LicenseConsumptionSource>> licenses;
    private final Map<String, ProductCode> usualProducts;

    /**
     * The vendors of a review whose settings name none.
     *
     * @param seats the vendor of the seats
     * @param licenses the vendor of the licenses
     */
    record DefaultVendors(Vendor seats, Vendor licenses) {}

    @Inject
    VendorRegistry(
            Settings settings,
            DefaultVendors defaultVendors,
            Map<String, Provider<CustomerDirectory>> directories,
            Map<String, Provider<TenantSeatSource>> tenantSeats,
            Map<String, Provider<ProductSeatSource>> productSeats,
            Map<String, Provider<ProductCatalogue>> catalogues,
            Map<String, Provider<LicenseConsumptionSource>> licenses,
            Map<String, ProductCode> usualProducts) {
        this.settings = settings;
        this.defaultVendors = defaultVendors;
        this.directories = directories;
        this.tenantSeats = tenantSeats;
        this.productSeats = productSeats;
        this.catalogues = catalogues;
        this.licenses = licenses;
        this.usualProducts = usualProducts;
    }

    /** The vendor of the seats: the one that the settings name, else the usual one, else the only one. */
    public Vendor ofSeats() {
        Set<String> able = new TreeSet<>(tenantSeats.keySet());
        able.retainAll(productSeats.keySet());
        able.retainAll(catalogues.keySet());
        return chosen(Setting.REVIEW_SEATS_FROM, defaultVendors.seats(), able);
    }

    /** The vendor of the licenses: the one that the settings name, else the usual one, else the only one. */
    public Vendor ofLicenses() {
        return chosen(Setting.REVIEW_LICENSES_FROM, defaultVendors.licenses(), licenses.keySet());
    }

    /** Complains if either vendor of a review cannot be chosen; makes neither. */
    void requireChosen() {
        ofSeats();
        ofLicenses();
    }

    private Vendor chosen(Setting setting, Vendor usually, Set<String> able) {
        List<String> legal = names().stream().filter(able::contains).toList();
        if (legal.isEmpty()) {
            throw setting.complaint("has nobody to name among " + String.join(", ", names()) + ", which "
                    + Setting.VENDORS.key() + " leaves in");
        }
        String name =
                settings.text(setting).map(VendorRegistry::canonical).orElseGet(() -> unnamed(setting, usually, legal));
        if (!legal.contains(name)) {
            throw setting.complaint("names " + name + ", which is none of " + String.join(", ", legal));
        }
        return new Vendor(name);
    }

    private static String unnamed(Setting setting, Vendor usually, List<String> legal) {
        if (legal.contains(usually.name())) {
            return usually.name();
        }
        if (legal.size() > 1) {
            throw setting.complaint("is missing, and there is more than one: " + String.join(", ", legal));
        }
        return legal.get(0);
    }

    private static String canonical(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The names of the vendors whose customers can be listed, in alphabetical order: those that the settings leave in, else all. */
    public List<String> names() {
        Set<String> wired = new TreeSet<>(directories.keySet());
        Set<String> wanted = settings.list(Setting.VENDORS)
                .map(names -> names.stream().map(VendorRegistry::canonical).collect(Collectors.toSet()))
                .orElse(wired);
        wanted.stream()
                .filter(name -> !wired.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw Setting.VENDORS.complaint("names " + name + ", which is none of " + String.join(", ", wired));
                });
        return wired.stream().filter(wanted::contains).toList();
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
                .orElseGet(() -> List.of(usualProduct()))
                .stream()
                .map(this::known)
                .toList();
    }

    /** Nobody could say whom a product covers that the catalogue does not have: it would be reviewed without a word. */
    private Product known(ProductCode code) {
        Product product = catalogue().byCode(code);
        if (product.name() == null) {
            throw Setting.REVIEW_PRODUCTS.complaint("names " + code + ", which " + ofSeats() + " is not known to sell");
        }
        return product;
    }

    /** Without a product nothing would be asked, and nothing would be found. */
    private ProductCode usualProduct() {
        Vendor vendor = ofSeats();
        return Optional.ofNullable(usualProducts.get(vendor.name()))
                .orElseThrow(
                        () -> Setting.REVIEW_PRODUCTS.complaint("is missing, and " + vendor + " has no usual product"));
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

    /** How many rows a review keeps of one customer, if the settings say so. */
    Optional<Integer> rowsPerCustomer() {
        return settings.rowCount(Setting.REVIEW_ROWS_PER_CUSTOMER);
    }

    SeatSources seatSources() {
        return new SeatSources(ofSeats(), directory(ofSeats()), tenantSeats(), productSeats());
    }

    LicenseSources licenseSources() {
        return new LicenseSources(ofLicenses(), directory(ofLicenses()), licenses());
    }

    private static <P> P of(Map<String, Provider<P>> ports, Vendor vendor) {
        return Objects.requireNonNull(ports.get(vendor.name()), () -> "no such port of " + vendor)
                .get();
    }
}
