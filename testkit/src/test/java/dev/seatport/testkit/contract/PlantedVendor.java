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

/** Vendor and transport with a defect. Confined to one thread. */
final class PlantedVendor implements StalledVendor {
    /** Defect of all vendors created from now on; {@code null} outside of {@link ContractsNoticeTest}. */
    static @Nullable PlantedDefect planted;

    private final PlantedDefect defect = Objects.requireNonNullElse(planted, PlantedDefect.NONE);
    private final List<String> sent = new ArrayList<>();
    private int sharedPosition;
    private boolean stalled;
    private boolean disconnected;

    /** Planted contracts run only in {@link ContractsNoticeTest}. A run of all classes of the package skips them. */
    static boolean isPlanted() {
        return planted != null;
    }

    boolean has(PlantedDefect other) {
        return defect == other;
    }

    List<String> sent() {
        return List.copyOf(sent);
    }

    void send(String request) {
        if (!has(PlantedDefect.SENDS_ONE_REQUEST_ONLY) || sent.isEmpty()) {
            sent.add(request);
        }
    }

    /** Returns the id as it is sent. */
    String spelled(CustomerId customer) {
        return has(PlantedDefect.CHANGES_IDS) ? customer.value().toLowerCase(Locale.ROOT) : customer.value();
    }

    <T> Observed<T> observed(T row, int number) {
        Vendor observer = has(PlantedDefect.NAMES_ANOTHER_VENDOR) ? new Vendor("another") : AcmeFakes.VENDOR;
        return new Observed<>(row, new Provenance(observer, "planted", Instant.ofEpochSecond(number), null));
    }

    /** Returns why the vendor rejects the customer; empty if it does not. */
    Optional<VendorException> rejection(CustomerId customer) {
        if (!customer.vendor().equals(AcmeFakes.VENDOR)) {
            if (has(PlantedDefect.REJECTS_TOO_LATE)) {
                send("rejected too late");
            }
            return has(PlantedDefect.ACCEPTS_ANY_VENDORS_ID) ? Optional.empty() : failure(FailureKind.INVALID_REQUEST);
        }
        return customer.equals(AcmeFakes.UNKNOWN_CUSTOMER) && !has(PlantedDefect.KNOWS_EVERY_CUSTOMER)
                ? failure(FailureKind.NOT_FOUND)
                : Optional.empty();
    }

    void throwIfPlanted(VendorException rejection) {
        if (has(PlantedDefect.THROWS_REJECTIONS)) {
            throw rejection;
        }
    }

    private static Optional<VendorException> failure(FailureKind kind) {
        return Optional.of(VendorException.builder(kind, AcmeFakes.VENDOR, "planted", "is rejected")
                .build());
    }

    /** Returns the position of the subscription that delivered last. */
    int sharedPosition() {
        return sharedPosition;
    }

    void sharePosition(int position) {
        sharedPosition = position;
    }

    StalledVendor stall() {
        stalled = true;
        return this;
    }

    boolean isStalled() {
        return stalled;
    }

    void disconnect() {
        disconnected = true;
    }

    @Override
    public boolean awaitRequest(Duration timeout) {
        return !sent.isEmpty();
    }

    @Override
    public boolean awaitDisconnect(Duration timeout) {
        return disconnected;
    }
}
