package dev.seatport.example.boot;

import dev.seatport.json.SeatportJson;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Health of this service. A vendor that is down does not change the status, because a restart would not help. */
@RestController
class HealthController {
    private final VendorHealth vendors;

    HealthController(VendorHealth vendors) {
        this.vendors = vendors;
    }

    @GetMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] health() {
        return SeatportJson.write(new HealthReport("UP", vendors.states()));
    }

    /**
     * Response of the health check.
     *
     * @param status the status of this service
     * @param vendors the states of the vendors that were called
     */
    record HealthReport(String status, Map<String, VendorHealth.State> vendors) {}
}
