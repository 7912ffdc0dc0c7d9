package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.demo.WiredVendors;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Selection of vendors by settings and options. */
class VendorChoiceTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(5));
    }

    @BeforeEach
    void forget() {
        sandbox.clearRequests();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /** Creates a shell with the settings of one vendor only. */
    private static InProcessShell only(String vendor) {
        Map<String, String> settings = new TreeMap<>(SandboxedShell.settings(sandbox));
        settings.keySet().removeIf(key -> !key.startsWith("seatport." + vendor + "."));
        return InProcessShell.with(settings);
    }

    @Test
    void oneVendorIsEnough() {
        assertThat(only("avepoint").run("customers", "--format", "json").fine().json())
                .hasSize(5);
        only("c3").run("customers", "--vendor", "c3", "--format", "json").fine();
    }

    @Test
    void aVendorOutsideTheSettingIsUnknown() {
        InProcessShell inProcessShell = only("avepoint").property("seatport.vendors", "avepoint");

        inProcessShell.run("customers").fine();
        assertThat(inProcessShell.run("customers", "--vendor", "c3").refused(2).err())
                .contains("unknown vendor 'c3'; allowed values: avepoint");
        assertThat(inProcessShell.run("review").refused(2).err())
                .contains(
                        "seatport.review.licenses-from has no possible vendor among avepoint, the vendors of seatport.vendors");
    }

    @Test
    void anUnknownNameIsRejectedWithTheAllowedOnes() {
        InProcessShell inProcessShell = SandboxedShell.of(sandbox);

        assertThat(inProcessShell
                        .property("seatport.review.seats-from", "globex")
                        .run("review")
                        .refused(2)
                        .err())
                .contains("seatport.review.seats-from names globex, which is not one of "
                        + WiredVendors.names(VendorPlugin::hasSeats) + ";");
        assertThat(inProcessShell
                        .property("seatport.review.licenses-from", "avepoint")
                        .run("review")
                        .refused(2)
                        .err())
                .contains("seatport.review.licenses-from names avepoint, which is not one of "
                        + WiredVendors.names(VendorPlugin::hasLicenses) + ";");
        assertThat(inProcessShell
                        .property("seatport.vendors", "avepoint,globex")
                        .run("review")
                        .refused(2)
                        .err())
                .contains("seatport.vendors names globex, which is not one of " + WiredVendors.names() + ";");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void theLicensesOfAnOptionAreThoseOfItsVendor() {
        InProcessShell shell = SandboxedShell.of(sandbox);
        SimulatedCustomer customer = sandbox.fleet().customer(0);
        String tenant = customer.accounts().get(0).tenantId();
        assertThat(WiredVendors.simulated())
                .filteredOn(VendorPlugin::hasLicenses)
                .allSatisfy(plugin -> {
                    sandbox.clearRequests();
                    shell.run(
                                    "licenses",
                                    idAt(plugin, customer, tenant),
                                    tenant,
                                    "--vendor",
                                    plugin.name().toUpperCase(Locale.ROOT))
                            .fine();
                    assertThat(sandbox.requests())
                            .isNotEmpty()
                            .allSatisfy(request -> assertThat(request.path()).startsWith("/" + plugin.name()));
                });
    }

    @Test
    void theProductsOfAnOptionAreThoseOfItsVendor() {
        InProcessShell bare = InProcessShell.bare();
        assertThat(WiredVendors.plugins()).filteredOn(VendorPlugin::hasSeats).allSatisfy(plugin -> {
            JsonNode products = bare.run("products", "--vendor", plugin.name(), "--format", "json")
                    .fine()
                    .json();
            assertThat(products)
                    .extracting(row -> row.path("productCode").asText())
                    .containsExactlyElementsOf(plugin.catalogue().products().stream()
                            .map(product -> product.code().value())
                            .toList());
        });
    }

    @Test
    void aVendorWithoutProductsIsRejectedWithTheAllowedOnes() {
        assertThat(InProcessShell.bare()
                        .run("products", "--vendor", "c3")
                        .refused(2)
                        .err())
                .contains("unknown vendor 'c3'; allowed values: " + WiredVendors.names(VendorPlugin::hasSeats));
    }

    /** Returns the customer's id in the tenant: some vendors have one customer per tenant. */
    private static String idAt(VendorPlugin plugin, SimulatedCustomer customer, String tenant) {
        List<String> ids = plugin.simulation().orElseThrow().customerIds(customer);
        return ids.contains(tenant) ? tenant : ids.get(0);
    }

    @Test
    void aVendorWithoutLicensesIsRejectedWithTheAllowedOnes() {
        for (String vendor : List.of("avepoint", "globex", "")) {
            assertThat(SandboxedShell.of(sandbox)
                            .run("licenses", "customer", "tenant", "--vendor", vendor)
                            .refused(2)
                            .err())
                    .contains("unknown vendor '" + vendor + "'; allowed values: "
                            + WiredVendors.names(VendorPlugin::hasLicenses));
            assertThat(SandboxedShell.of(sandbox)
                            .run("demo", "--licenses-from", vendor)
                            .refused(2)
                            .err())
                    .contains("unknown vendor '" + vendor + "'; allowed values: ");
        }
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void theHelpListsTheWiredVendors() {
        String all = WiredVendors.names().replace(", ", " or ");
        String ofLicenses = WiredVendors.names(VendorPlugin::hasLicenses).replace(", ", " or ");

        assertThat(InProcessShell.bare().run("customers", "--help").fine().out())
                .contains(all + " (default: ");
        assertThat(InProcessShell.bare().run("licenses", "--help").fine().out()).contains(ofLicenses + " (default: ");
    }
}
