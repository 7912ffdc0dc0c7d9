package dev.seatport.benchmarks.vendor;

import java.time.Duration;
import java.util.List;

/**
 * Options of the vendors.
 *
 * @param customers number of customers
 * @param tenantsOfFirst tenants of the first customer; the others have one to three
 * @param latency delay of each response
 * @param perSecond requests per second of each vendor before it sends 429; 0 for no limit
 */
public record VendorOptions(int customers, int tenantsOfFirst, Duration latency, int perSecond) {
    /** Creates vendors with one customer with many tenants, without latency. */
    public static VendorOptions listing(int tenants) {
        return new VendorOptions(1, tenants, Duration.ZERO, 0);
    }

    /** Creates vendors with a fleet. */
    public static VendorOptions fleet(int customers, Duration latency) {
        return new VendorOptions(customers, 1, latency, 0);
    }

    /** Sets a rate limit and removes the latency. */
    public VendorOptions limitedTo(int requestsPerSecond) {
        return new VendorOptions(customers, tenantsOfFirst, Duration.ZERO, requestsPerSecond);
    }

    List<String> arguments() {
        return List.of(
                Integer.toString(customers),
                Integer.toString(tenantsOfFirst),
                Long.toString(latency.toMillis()),
                Integer.toString(perSecond));
    }

    static VendorOptions of(String... arguments) {
        return new VendorOptions(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Duration.ofMillis(Long.parseLong(arguments[2])),
                Integer.parseInt(arguments[3]));
    }
}
