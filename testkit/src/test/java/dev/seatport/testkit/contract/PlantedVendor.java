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
    static @Nullable Defect planted;

    private final Defect defect = Objects.requireNonNullElse(planted, Defect.NONE);
    private final List<String> sent = new ArrayList<>();
    private boolean stalled;
    private boolean left;

    /** Whoever runs all classes of this package runs the planted contracts too: they keep out of that. */
    static boolean isPlanting() {
        return planted != null;
    }

    boolean has(Defect other) {
        return defect == other;
    }

    List<String> sent() {
        return List.copyOf(sent);
    }

    void send(String request) {
        if (!has(Defect.ASKS_ONLY_ONCE) || sent.isEmpty()) {
            sent.add(request);
        }
    }

    /** The id as it is sent. */
    String spelled(CustomerId customer) {
        return has(Defect.RESPELLS_IDS) ? customer.value().toLowerCase(Locale.ROOT) : customer.value();
    }

    <T> Observed<T> observed(T row, int number) {
        Vendor who = has(Defect.NAMES_ANOTHER_VENDOR) ? new Vendor("another") : Acme.VENDOR;
        return new Observed<>(row, new Provenance(who, "planted", Instant.ofEpochSecond(number), null));
    }

    /** Why a question about that customer is not answered. */
    Optional<VendorException> refusal(CustomerId customer) {
        if (!customer.vendor().equals(Acme.VENDOR)) {
            if (has(Defect.REFUSES_TOO_LATE)) {
                send("refused in the end");
            }
            return has(Defect.TAKES_ANY_VENDORS_ID) ? Optional.empty() : failure(FailureKind.INVALID_REQUEST);
        }
        return customer.equals(Acme.NOBODY) && !has(Defect.KNOWS_EVERYBODY)
                ? failure(FailureKind.NOT_FOUND)
                : Optional.empty();
    }

    private static Optional<VendorException> failure(FailureKind kind) {
        return Optional.of(VendorException.builder(kind, Acme.VENDOR, "planted", "is refused")
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
    public boolean isAsked(Duration patience) {
        return !sent.isEmpty();
    }

    @Override
    public boolean isLeft(Duration patience) {
        return left;
    }
}
