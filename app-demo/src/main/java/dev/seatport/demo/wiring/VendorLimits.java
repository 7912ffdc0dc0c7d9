package dev.seatport.demo.wiring;

import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.http.CallLimits;

/** What the settings of a vendor say of its calls; all else is the library's default. */
final class VendorLimits {
    private VendorLimits() {}

    static CallLimits of(Settings settings, Setting requestTimeout, Setting requestsPerSecond) {
        CallLimits.Builder limits = CallLimits.builder();
        settings.duration(requestTimeout).ifPresent(limits::request);
        settings.rate(requestsPerSecond).ifPresent(limits::requestsPerSecond);
        return limits.build();
    }
}
