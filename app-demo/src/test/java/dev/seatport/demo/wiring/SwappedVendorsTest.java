package dev.seatport.demo.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.SettingsException;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.ports.listing.Listings;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A further vendor replaces one or both vendors of a review by its own Dagger module and settings. */
@Tag("slow")
class SwappedVendorsTest {
    private static final String SEATS = "seatport.review.seats-from";
    private static final String LICENSES = "seatport.review.licenses-from";
    private static final String VENDORS = "seatport.vendors";

    private final VertxLifecycle vertx = new VertxLifecycle();
    private Sandbox sandbox;
    private AcmeComponent component;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(12));
        component = component(Map.of());
    }

    @AfterEach
    void closeAll() throws Exception {
        vertx.close();
        sandbox.close();
    }

    private AcmeComponent component(Map<String, String> settings) {
        List<String> tenants = sandbox.fleet().customers().stream()
                .flatMap(customer -> customer.accounts().stream())
                .filter(account -> account.deletedOn() == null)
                .map(SimulatedC3Customer::tenantId)
                .toList();
        return DaggerAcmeComponent.factory().create(Settings.ofMap(settings), vertx, AcmeInMemory.of(tenants));
    }

    private void wire(Map<String, String> settings) {
        component = component(settings);
    }

    private void wireAll(String seats, String licenses) {
        Map<String, String> settings = new HashMap<>(Map.of(SEATS, seats, LICENSES, licenses));
        for (VendorPlugin plugin : component.vendors().plugins()) {
            plugin.simulation()
                    .ifPresent(simulation -> simulation
                            .settings(sandbox)
                            .forEach((setting, value) -> settings.put(setting.key(), value)));
        }
        wire(settings);
    }

    private List<ReviewEvent> review() throws InterruptedException {
        ReviewRequest request = ReviewRequest.of(component.vendors().products()).build();
        return Listings.<ReviewEvent>await(component.review().review(request)).rows();
    }

    private static List<CustomerPosition> positions(List<ReviewEvent> events) {
        return events.stream()
                .filter(ReviewEvent.Reviewed.class::isInstance)
                .map(event -> ((ReviewEvent.Reviewed) event).customer().position())
                .toList();
    }

    private List<String> requestPaths(String vendor) {
        return sandbox.requests().stream()
                .map(request -> request.path())
                .filter(path -> path.startsWith("/" + vendor))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"avepoint, c3", "acme, c3", "avepoint, acme", "acme, acme"})
    void reviewsTheSeatsOfOneVendorWithTheLicensesOfAnother(String seats, String licenses) throws Exception {
        wireAll(seats, licenses);

        List<ReviewEvent> events = review();

        assertThat(events.get(events.size() - 1))
                .isInstanceOfSatisfying(
                        ReviewEvent.Finished.class,
                        finished -> assertThat(finished.completeness().whole()).isTrue());
        assertThat(positions(events)).hasSizeGreaterThanOrEqualTo(10).allSatisfy(position -> {
            assertThat(position.customer().value().id().vendor()).isEqualTo(new Vendor(seats));
            assertThat(position.licenseVendor()).isEqualTo(new Vendor(licenses));
            assertThat(position.licenses())
                    .allSatisfy(
                            row -> assertThat(row.value().customer().vendor()).isEqualTo(new Vendor(licenses)));
        });
        assertThat(positions(events)).anySatisfy(position -> {
            assertThat(position.tenantSeats()).isNotEmpty();
            assertThat(position.productSeats()).isNotEmpty();
            assertThat(position.licenses()).isNotEmpty();
        });
        assertThat(requestPaths("avepoint").isEmpty()).isEqualTo(!seats.equals("avepoint"));
        assertThat(requestPaths("c3").isEmpty()).isEqualTo(!licenses.equals("c3"));
    }

    @Test
    void isNotSelectedByDefault() {
        assertThat(component.vendors().enabled())
                .extracting(VendorPlugin::name)
                .containsExactly("acme", "avepoint", "c3", "graph");
        assertThat(component.vendors().seats().name()).isEqualTo("avepoint");
        assertThat(component.vendors().licenses().name()).isEqualTo("c3");
    }

    @Test
    void isSelectedIfItIsTheOnlyVendor() {
        wire(Map.of(VENDORS, "acme"));

        assertThat(component.vendors().seats().name()).isEqualTo("acme");
        assertThat(component.vendors().licenses().name()).isEqualTo("acme");
        assertThat(component.vendors().products()).containsExactly(AcmeInMemory.BACKUP);
    }

    @ParameterizedTest
    @CsvSource({
        "seatport.review.seats-from, globex, 'acme, avepoint'",
        "seatport.review.seats-from, c3, 'acme, avepoint'",
        "seatport.review.licenses-from, avepoint, 'acme, c3, graph'",
    })
    void rejectsAVendorWithoutTheRequiredPorts(String setting, String name, String candidates) {
        wire(Map.of(setting, name));

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> component.review())
                .withMessageContaining(setting + " names " + name + ", which is not one of " + candidates + ";");
    }

    @Test
    void rejectsAnUnknownNameInTheListOfVendors() {
        wire(Map.of(VENDORS, "acme,globex"));

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> component.vendors().enabled())
                .withMessageContaining("seatport.vendors names globex, which is not one of acme, avepoint, c3, graph;");
    }

    @Test
    void rejectsAVendorOutsideTheListOfVendors() {
        wire(Map.of(VENDORS, "avepoint,acme", LICENSES, "c3"));

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> component.review())
                .withMessageContaining(LICENSES + " names c3, which is not one of acme;");
    }
}
