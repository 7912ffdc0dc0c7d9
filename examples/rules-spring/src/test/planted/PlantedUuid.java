// ambient-chance
package com.example.parcels.tracking.application;

final class PlantedUuid {
    Object id() {
        return java.util.UUID.randomUUID();
    }
}
