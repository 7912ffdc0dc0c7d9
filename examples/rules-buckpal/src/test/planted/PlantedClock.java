// ambient-clock
package com.example.bank.application.domain.model.transfer;

final class PlantedClock {
    Object now() {
        return java.time.Instant.now();
    }
}
