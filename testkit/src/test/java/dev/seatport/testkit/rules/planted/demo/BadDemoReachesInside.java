package dev.seatport.testkit.rules.planted.demo;

import dev.seatport.testkit.rules.planted.globex.internal.GlobexSeats;

final class BadDemoReachesInside {
    Object seats() {
        return new GlobexSeats();
    }
}
