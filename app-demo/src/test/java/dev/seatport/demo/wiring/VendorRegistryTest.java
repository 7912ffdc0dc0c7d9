package dev.seatport.demo.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsException;
import dev.seatport.demo.config.VendorSettings;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.SkuId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selection of the vendors of a review, with four license vendors. */
class VendorRegistryTest {
    private static final String ACME = "seatport.acme.partner";
    private static final String GLOBEX = "seatport.globex.partner";
    private static final String C3 = "seatport.c3.client-id";

    private static AcmeAndGlobexComponent component(Map<String, String> settings) {
        return DaggerAcmeAndGlobexComponent.factory()
                .create(Settings.ofMap(settings), new VertxLifecycle(), AcmeInMemory.of(List.of()));
    }

    private static VendorRegistry vendors(Map<String, String> settings) {
        return component(settings).vendors();
    }

    @ParameterizedTest
    @CsvSource({
        "'', c3",
        "seatport.c3.client-id, c3",
        "seatport.acme.partner, acme",
        "seatport.globex.partner, globex",
        "seatport.globex.partner seatport.c3.scope, c3",
        "seatport.globex.partner seatport.acme.partner seatport.c3.scope, c3",
    })
    void takesLicensesFromTheDefaultVendorIfItIsConfiguredElseFromTheOnlyConfiguredOne(String set, String vendor) {
        Map<String, String> settings = Arrays.stream(set.split(" ", -1))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toMap(key -> key, key -> "x"));

        assertThat(vendors(settings).licenses().name()).isEqualTo(vendor);
    }

    @ParameterizedTest
    @CsvSource({
        "'', avepoint",
        "seatport.avepoint.api, avepoint",
        "seatport.acme.partner, acme",
        "seatport.acme.partner seatport.avepoint.api, avepoint",
    })
    void takesSeatsByTheSameRule(String set, String vendor) {
        Map<String, String> settings = Arrays.stream(set.split(" ", -1))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toMap(key -> key, key -> "x"));

        assertThat(vendors(settings).seats().name()).isEqualTo(vendor);
    }

    @Test
    void isRequiredToNameTheVendorIfTwoAreConfiguredAndNoneOfThemIsTheDefault() {
        VendorRegistry vendors = vendors(Map.of(ACME, "a", GLOBEX, "g"));

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(vendors::licenses)
                .withMessageContaining("seatport.review.licenses-from is missing, "
                        + "and more than one vendor is possible: acme, globex;");
    }

    @Test
    void prefersTheNamedVendorOverTheConfiguredOnes() {
        assertThat(vendors(Map.of(C3, "x", "seatport.review.licenses-from", "Globex"))
                        .licenses()
                        .name())
                .isEqualTo("globex");
    }

    @Test
    void readsTheSettingsOnlyOfTheVendorsThatAReviewCalls() {
        // The settings of AvePoint and C3 are incomplete.
        AcmeAndGlobexComponent component = component(Map.of(
                C3,
                "x",
                "seatport.avepoint.api",
                "nonsense",
                "seatport.review.seats-from",
                "acme",
                "seatport.review.licenses-from",
                "globex"));

        assertThat(component.review()).isNotNull();
    }

    /** A saved review of one partner must not be resumed for another one. */
    @Test
    void identifiesTheAccountOfEveryVendorByTheVendorsOwnSettings() {
        VendorRegistry one = vendors(Map.of(GLOBEX, "one"));
        VendorRegistry other = vendors(Map.of(GLOBEX, "other"));

        assertThat(one.account(one.licenses()))
                .contains("globex")
                .isNotEqualTo(other.account(other.licenses()))
                .isEqualTo(vendors(Map.of(GLOBEX, "one", ACME, "a")).account(one.licenses()));
    }

    @Test
    void identifiesAVendorWithoutSettingsByItsName() {
        VendorRegistry none = vendors(Map.of());

        assertThat(none.plugins()).extracting(none::account).doesNotHaveDuplicates();
    }

    @Test
    void hasTheFreeSkusOfEachLicenseVendor() {
        SkuId free = new SkuId("free");
        VendorRegistry vendors = new VendorRegistry(
                Settings.none(),
                Set.of(VendorPlugin.builder(new Vendor("acme"), "Acme", VendorSettings.of("acme"))
                        .licenses(
                                () -> {
                                    throw new AssertionError("not used");
                                },
                                Set.of(free))
                        .licensesByDefault()
                        .build()));

        assertThat(vendors.licenses().freeSkus()).containsExactly(free);
        assertThat(plugin("globex").build().freeSkus()).isEmpty();
    }

    @Test
    void rejectsTwoPluginsOfOneNameAndTwoDefaults() {
        VendorPlugin one = plugin("acme").build();
        VendorPlugin other = plugin("acme").build();
        assertThatIllegalStateException()
                .isThrownBy(() -> new VendorRegistry(Settings.none(), Set.of(one, other)))
                .withMessageContaining("one name");
        assertThatIllegalStateException()
                .isThrownBy(() -> new VendorRegistry(
                        Settings.none(),
                        Set.of(
                                plugin("acme").licensesByDefault().build(),
                                plugin("globex").licensesByDefault().build())))
                .withMessageContaining("acme, globex");
    }

    private static VendorPlugin.Builder plugin(String name) {
        return VendorPlugin.builder(new Vendor(name), name, VendorSettings.of(name))
                .licenses(
                        () -> {
                            throw new AssertionError("not used");
                        },
                        Set.of());
    }
}
