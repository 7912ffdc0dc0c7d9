package dev.seatport.demo.rules.planted.house.demo;

import dev.seatport.demo.rules.planted.house.globex.internal.GlobexSeats;

final class BadDemoReachesInside {
    Object seats() {
        return new GlobexSeats();
    }
}
