package dev.seatport.demo.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.avepoint.AvePointEnvironment;
import dev.seatport.demo.WiredVendors;
import dev.seatport.demo.config.CommonSettings;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid and invalid settings, and the messages about them. */
class SettingValidationTest {
    private static final String CLIENT_ID = "seatport.avepoint.client-id";

    private static FakeVendors vendors;
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        vendors = FakeVendors.start();
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(1));
    }

    @BeforeEach
    void reset() {
        vendors.reset();
        vendors.customers();
        vendors.c3("[]");
    }

    @AfterAll
    static void stop() {
        vendors.close();
        sandbox.close();
    }

    /** Returns all settings that a listing of a simulated vendor reads. It reads a password only together with a certificate. */
    static Stream<Setting<?>> settingsOfAListing() {
        return Stream.concat(
                        WiredVendors.simulated().stream().flatMap(plugin -> plugin.settings().all().stream()),
                        CommonSettings.ALL.stream())
                .filter(setting -> !isOfReviews(setting)
                        && setting != CommonSettings.CONFIG
                        && !setting.key().contains(".certificate-password"));
    }

    static Stream<Setting<?>> settingsOfAReview() {
        return WiredVendors.settings().filter(SettingValidationTest::isOfReviews);
    }

    private static boolean isOfReviews(Setting<?> setting) {
        return setting.key().startsWith("seatport.review.");
    }

    private static InProcessShell shell() {
        return InProcessShell.with(vendors.settings());
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    @Nested
    class BadSettings {
        @ParameterizedTest
        @CsvSource({
            "seatport.avepoint.client-id, avepoint",
            "seatport.avepoint.client-secret, avepoint",
            "seatport.c3.base-url, c3",
            "seatport.c3.client-id, c3",
            "seatport.c3.client-secret, c3",
            "seatport.c3.resource, c3"
        })
        void thatAreMissingAreNamed(String key, String vendor) {
            assertThat(shell().without(key)
                            .run("customers", "--vendor", vendor)
                            .refused(2)
                            .err())
                    .contains(key + " is missing")
                    .contains("allowed values: ")
                    .contains(variable(key));
            assertThat(vendors.requests()).isEmpty();
        }

        /** A command that calls a vendor reads each of its settings, so that an empty one is not ignored. */
        @ParameterizedTest
        @MethodSource("dev.seatport.demo.cli.SettingValidationTest#settingsOfAListing")
        void thatAreEmptyAreNamed(Setting<?> setting) {
            String vendor = WiredVendors.plugins().stream()
                    .filter(plugin -> plugin.settings().all().contains(setting))
                    .map(VendorPlugin::name)
                    .findFirst()
                    .orElse("avepoint");

            for (String empty : new String[] {"", "   "}) {
                assertThat(SandboxedShell.of(sandbox)
                                .variable(setting.variable(), empty)
                                .run("customers", "--vendor", vendor)
                                .refused(2)
                                .err())
                        .contains(setting.key() + " is set but empty")
                        .contains(setting.allowedValues());
            }
            assertThat(sandbox.requests()).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("dev.seatport.demo.cli.SettingValidationTest#settingsOfAReview")
        void thatOnlyAReviewReadsAreNamed(Setting<?> setting) {
            assertThat(shell().variable(setting.variable(), " ")
                            .run("review")
                            .refused(2)
                            .err())
                    .contains(setting.key() + " is set but empty");
        }

        @ParameterizedTest
        @CsvSource({
            "seatport.avepoint.environment, mars, us-government",
            "seatport.avepoint.api, newest, current or older",
            "seatport.avepoint.base-url, http://example.com, https",
            "seatport.avepoint.base-url, ftp://example.com, https",
            "seatport.avepoint.base-url, graph.example.com, https",
            "seatport.avepoint.base-url, 'https://a b', https",
            "seatport.avepoint.base-url, https://user:CANARY@example.com, https",
            "seatport.avepoint.base-url, https://example.com?key=CANARY, https",
            "seatport.avepoint.base-url, https://example.com#CANARY, https",
            "seatport.avepoint.base-url, http://127.0.0.1:99999, https",
            "seatport.avepoint.base-url, http://127.0.0.1:0, https",
            "seatport.avepoint.token-url, http://example.com/token, https",
            "seatport.avepoint.token-url, http://127.0.0.1.example.com/token, https",
            "seatport.c3.base-url, http://example.com, https",
            "seatport.c3.token-url, https:///token, https",
            "seatport.avepoint.request-timeout, 30, PT30S",
            "seatport.avepoint.request-timeout, 30s, PT30S",
            "seatport.avepoint.request-timeout, PT0S, PT30S",
            "seatport.avepoint.request-timeout, PT-1S, PT30S",
            "seatport.avepoint.request-timeout, P2D, PT24H",
            "seatport.avepoint.request-timeout, PT0.0000001S, PT0.001S",
            "seatport.avepoint.request-timeout, P99999999999999999999D, PT30S",
            "seatport.c3.request-timeout, forever, PT30S",
            "seatport.avepoint.requests-per-second, 0, 0.1 to 10000",
            "seatport.avepoint.requests-per-second, 10001, 0.1 to 10000",
            "seatport.avepoint.requests-per-second, NaN, 0.1 to 10000",
            "seatport.avepoint.requests-per-second, 1E+999999999, 0.1 to 10000",
            "seatport.c3.requests-per-second, forever, 0.1 to 10000"
        })
        void thatAreInvalidAreNamedWithTheAllowedValuesAndWithoutTheirValue(String key, String value, String allowed) {
            String vendor = key.contains(".c3.") ? "c3" : "avepoint";

            assertThat(shell().property(key, value)
                            .run("customers", "--vendor", vendor)
                            .refused(2)
                            .err())
                    .contains(key)
                    .contains(allowed)
                    .contains(variable(key))
                    .doesNotContain("CANARY", "mars", "newest", "forever", "a b");
            assertThat(vendors.requests()).isEmpty();
        }

        @Test
        void ofTheOtherVendorDoNotMatter() {
            shell().without("seatport.c3.base-url").run("customers").fine();
            shell().without(CLIENT_ID).run("customers", "--vendor", "c3").fine();
        }

        @Test
        void ofBothVendorsMatterToAReview() {
            for (String key : new String[] {CLIENT_ID, "seatport.c3.resource"}) {
                assertThat(shell().without(key).run("report").refused(2).err()).contains(key + " is missing");
            }
            assertThat(vendors.requests()).isEmpty();
        }
    }

    @Nested
    class GoodSettings {
        @ParameterizedTest
        @CsvSource({
            "commercial, COMMERCIAL",
            "us-government, US_GOVERNMENT",
            "US-Government, US_GOVERNMENT",
            "aos2, AOS2",
            "fedramp, FEDRAMP"
        })
        void nameAnEnvironmentOfAvePoint(String value, AvePointEnvironment expected) {
            assertThat(Settings.ofMap(Map.of("seatport.avepoint.environment", value))
                            .value(Setting.choice("seatport.avepoint.environment", AvePointEnvironment.class)))
                    .contains(expected);
            shell().property("seatport.avepoint.environment", value)
                    .run("customers")
                    .fine();
        }

        @ParameterizedTest
        @ValueSource(strings = {"PT30S", "PT0.001S", "PT24H", "pt5m"})
        void nameADuration(String value) {
            assertThat(Settings.ofMap(Map.of("seatport.c3.request-timeout", value))
                            .value(Setting.duration("seatport.c3.request-timeout")))
                    .isPresent();
        }

        @Test
        void limitTheDurationOfACall() {
            vendors.respond(aResponse().withFixedDelay(5_000).withBody("{}"));

            assertThat(shell().property("seatport.avepoint.request-timeout", "PT0.2S")
                            .run("customer", "x")
                            .refused(3)
                            .err())
                    .contains("avepoint customer: TIMED_OUT: ");
        }

        @Test
        void chooseTheOlderApi() {
            vendors.respond(200, "{\"value\":[" + FakeVendors.customer("a", "A") + "]}");

            assertThat(shell().property("seatport.avepoint.api", "Older")
                            .run("customers", "--format", "json")
                            .fine()
                            .json())
                    .hasSize(1);
            assertThat(vendors.calls()).hasSize(1);
            assertThat(vendors.calls().get(0).getUrl()).isEqualTo("/avepoint/partner/customers");
        }

        @Test
        void mayBeAnAddressWithASlashAtItsEnd() {
            String base = vendors.settings().get("seatport.avepoint.base-url");

            shell().property("seatport.avepoint.base-url", " " + base + "/ ")
                    .run("customers")
                    .fine();

            assertThat(vendors.calls()).allMatch(FakeVendors::listsCustomers).hasSize(1);
        }
    }
}
