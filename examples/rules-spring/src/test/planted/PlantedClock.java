// ambient-clock
package com.example.parcels.tracking.domain.parcel;

final class PlantedClock {
    Object now() {
        return java.time.Instant.now();
    }
}
