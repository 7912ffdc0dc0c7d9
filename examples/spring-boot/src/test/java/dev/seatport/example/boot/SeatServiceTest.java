package dev.seatport.example.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the service with the library versions of Spring Boot and seatport-bom. */
@Timeout(60)
class SeatServiceTest {
    private static final int CUSTOMERS = 5;

    @Test
    void startsReadsBothVendorsAndStops() throws InterruptedException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(CUSTOMERS))) {
            ConfigurableApplicationContext service = SpringApplication.run(SeatService.class, settings(sandbox));
            try (service) {
                Set<String> listed = customers(service, "avePointCustomers");

                assertEquals(
                        sandbox.fleet().customers().stream()
                                .map(customer -> customer.avePointId())
                                .collect(Collectors.toSet()),
                        listed);
                assertFalse(customers(service, "c3Customers").isEmpty());
            }

            assertFalse(service.isActive());
        }
    }

    @Test
    void usesTheSpringBootVersionOfItsModule() {
        assertEquals(System.getProperty("seatport.example.boot"), SpringBootVersion.getVersion());
    }

    private static Set<String> customers(ConfigurableApplicationContext service, String port)
            throws InterruptedException {
        ListingResult<Observed<Customer>> customers =
                Listings.await(service.getBean(port, CustomerDirectory.class).all());
        assertTrue(customers.failure().isEmpty(), () -> String.valueOf(customers.failure()));
        return customers.rows().stream().map(row -> row.value().id().value()).collect(Collectors.toSet());
    }

    private static String[] settings(Sandbox sandbox) {
        return List.of(
                        "--spring.main.banner-mode=off",
                        "--avepoint.url=" + sandbox.avePointBaseUrl(),
                        "--avepoint.token-url=" + sandbox.avePointTokenUrl(),
                        "--avepoint.client-id=" + sandbox.avePointClientId(),
                        "--avepoint.client-secret=" + sandbox.avePointClientSecret(),
                        "--c3.url=" + sandbox.c3BaseUrl(),
                        "--c3.token-url=" + sandbox.c3TokenUrl(),
                        "--c3.client-id=" + sandbox.c3ClientId(),
                        "--c3.client-secret=" + sandbox.c3ClientSecret(),
                        "--c3.resource=" + sandbox.c3Resource())
                .toArray(String[]::new);
    }
}
