package dev.seatport.demo.wiring;

import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.seats.ProductCatalogue;
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
 * Registry of the wired vendors. Holds the providers of their ports by vendor name, from the Dagger modules of the vendors. A vendor
 * with seats binds seat ports and a product catalogue. A vendor with licenses binds license ports. Creates the ports of a vendor at
 * their first use. Confined to one thread.
 */
public final class VendorRegistry {
    private final Settings settings;
    private final DefaultReviewVendors defaultVendors;
    private final Map<String, Provider<SeatVendorPorts>> seats;
    private final Map<String, Provider<LicenseVendorPorts>> licenses;
    private final Map<String, Provider<ProductCatalogue>> catalogues;
    private final Map<String, ProductCode> defaultProducts;

    /**
     * Vendors of a review without settings for them.
     *
     * @param seats the seat vendor
     * @param licenses the license vendor
     */
    record DefaultReviewVendors(Vendor seats, Vendor licenses) {}

    @Inject
    VendorRegistry(
            Settings settings,
            DefaultReviewVendors defaultVendors,
            Map<String, Provider<SeatVendorPorts>> seats,
            Map<String, Provider<LicenseVendorPorts>> licenses,
            Map<String, Provider<ProductCatalogue>> catalogues,
            Map<String, ProductCode> defaultProducts) {
        this.settings = settings;
        this.defaultVendors = defaultVendors;
        this.seats = seats;
        this.licenses = licenses;
        this.catalogues = catalogues;
        this.defaultProducts = defaultProducts;
    }

    /**
     * Returns the seat vendor: that of the settings, else the default one, else the only one.
     *
     * @throws SettingsException if no vendor can be selected
     */
    public Vendor seatVendor() {
        Set<String> capable = new TreeSet<>(seats.keySet());
        capable.retainAll(catalogues.keySet());
        return selected(Setting.REVIEW_SEATS_FROM, defaultVendors.seats(), capable);
    }

    /**
     * Returns the license vendor: that of the settings, else the default one, else the only one.
     *
     * @throws SettingsException if no vendor can be selected
     */
    public Vendor licenseVendor() {
        return selected(Setting.REVIEW_LICENSES_FROM, defaultVendors.licenses(), licenses.keySet());
    }

    /** Throws a {@link SettingsException} if a vendor of a review cannot be selected. Creates no vendor. */
    void requireSelected() {
        seatVendor();
        licenseVendor();
    }

    private Vendor selected(Setting setting, Vendor defaultVendor, Set<String> capable) {
        List<String> candidates = names().stream().filter(capable::contains).toList();
        if (candidates.isEmpty()) {
            throw setting.invalid("has no possible vendor among " + String.join(", ", names()) + ", the vendors of "
                    + Setting.VENDORS.key());
        }
        String name = settings.text(setting)
                .map(VendorRegistry::canonical)
                .orElseGet(() -> defaultOrOnly(setting, defaultVendor, candidates));
        if (!candidates.contains(name)) {
            throw setting.invalid("names " + name + ", which is not one of " + String.join(", ", candidates));
        }
        return new Vendor(name);
    }

    private static String defaultOrOnly(Setting setting, Vendor defaultVendor, List<String> candidates) {
        if (candidates.contains(defaultVendor.name())) {
            return defaultVendor.name();
        }
        if (candidates.size() > 1) {
            throw setting.invalid("is missing, and more than one vendor is possible: " + String.join(", ", candidates));
        }
        return candidates.get(0);
    }

    private static String canonical(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the names of the vendors, sorted. The setting {@code seatport.vendors} may exclude some. */
    public List<String> names() {
        Set<String> wired = new TreeSet<>(seats.keySet());
        wired.addAll(licenses.keySet());
        Set<String> configured = settings.list(Setting.VENDORS)
                .map(names -> names.stream().map(VendorRegistry::canonical).collect(Collectors.toSet()))
                .orElse(wired);
        configured.stream()
                .filter(name -> !wired.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw Setting.VENDORS.invalid(
                            "names " + name + ", which is not one of " + String.join(", ", wired));
                });
        return wired.stream().filter(configured::contains).toList();
    }

    /** Returns the customer directory of a vendor in {@link #names()}. */
    public CustomerDirectory directory(Vendor vendor) {
        return seats.containsKey(vendor.name())
                ? of(seats, vendor).customers()
                : of(licenses, vendor).customers();
    }

    /** Returns the product catalogue of the seat vendor. Needs no settings of the vendor. */
    public ProductCatalogue catalogue() {
        return of(catalogues, seatVendor());
    }

    /** Returns the products of a review: those of the settings, else the default product of the seat vendor. */
    public List<Product> products() {
        return settings
                .list(Setting.REVIEW_PRODUCTS)
                .map(codes -> codes.stream().map(ProductCode::new).toList())
                .orElseGet(() -> List.of(defaultProduct()))
                .stream()
                .map(this::inCatalogue)
                .toList();
    }

    /** Rejects a product outside the catalogue, because a review could not determine its tenants and would report nothing. */
    private Product inCatalogue(ProductCode code) {
        Product product = catalogue().byCode(code);
        if (product.name() == null) {
            throw Setting.REVIEW_PRODUCTS.invalid(
                    "names " + code + ", which is not in the product catalogue of " + seatVendor());
        }
        return product;
    }

    /** Rejects a review without a product, because it would send no request and find nothing. */
    private ProductCode defaultProduct() {
        Vendor vendor = seatVendor();
        return Optional.ofNullable(defaultProducts.get(vendor.name()))
                .orElseThrow(
                        () -> Setting.REVIEW_PRODUCTS.invalid("is missing, and " + vendor + " has no default product"));
    }

    /** Returns the ports of the seat vendor. */
    public SeatVendorPorts seatPorts() {
        return of(seats, seatVendor());
    }

    /** Returns the ports of the license vendor. */
    public LicenseVendorPorts licensePorts() {
        return of(licenses, licenseVendor());
    }

    /** Returns the settings that identify the account at a vendor, without secrets. */
    public String account(Vendor vendor) {
        return settings.account(vendor.name());
    }

    /** Returns the maximum number of rows that a review keeps per customer; empty if it is not set. */
    Optional<Integer> rowsPerCustomer() {
        return settings.rowCount(Setting.REVIEW_ROWS_PER_CUSTOMER);
    }

    private static <P> P of(Map<String, Provider<P>> ports, Vendor vendor) {
        return Objects.requireNonNull(ports.get(vendor.name()), () -> "no such port of " + vendor)
                .get();
    }
}
