package dev.seatport.example.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.avepoint.AvePoint;
import dev.seatport.c3.C3;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.json.SeatportJson;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.SandboxVendorName;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedLicense;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringBootVersion;

/** Requests to the service over HTTP, with the library versions of Spring Boot and seatport-bom. */
@Timeout(60)
class SeatServiceTest {
    private static Sandbox sandbox;
    private static RunningService service;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        service = RunningService.start(sandbox);
    }

    @AfterAll
    static void stop() {
        service.close();
        sandbox.close();
    }

    @AfterEach
    void endFaults() {
        sandbox.faults(FaultPlan.none());
    }

    private static SimulatedCustomer customer() {
        return sandbox.fleet().customers().get(0);
    }

    private static HttpResponse<byte[]> getReview(String customerId) throws IOException, InterruptedException {
        return service.get("/customers/" + customerId + "/review");
    }

    private static void refuse(SandboxVendorName vendor) {
        sandbox.faults(
                FaultPlan.none().with(Fault.status(503).at(RequestMatcher.all().ofVendor(vendor))));
    }

    private static ReviewReport report(HttpResponse<byte[]> response) throws IOException {
        return SeatportJson.read(response.body(), ReviewReport.class);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }

    private static void assertMissing(HttpResponse<byte[]> response, Vendor vendor, FailureKind kind)
            throws IOException {
        assertThat(report(response).gaps()).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.vendor()).isEqualTo(vendor);
            assertThat(gap.kind()).isEqualTo(kind);
        });
    }

    @Test
    void usesTheSpringBootVersionOfItsModule() {
        assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("seatport.example.boot"));
    }

    @Test
    void sendsTheReviewOfOneCustomer() throws Exception {
        HttpResponse<byte[]> response = getReview(customer().avePointId());

        assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        ReviewReport report = report(response);
        assertThat(report.gaps()).isEmpty();
        CustomerReview review = report.customer();
        assertThat(review.position().customer().value().organization())
                .hasValue(customer().organization());
        assertThat(review.position().licenses())
                .extracting(license -> license.value().sku().value())
                .containsExactlyInAnyOrderElementsOf(customer().accounts().stream()
                        .flatMap(account -> account.licenses().stream())
                        .map(SimulatedLicense::skuId)
                        .toList());
        assertThat(review.review().coverage()).isNotEmpty();
        assertThat(SeatportJson.write(report)).isEqualTo(response.body());
    }

    @Test
    void listsTheCustomersOfTheLicenseVendorOnceForAllReviews() throws Exception {
        String listedAt = report(getReview(customer().avePointId())).licenseCustomersListedAt();
        sandbox.resetStatistics();

        ReviewReport again = report(getReview(customer().avePointId()));

        assertThat(again.licenseCustomersListedAt()).isEqualTo(listedAt).isNotNull();
        assertThat(sandbox.statistics().of(RequestKind.CUSTOMERS).received())
                .as("the seat vendor's lookup of the customer")
                .isEqualTo(1);
    }

    @Test
    void respondsWith404ToAnUnknownCustomer() throws Exception {
        HttpResponse<byte[]> response = getReview(UUID.randomUUID().toString());

        assertThat(response.statusCode()).isEqualTo(404);
        assertMissing(response, AvePoint.VENDOR, FailureKind.NOT_FOUND);
    }

    @Test
    void respondsWith503AndTheGapsIfTheLicenseVendorIsDown() throws Exception {
        refuse(SandboxVendorName.C3);

        HttpResponse<byte[]> response = getReview(customer().avePointId());

        assertThat(response.statusCode()).isEqualTo(503);
        assertMissing(response, C3.VENDOR, FailureKind.UNAVAILABLE);
        assertThat(text(service.get("/health"))).contains("\"c3\":\"DOWN\"");
    }

    @Test
    void respondsWith503AndTheGapIfTheSeatVendorIsDown() throws Exception {
        refuse(SandboxVendorName.AVEPOINT);

        HttpResponse<byte[]> response = getReview(customer().avePointId());

        assertThat(response.statusCode()).isEqualTo(503);
        assertMissing(response, AvePoint.VENDOR, FailureKind.UNAVAILABLE);
        assertThat(text(service.get("/health"))).contains("\"avepoint\":\"DOWN\"");
    }

    @Test
    void isHealthyAndNamesTheStateOfEachVendor() throws Exception {
        getReview(customer().avePointId());

        HttpResponse<byte[]> response = service.get("/health");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(text(response)).isEqualTo("{\"status\":\"UP\",\"vendors\":{\"avepoint\":\"UP\",\"c3\":\"UP\"}}");
    }

    @Test
    void listsEachCustomerAndTheEnd() throws Exception {
        HttpResponse<byte[]> response = service.get("/customers");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/x-ndjson");
        List<String> lines = text(response).lines().toList();
        List<SimulatedCustomer> customers = sandbox.fleet().customers();
        assertThat(lines).hasSize(customers.size() + 1);
        for (int i = 0; i < customers.size(); i++) {
            assertThat(SeatportJson.read(lines.get(i).getBytes(UTF_8), ListingLine.CustomerLine.class)
                            .customer()
                            .value()
                            .id()
                            .value())
                    .isEqualTo(customers.get(i).avePointId());
        }
        assertThat(lines).last().isEqualTo("{\"type\":\"end\",\"customers\":" + customers.size() + "}");
    }

    @Test
    void respondsWith503IfNoCustomerCanBeListed() throws Exception {
        refuse(SandboxVendorName.AVEPOINT);

        HttpResponse<byte[]> response = service.get("/customers");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(text(response).lines().toList())
                .singleElement()
                .asString()
                .startsWith("{\"type\":\"failed\",\"kind\":\"UNAVAILABLE\"");
    }
}
