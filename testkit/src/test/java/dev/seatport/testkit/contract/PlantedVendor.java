package dev.seatport.testkit.contract;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.ports.failure.VendorException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A vendor, and the plumbing to it, with a defect. For one thread. */
final class PlantedVendor implements StalledVendor {
    /** The defect of all that are made from now on; {@code null} while nobody plants. */
    static @Nullable PlantedDefect planted;

    private final PlantedDefect plantedDefect = Objects.requireNonNullElse(planted, PlantedDefect.NONE);
    private final List<String> sent = new ArrayList<>();
    private boolean stalled;
    private boolean left;

    /** Whoever runs all classes of this package runs the planted contracts too: they keep out of that. */
    static boolean isPlanting() {
        return planted != null;
    }

    boolean has(PlantedDefect other) {
        return plantedDefect == other;
    }

    List<String> sent() {
        return List.copyOf(sent);
    }

    void send(String request) {
        if (!has(PlantedDefect.ASKS_ONLY_ONCE) || sent.isEmpty()) {
            sent.add(request);
        }
    }

    /** The id as it is sent. */
    String spelled(CustomerId customer) {
        return has(PlantedDefect.RESPELLS_IDS) ? customer.value().toLowerCase(Locale.ROOT) : customer.value();
    }

    <T> Observed<T> observed(T row, int number) {
        Vendor who = has(PlantedDefect.NAMES_ANOTHER_VENDOR) ? new Vendor("another") : AcmeFakes.VENDOR;
        return new Observed<>(row, new Provenance(who, "planted", Instant.ofEpochSecond(number), null));
    }

    /** Why a question about that customer is not answered. */
    Optional<VendorException> refusal(CustomerId customer) {
        if (!customer.vendor().equals(AcmeFakes.VENDOR)) {
            if (has(PlantedDefect.REFUSES_TOO_LATE)) {
                send("refused in the end");
            }
            return has(PlantedDefect.TAKES_ANY_VENDORS_ID) ? Optional.empty() : failure(FailureKind.INVALID_REQUEST);
        }
        return customer.equals(AcmeFakes.NOBODY) && !has(PlantedDefect.KNOWS_EVERYBODY)
                ? failure(FailureKind.NOT_FOUND)
                : Optional.empty();
    }

    private static Optional<VendorException> failure(FailureKind kind) {
        return Optional.of(VendorException.builder(kind, AcmeFakes.VENDOR, "planted", "is refused")
                .build());
    }

    StalledVendor stall() {
        stalled = true;
        return this;
    }

    boolean isStalled() {
        return stalled;
    }

    void leave() {
        left = true;
    }

    @Override
    public boolean awaitRequest(Duration timeout) {
        return !sent.isEmpty();
    }

    @Override
    public boolean awaitDisconnect(Duration timeout) {
        return left;
    }
}
