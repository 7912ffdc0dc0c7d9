package dev.seatport.demo.wiring;

import dev.seatport.demo.config.CommonSettings;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsException;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Registry of the wired vendors. Selects the vendors of a command by the settings. Creates no port itself. Confined to one thread.
 */
public final class VendorRegistry {
    private final Settings settings;
    private final List<VendorPlugin> plugins;

    /**
     * Creates a registry.
     *
     * @throws IllegalStateException if two plugins have one name, or are both the default for seats or for licenses
     */
    @Inject
    VendorRegistry(Settings settings, Set<VendorPlugin> plugins) {
        this.settings = settings;
        this.plugins = plugins.stream()
                .sorted(Comparator.comparing(VendorPlugin::name))
                .toList();
        if (this.plugins.stream().map(VendorPlugin::name).distinct().count() < plugins.size()) {
            throw new IllegalStateException("two plugins have one name: " + names(this.plugins));
        }
        requireOneDefault(VendorPlugin::isDefaultForSeats);
        requireOneDefault(VendorPlugin::isDefaultForLicenses);
    }

    private void requireOneDefault(Predicate<VendorPlugin> isDefault) {
        List<VendorPlugin> defaults = plugins.stream().filter(isDefault).toList();
        if (defaults.size() > 1) {
            throw new IllegalStateException("two vendors are the default of one kind: " + names(defaults));
        }
    }

    private static String names(List<VendorPlugin> some) {
        return some.stream().map(VendorPlugin::name).collect(Collectors.joining(", "));
    }

    /** Returns the plugins of all wired vendors, in alphabetical order. */
    public List<VendorPlugin> plugins() {
        return plugins;
    }

    /** Returns the plugins that commands may call. The setting {@code seatport.vendors} may exclude some. */
    public List<VendorPlugin> enabled() {
        Optional<Set<String>> configured = settings.value(CommonSettings.VENDORS)
                .map(names -> names.stream().map(VendorRegistry::canonical).collect(Collectors.toSet()));
        configured.ifPresent(this::requireWired);
        return plugins.stream()
                .filter(plugin -> configured.isEmpty() || configured.get().contains(plugin.name()))
                .toList();
    }

    private void requireWired(Set<String> configured) {
        configured.stream()
                .filter(name ->
                        plugins.stream().noneMatch(plugin -> plugin.name().equals(name)))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw CommonSettings.VENDORS.invalid("names " + name + ", which is not one of " + names(plugins));
                });
    }

    private static String canonical(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the seat vendor: that of the settings, else the default one, else the only one that is configured.
     *
     * @throws SettingsException if no vendor can be selected
     */
    public VendorPlugin seats() {
        return selected(CommonSettings.REVIEW_SEATS_FROM, VendorPlugin::hasSeats, VendorPlugin::isDefaultForSeats);
    }

    /**
     * Returns the license vendor: that of the settings, else the default one, else the only one that is configured.
     *
     * @throws SettingsException if no vendor can be selected
     */
    public VendorPlugin licenses() {
        return selected(
                CommonSettings.REVIEW_LICENSES_FROM, VendorPlugin::hasLicenses, VendorPlugin::isDefaultForLicenses);
    }

    private VendorPlugin selected(
            Setting<String> setting, Predicate<VendorPlugin> capable, Predicate<VendorPlugin> isDefault) {
        List<VendorPlugin> candidates = enabled().stream().filter(capable).toList();
        if (candidates.isEmpty()) {
            throw setting.invalid("has no possible vendor among " + names(enabled()) + ", the vendors of "
                    + CommonSettings.VENDORS.key());
        }
        Optional<String> name = settings.value(setting).map(VendorRegistry::canonical);
        if (name.isEmpty()) {
            return unnamed(setting, candidates, isDefault);
        }
        return candidates.stream()
                .filter(plugin -> plugin.name().equals(name.get()))
                .findFirst()
                .orElseThrow(
                        () -> setting.invalid("names " + name.get() + ", which is not one of " + names(candidates)));
    }

    /** Without a configured vendor, selects as if all were: the failure then names the first missing setting of the default vendor. */
    private VendorPlugin unnamed(
            Setting<String> setting, List<VendorPlugin> candidates, Predicate<VendorPlugin> isDefault) {
        List<VendorPlugin> configured = candidates.stream()
                .filter(plugin -> plugin.settings().isConfigured(settings))
                .toList();
        List<VendorPlugin> possible = configured.isEmpty() ? candidates : configured;
        Optional<VendorPlugin> preferred = possible.stream().filter(isDefault).findFirst();
        if (preferred.isEmpty() && possible.size() > 1) {
            throw setting.invalid("is missing, and more than one vendor is possible: " + names(possible));
        }
        return preferred.orElseGet(() -> possible.get(0));
    }

    /** Returns the products of a review: those of the settings, else the default product of the seat vendor. */
    public List<Product> products() {
        return settings
                .value(CommonSettings.REVIEW_PRODUCTS)
                .map(codes -> codes.stream().map(ProductCode::new).toList())
                .orElseGet(() -> List.of(defaultProduct()))
                .stream()
                .map(this::inCatalogue)
                .toList();
    }

    /** Rejects a product outside the catalogue, because a review could not determine its tenants and would report nothing. */
    private Product inCatalogue(ProductCode code) {
        VendorPlugin vendor = seats();
        Product product = vendor.catalogue().byCode(code);
        if (product.name() == null) {
            throw CommonSettings.REVIEW_PRODUCTS.invalid(
                    "names " + code + ", which is not in the product catalogue of " + vendor.name());
        }
        return product;
    }

    /** Rejects a review without a product, because it would send no request and find nothing. */
    private ProductCode defaultProduct() {
        VendorPlugin vendor = seats();
        return vendor.defaultProduct()
                .orElseThrow(() -> CommonSettings.REVIEW_PRODUCTS.invalid(
                        "is missing, and " + vendor.name() + " has no default product"));
    }

    /** Returns a text that identifies the account at a vendor, without secrets. */
    public String account(VendorPlugin plugin) {
        return plugin.name() + " " + plugin.settings().account(settings);
    }

    /** Returns the maximum number of rows that a review keeps per customer; empty if it is not set. */
    Optional<Integer> rowsPerCustomer() {
        return settings.value(CommonSettings.REVIEW_ROWS_PER_CUSTOMER);
    }
}
