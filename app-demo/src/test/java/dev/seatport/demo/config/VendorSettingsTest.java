package dev.seatport.demo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VendorSettingsTest {
    private static final Setting<String> PARTNER =
            Setting.text("seatport.acme.partner").required();
    private static final Setting<String> REGION = Setting.text("seatport.acme.region");

    private final VendorSettings acme = VendorSettings.of("acme")
            .account(PARTNER, REGION)
            .login(LoginSettings.secretOrCertificate("acme"))
            .limits(LimitSettings.of("acme"));

    private String account(Map<String, String> values) {
        return acme.account(Settings.ofMap(values));
    }

    @Test
    void identifyTheAccountByTheSettingsThatSelectIt() {
        assertThat(account(Map.of("seatport.acme.partner", "a")))
                .isNotEqualTo(account(Map.of("seatport.acme.partner", "b")))
                .isNotEqualTo(account(Map.of("seatport.acme.partner", "a", "seatport.acme.region", "eu")))
                .isEqualTo(account(Map.of("seatport.acme.partner", "a", "seatport.acme.request-timeout", "PT5S")));
    }

    @Test
    void identifyNoAccountByTheTextOfAnother() {
        assertThat(account(Map.of("seatport.acme.partner", "a seatport.acme.region=2:eu")))
                .isNotEqualTo(account(Map.of("seatport.acme.partner", "a", "seatport.acme.region", "eu")));
    }

    @Test
    void identifyTheAccountWithoutASecret() {
        assertThat(account(Map.of("seatport.acme.partner", "a", "seatport.acme.client-secret", "CANARY")))
                .doesNotContain("CANARY");
    }

    @Test
    void areConfiguredIfAnyOfThemIsSet() {
        assertThat(acme.isConfigured(Settings.ofMap(Map.of("seatport.globex.partner", "a"))))
                .isFalse();
        assertThat(acme.isConfigured(Settings.ofMap(Map.of("seatport.acme.certificate", "a"))))
                .isTrue();
    }

    @Test
    void areCheckedOneByOne() {
        assertThat(acme.problems(
                        Settings.ofMap(Map.of("seatport.acme.region", " ", "seatport.acme.request-timeout", "never"))))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).startsWith("seatport.acme.partner is missing"),
                        problem -> assertThat(problem).startsWith("seatport.acme.region is set but empty"),
                        problem -> assertThat(problem).startsWith("seatport.acme.request-timeout is not a duration"),
                        problem -> assertThat(problem).startsWith("seatport.acme.client-secret is missing"));
        assertThat(acme.required())
                .containsExactly("seatport.acme.partner", "seatport.acme.client-secret (or a file or certificate)");
    }

    @Test
    void areDeclaredOnceAndUnderTheNameOfTheirVendor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> acme.others(REGION))
                .withMessageContaining("declared twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> acme.others(Setting.text("seatport.globex.region")))
                .withMessageContaining("does not begin with seatport.acme.");
    }
}
