package dev.seatport.reports.output;

import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.review.ComparedLicenseCounts;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Joins the notes on the counts of a row into one line; {@code null} if there is no note. */
public final class UnreportedNote {
    private UnreportedNote() {}

    /** Returns the note of the only count, such as {@code unlimited}. */
    public static @Nullable String of(PurchasedSeats seats) {
        return seats.purchased().note().orElse(null);
    }

    public static @Nullable String of(TenantSeats seats) {
        return joined(List.of(note("assigned", seats.assigned()), note("available", seats.available())));
    }

    public static @Nullable String of(ComparedLicenseCounts use) {
        return joined(List.of(note("purchased", use.purchased()), note("assigned", use.assigned())));
    }

    static @Nullable String of(LicenseConsumption row) {
        LapsedLicenses states = Objects.requireNonNullElseGet(row.states(), LapsedLicenses::unreported);
        return joined(List.of(
                row.assignable() ? "" : "SKU that is not assignable",
                note("purchased", row.purchased()),
                note("assigned", row.assigned()),
                note("available", row.available()),
                note("tenant total", row.tenantTotal()),
                note("warning", states.warning()),
                note("suspended", states.suspended()),
                note("locked out", states.lockedOut())));
    }

    private static String note(String name, Quantity count) {
        return count.note().map(note -> name + ": " + note).orElse("");
    }

    private static @Nullable String joined(List<String> notes) {
        String all = notes.stream().filter(note -> !note.isEmpty()).collect(Collectors.joining("; "));
        return all.isEmpty() ? null : all;
    }
}
