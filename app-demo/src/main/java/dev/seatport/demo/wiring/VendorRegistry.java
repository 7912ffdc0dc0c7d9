package dev.seatport.demo.wiring;

import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.demo.config.CommonSettings;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsException;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.domain.license.SkuId;
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
    /** The value of {@code seatport.review.licenses-from} for a review without licenses. */
    public static final String NO_LICENSES = "none";

    private final Settings settings;
    private final List<VendorPlugin> plugins;

    /**
     * Creates a registry.
     *
     * @throws IllegalStateException if two plugins have one name, if one is named {@code none}, or if two are the default for seats
     *     or for licenses
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
        if (this.plugins.stream().anyMatch(plugin -> plugin.name().equals(NO_LICENSES))) {
            throw new IllegalStateException("no plugin may be named " + NO_LICENSES);
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
     * @throws SettingsException if no vendor can be selected, or if the settings select {@code none}
     */
    public VendorPlugin licenses() {
        return licensesOfReview()
                .orElseThrow(() -> CommonSettings.REVIEW_LICENSES_FROM.invalid(
                        "is " + NO_LICENSES + ", so no vendor of licenses is selected"));
    }

    /**
     * Returns the license vendor of a review.
     *
     * @return empty if the settings select {@code none}
     * @throws SettingsException if no vendor can be selected
     */
    public Optional<VendorPlugin> licensesOfReview() {
        Optional<String> name =
                settings.value(CommonSettings.REVIEW_LICENSES_FROM).map(VendorRegistry::canonical);
        return name.filter(NO_LICENSES::equals).isPresent()
                ? Optional.empty()
                : Optional.of(selected(
                        CommonSettings.REVIEW_LICENSES_FROM,
                        VendorPlugin::hasLicenses,
                        VendorPlugin::isDefaultForLicenses));
    }

    /**
     * Returns the ports of the license vendor.
     *
     * @return empty if the settings select {@code none}
     * @throws SettingsException if no vendor can be selected, or if its settings cannot be used
     */
    Optional<LicenseVendorPorts> licensePorts() {
        return licensesOfReview().map(plugin -> {
            try {
                return plugin.licensePorts();
            } catch (SettingsException e) {
                throw plugin.settings().isConfigured(settings)
                        ? e
                        : new SettingsException(e.getMessage() + "; for a review without licenses set "
                                + CommonSettings.REVIEW_LICENSES_FROM.key() + "=" + NO_LICENSES);
            }
        });
    }

    /** Returns the SKUs that cost nothing unless a policy has another list; empty for a review without licenses. */
    public Set<SkuId> freeSkus() {
        return licensesOfReview().map(VendorPlugin::freeSkus).orElse(Set.of());
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

    /** Returns a text that identifies the account at the license vendor, without secrets. */
    public String licenseAccount() {
        return licensesOfReview().map(this::account).orElse(NO_LICENSES);
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
