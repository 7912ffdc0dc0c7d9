// ambient-clock
package com.example.lending.domain.loan;

final class PlantedClock {
    Object now() {
        return java.time.Instant.now();
    }
}
