package dev.seatport.demo.rules.planted.house.globex;

import dev.seatport.demo.rules.planted.house.globex.internal.GlobexSeats;
import java.util.List;

public final class BadEntryReturnsInternal {
    public List<GlobexSeats> seats() {
        return List.of();
    }
}
