// ambient-chance
package com.example.parcels.tracking.application;

final class PlantedGenerator {
    Object chance() {
        return java.util.random.RandomGenerator.getDefault();
    }
}
