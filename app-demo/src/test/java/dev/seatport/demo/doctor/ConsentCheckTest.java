package dev.seatport.demo.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.VendorSettings;
import dev.seatport.demo.doctor.CheckResult.Status;
import dev.seatport.demo.doctor.Doctor.OverallStatus;
import dev.seatport.demo.plugin.HealthCheckTarget;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.TokenMetadata;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.fake.InMemoryCustomerDirectory;
import dev.seatport.testkit.fake.InMemoryLicenseConsumptionSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Check of each customer's consent. The customers are numbered from 1. */
class ConsentCheckTest {
    private static final Vendor ACME = new Vendor("acme");
    private static final Setting<String> CLIENT_ID = Setting.credential("seatport.acme.client-id");
    private static final TokenMetadata TOKEN = new TokenMetadata(null, Duration.ofHours(1), null, null);

    private final InMemoryCustomerDirectory customers = new InMemoryCustomerDirectory(ACME);
    private final Map<Integer, FailureKind> failures = new HashMap<>();
    private final List<CheckResult> consents = new ArrayList<>();
    private int requested;

    private OverallStatus check(int count) throws Exception {
        for (int number = 1; number <= count; number++) {
            customers.with(Customer.builder(new CustomerId(ACME, "c-" + number))
                    .organization("Customer " + number)
                    .build());
        }
        VendorPlugin plugin = VendorPlugin.builder(
                        ACME, "Acme", VendorSettings.of("acme").account(CLIENT_ID))
                .licenses(
                        () -> new LicenseVendorPorts(ACME, customers, new InMemoryLicenseConsumptionSource(ACME)),
                        Set.of())
                .healthChecks(this::target)
                .build();
        return new Doctor(Settings.ofMap(Map.of(CLIENT_ID.key(), "id")), InstantSource.system(), System::nanoTime)
                .checkAll(List.of(plugin), check -> {
                    if (check.name().equals("consent")) {
                        consents.add(check);
                    }
                });
    }

    private HealthCheckTarget target() {
        return new HealthCheckTarget(
                List.of(new VendorOperation(ACME, "customers", null)),
                operation -> CompletableFuture.completedFuture(TOKEN),
                customers,
                customer -> true,
                List.of(),
                null,
                null,
                new HealthCheckTarget.ConsentProbe(this::token, "give the consent", "remove the contract"));
    }

    private CompletionStage<TokenMetadata> token(Customer customer) {
        requested++;
        FailureKind kind = failures.get(Integer.valueOf(customer.id().value().substring(2)));
        return kind == null ? CompletableFuture.completedFuture(TOKEN) : CompletableFuture.failedFuture(failure(kind));
    }

    private static VendorException failure(FailureKind kind) {
        return VendorException.builder(kind, ACME, "customers", "planted").build();
    }

    private CheckResult last() {
        return consents.get(consents.size() - 1);
    }

    @Test
    void passesIfAllCustomersGaveIt() throws Exception {
        assertThat(check(20)).isEqualTo(OverallStatus.HEALTHY);

        assertThat(consents)
                .containsExactly(CheckResult.ok("acme", "consent", "20 of 20 customers gave consent", null));
    }

    @Test
    void failsIfNoCustomerGaveIt() throws Exception {
        for (int number = 1; number <= 4; number++) {
            failures.put(number, FailureKind.PERMISSION_DENIED);
        }

        assertThat(check(4)).isEqualTo(OverallStatus.UNHEALTHY);

        assertThat(consents).hasSize(5);
        assertThat(last())
                .isEqualTo(CheckResult.failed(
                        "acme",
                        "consent",
                        "0 of 4 customers gave consent",
                        "check that seatport.acme.client-id is the app registration that the customers consented to"));
    }

    @Test
    void advisesOnACustomerWithoutItAndOnOneThatIsNotFound() throws Exception {
        failures.put(2, FailureKind.PERMISSION_DENIED);
        failures.put(3, FailureKind.NOT_FOUND);

        assertThat(check(3)).isEqualTo(OverallStatus.HEALTHY);

        assertThat(consents)
                .containsExactly(
                        CheckResult.warn(
                                "acme", "consent", "Customer 2 (c-2): PERMISSION_DENIED: planted", "give the consent"),
                        CheckResult.warn(
                                "acme", "consent", "Customer 3 (c-3): NOT_FOUND: planted", "remove the contract"),
                        CheckResult.ok("acme", "consent", "1 of 3 customers gave consent", null));
    }

    @Test
    void namesTheCustomerOfAFailureAndContinues() throws Exception {
        for (int number : List.of(2, 3, 5, 6, 8)) {
            failures.put(number, FailureKind.UNAVAILABLE);
        }
        failures.put(4, FailureKind.PERMISSION_DENIED);

        assertThat(check(40)).isEqualTo(OverallStatus.UNHEALTHY);

        assertThat(consents).filteredOn(row -> row.status() == Status.FAILED).hasSize(5);
        assertThat(consents.get(0).what()).isEqualTo("Customer 2 (c-2): UNAVAILABLE: planted");
        assertThat(consents.get(0).advice()).contains("seatport.proxy");
        assertThat(last().status()).isEqualTo(Status.WARN);
        assertThat(last().what()).isEqualTo("34 of 40 customers gave consent, and the check of 5 failed");
    }

    @Test
    void stopsAfterThreeFailuresInARowAndCountsTheRequestedTokens() throws Exception {
        for (int number = 2; number <= 1000; number++) {
            failures.put(number, FailureKind.TIMED_OUT);
        }
        failures.put(6, FailureKind.PERMISSION_DENIED);

        assertThat(check(1000)).isEqualTo(OverallStatus.UNHEALTHY);

        assertThat(requested).isBetween(16, 20);
        assertThat(consents)
                .extracting(CheckResult::what)
                .containsExactly(
                        "Customer 2 (c-2): TIMED_OUT: planted",
                        "Customer 3 (c-3): TIMED_OUT: planted",
                        "Customer 4 (c-4): TIMED_OUT: planted",
                        "Customer 6 (c-6): PERMISSION_DENIED: planted",
                        "stopped after 3 failures in a row: 1 of " + requested
                                + " customers gave consent, and the check of " + (requested - 2) + " failed");
        assertThat(last().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void reportsTheRequestedTokensIfTheListingFails() throws Exception {
        failures.put(3, FailureKind.PERMISSION_DENIED);
        customers.failListing(5, failure(FailureKind.UNAVAILABLE));

        assertThat(check(5)).isEqualTo(OverallStatus.UNHEALTHY);

        assertThat(consents)
                .extracting(CheckResult::what)
                .containsExactly(
                        "Customer 3 (c-3): PERMISSION_DENIED: planted",
                        "UNAVAILABLE: planted; until then, 4 of 5 customers gave consent");
        assertThat(last().status()).isEqualTo(Status.FAILED);
    }
}
