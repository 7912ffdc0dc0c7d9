package dev.seatport.demo.config;

import dev.seatport.http.ClientLimits;
import java.time.Duration;

/**
 * Settings of the limits of a vendor's client.
 *
 * @param requestTimeout timeout of one request
 * @param requestsPerSecond maximum rate of the requests
 */
public record LimitSettings(Setting<Duration> requestTimeout, Setting<Double> requestsPerSecond) {
    /** Returns the settings of a vendor. */
    public static LimitSettings of(String vendor) {
        String prefix = Setting.PREFIX + vendor + ".";
        return new LimitSettings(
                Setting.duration(prefix + "request-timeout"), Setting.rate(prefix + "requests-per-second"));
    }

    /** Returns client limits with the timeout and the rate. The other limits keep the defaults of the library. */
    public ClientLimits limits(Settings settings) {
        ClientLimits.Builder limits = ClientLimits.builder();
        settings.value(requestTimeout).ifPresent(limits::requestTimeout);
        settings.value(requestsPerSecond).ifPresent(limits::requestsPerSecond);
        return limits.build();
    }
}
