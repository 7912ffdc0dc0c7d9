package dev.seatport.example.boot;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.events.CallListener;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** State of each vendor after its last request. Sends no requests, so that health checks cost the vendors nothing. Thread-safe. */
@Component
class VendorHealth implements CallListener {
    private final Map<String, State> states = new ConcurrentHashMap<>();

    /** State of a vendor. */
    enum State {
        /** The last request got a response of the vendor, even if it was a refusal. */
        UP,
        /** The last request failed, and a later one can succeed without a change here. */
        DOWN
    }

    @Override
    public void requestFinished(
            Vendor vendor, String operation, int status, @Nullable FailureKind failure, Duration took) {
        states.put(vendor.name(), failure != null && VendorFailures.isTemporary(failure) ? State.DOWN : State.UP);
    }

    /** Returns the states by the vendors' names. A vendor without a finished request is absent. */
    Map<String, State> states() {
        return new TreeMap<>(states);
    }
}
