package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.GENERAL;
import static dev.seatport.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.fleet.FleetCalendar;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedFleet;
import dev.seatport.sandbox.fleet.SimulatedGraphTenant;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxCalendarTest {
    private static final FleetCalendar CALENDAR = FleetCalendar.endingOn(LocalDate.of(2026, 12, 1));
    private static final int LEAVING = 81;

    private Sandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCalendar(CALENDAR));
        client = new SandboxClient(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private JsonNode avePointCustomers() {
        return json(client.avePointPost(GENERAL + "/batch?pageSize=100", "{}"));
    }

    private JsonNode c3Customers() {
        return json(client.c3Get("/api/activecustomers/details/")).path("Data");
    }

    private JsonNode contracts() {
        return json(client.graphGet(sandbox.graphPartnerTenant(), "/v1.0/contracts"))
                .path("value");
    }

    private static List<String> texts(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(field).asText())
                .toList();
    }

    @Test
    void startsWithTheFleetOfASandboxWithoutACalendar() {
        assertThat(sandbox.day()).contains(CALENDAR.lastDay());
        assertThat(sandbox.fleet().customers())
                .isEqualTo(SimulatedFleet.generate(40, 2026).customers());
    }

    @Test
    void rejectsADayWithoutACalendarOrOutsideOfIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.day(CALENDAR.lastDay().plusDays(1)))
                .withMessageContaining("2026-09-01 to 2026-12-01");
        assertThat(sandbox.day()).contains(CALENDAR.lastDay());
        try (Sandbox other = Sandbox.start(SandboxOptions.defaults().withCustomers(1))) {
            assertThat(other.day()).isEmpty();
            assertThatIllegalStateException()
                    .isThrownBy(() -> other.day(CALENDAR.lastDay()))
                    .withMessageContaining("SandboxOptions.withCalendar");
        }
    }

    @Test
    void listsTheCustomersOfTheDayAtAllVendors() {
        for (LocalDate day : List.of(CALENDAR.firstDay(), CALENDAR.narrowedDay(), CALENDAR.lastDay())) {
            SimulatedFleet fleet = sandbox.day(day).fleet();
            JsonNode page = avePointCustomers();
            assertThat(page.path("metadata").path("totalCount").asInt())
                    .isEqualTo(fleet.avePointCustomers().size());
            List<String> ids = fleet.avePointCustomers().stream()
                    .map(SimulatedCustomer::avePointId)
                    .toList();
            assertThat(texts(page.path("data"), "id")).isEqualTo(ids);
            assertThat(texts(json(client.avePointGet("/partner/customers")).path("value"), "id"))
                    .isEqualTo(ids);
            assertThat(texts(c3Customers(), "TenantId"))
                    .isEqualTo(fleet.customers().stream()
                            .flatMap(customer -> customer.accounts().stream())
                            .map(SimulatedC3Customer::tenantId)
                            .toList());
            assertThat(texts(contracts(), "customerId").stream().distinct())
                    .containsExactlyElementsOf(fleet.customers().stream()
                            .flatMap(customer -> customer.graphTenants().stream())
                            .map(SimulatedGraphTenant::tenantId)
                            .toList());
        }
    }

    @Test
    void servesSeatsAndLicensesOfTheDay() {
        for (LocalDate day : List.of(CALENDAR.firstDay(), CALENDAR.lastDay())) {
            SimulatedCustomer customer = sandbox.day(day).fleet().customer(1);
            SimulatedC3Customer account = customer.accounts().get(0);
            JsonNode seats = json(client.seats(customer.avePointId(), 0, "", "{}"));
            assertThat(seats.path("data").get(0).path("assignedUserSeat").asLong())
                    .isEqualTo(customer.tenants().get(0).assignedSeats());
            assertThat(json(client.product(customer.avePointId(), 2048))
                            .path("purchasedUserSeat")
                            .asLong())
                    .isEqualTo(customer.purchasedByProduct().get(2048));
            JsonNode units = json(client.licenses(account.c3CustomerId(), account.tenantId()))
                    .path("Data");
            JsonNode skus = json(client.graphGet(account.tenantId(), "/v1.0/subscribedSkus"))
                    .path("value");
            assertThat(units).hasSize(account.licenses().size());
            assertThat(texts(skus, "skuId")).isEqualTo(texts(units, "ProductSkuId"));
            assertThat(texts(skus, "consumedUnits")).isEqualTo(texts(units, "ConsumedUnits"));
        }
    }

    @Test
    void refusesACustomerThatLeft() {
        SimulatedCustomer customer = sandbox.day(CALENDAR.firstDay()).fleet().customer(LEAVING);
        String tenant = customer.tenants().get(0).id();
        String token = client.graphToken(tenant);
        sandbox.day(CALENDAR.lastDay());
        String c3Id = Objects.requireNonNull(customer.c3CustomerId());
        assertThat(client.seats(customer.avePointId(), 0, "", "{}").statusCode())
                .isEqualTo(404);
        assertThat(client.licenses(c3Id, tenant).statusCode()).isEqualTo(400);
        assertThat(client.graphTokenRequest(tenant, client.graphForm()).statusCode())
                .isEqualTo(400);
        assertThat(client.send("GET", sandbox.graphBaseUrl() + "/v1.0/subscribedSkus", token, null)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void keepsTheDayOfAListingThatIsInProgress() throws IOException, InterruptedException {
        SandboxOptions options = SandboxOptions.defaults().withCustomers(20_000).withCalendar(CALENDAR);
        try (Sandbox large = Sandbox.start(options)) {
            SandboxClient other = new SandboxClient(large);
            String appearing =
                    Objects.requireNonNull(large.fleet().customer(19_997).c3CustomerId());
            large.day(CALENDAR.lastDay().minusDays(60));
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(large.c3BaseUrl() + "/api/activecustomers/details/"))
                    .header("Authorization", "Bearer " + other.c3Token())
                    .build();
            HttpResponse<InputStream> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
            // The last rows are generated after the move, because the listing does not fit into the buffers.
            large.day(CALENDAR.lastDay());
            try (InputStream body = response.body()) {
                String listing = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(listing).endsWith("}").doesNotContain(appearing);
            }
            assertThat(other.c3Get("/api/activecustomers/details/").body()).contains(appearing);
        }
    }

    @Test
    void canBreakAListingOffAndFailSomeCustomersOnADay() {
        SimulatedCustomer failing = sandbox.fleet().customer(9);
        sandbox.quirks(VendorQuirks.none().withMaxPageSize(10))
                .faults(FaultPlan.parse("503:vendor=avepoint,path=customers,page=3,retry-after=300; "
                        + "503:path=licenses,retry-after=300,customer="
                        + failing.c3CustomerId()));
        assertThat(client.avePointPost(GENERAL + "/batch?pageSize=10&pageIndex=2", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.avePointPost(GENERAL + "/batch?pageSize=10&pageIndex=3", "{}")
                        .statusCode())
                .isEqualTo(503);
        assertThat(client.licenses(
                                Objects.requireNonNull(failing.c3CustomerId()),
                                failing.accounts().get(0).tenantId())
                        .statusCode())
                .isEqualTo(503);
    }
}
