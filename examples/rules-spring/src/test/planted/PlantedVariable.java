// ambient-environment
package com.example.parcels.tracking.application;

final class PlantedVariable {
    Object home() {
        return System.getenv("HOME");
    }
}
