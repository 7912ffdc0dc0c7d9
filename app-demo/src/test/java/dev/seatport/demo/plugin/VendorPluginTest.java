package dev.seatport.demo.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.seatport.demo.config.LoginSettings;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.VendorSettings;
import dev.seatport.domain.customer.Vendor;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VendorPluginTest {
    private static final Vendor ACME = new Vendor("acme");
    private static final VendorSettings LOGIN = VendorSettings.of("acme").login(LoginSettings.secret("acme"));

    private static VendorPlugin.Builder plugin(VendorSettings settings) {
        return VendorPlugin.builder(ACME, "Acme", settings)
                .licenses(
                        () -> {
                            throw new AssertionError("not used");
                        },
                        Set.of());
    }

    @Test
    void rejectsTheSettingsOfAnotherVendor() {
        assertThatIllegalStateException()
                .isThrownBy(() -> plugin(VendorSettings.of("globex")).build())
                .withMessage("the settings of acme begin with seatport.globex.");
    }

    /** All accounts would have one identity, and a saved review of one would be resumed for another. */
    @Test
    void rejectsALoginWithoutASettingThatSelectsTheAccount() {
        Setting<String> partner = Setting.text("seatport.acme.partner").required();

        assertThatIllegalStateException()
                .isThrownBy(() -> plugin(LOGIN).build())
                .withMessageContaining("no setting selects the account of acme");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> plugin(VendorSettings.of("acme").others(partner)).build())
                .withMessageContaining("no setting selects the account of acme");
        assertThat(plugin(LOGIN.account(partner)).build().settings().required()).hasSize(2);
    }

    @Test
    void needsNoSettings() {
        assertThat(plugin(VendorSettings.of("acme")).build().name()).isEqualTo("acme");
    }

    @Test
    void rejectsAVendorWithoutSeatsAndLicenses() {
        assertThatIllegalStateException()
                .isThrownBy(() -> VendorPlugin.builder(ACME, "Acme", VendorSettings.of("acme"))
                        .build())
                .withMessageContaining("neither seats nor licenses");
    }
}
