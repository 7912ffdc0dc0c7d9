// ambient-environment
package com.example.parcels.tracking.domain.parcel;

final class PlantedZone {
    Object zone() {
        return java.time.ZoneId.systemDefault();
    }
}
