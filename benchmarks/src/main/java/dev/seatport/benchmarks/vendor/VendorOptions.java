package dev.seatport.benchmarks.vendor;

import java.time.Duration;
import java.util.List;

/**
 * What the vendors are to be like.
 *
 * @param customers how many customers there are
 * @param tenantsOfFirst how many tenants the first of them has; the others have one, two or three
 * @param latency how long each answer takes
 * @param perSecond how many requests a second each vendor takes before it refuses with 429; 0 for any number
 */
public record VendorOptions(int customers, int tenantsOfFirst, Duration latency, int perSecond) {
    /** Vendors of one customer with many tenants, who answer at once. */
    public static VendorOptions listing(int tenants) {
        return new VendorOptions(1, tenants, Duration.ZERO, 0);
    }

    /** Vendors of a fleet. */
    public static VendorOptions fleet(int customers, Duration latency) {
        return new VendorOptions(customers, 1, latency, 0);
    }

    /** The same vendors, who answer at once and take no more than that. */
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
