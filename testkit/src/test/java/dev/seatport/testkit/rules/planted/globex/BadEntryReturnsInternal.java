package dev.seatport.testkit.rules.planted.globex;

import dev.seatport.testkit.rules.planted.globex.internal.GlobexSeats;
import java.util.List;

public final class BadEntryReturnsInternal {
    public List<GlobexSeats> seats() {
        return List.of();
    }
}
