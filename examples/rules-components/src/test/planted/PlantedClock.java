// ambient-clock
package com.example.cinema.program.domain.screening;

final class PlantedClock {
    Object now() {
        return java.time.Instant.now();
    }
}
