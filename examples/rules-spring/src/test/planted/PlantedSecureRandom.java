// ambient-chance
package com.example.parcels.tracking.application;

final class PlantedSecureRandom {
    Object chance() {
        return new java.security.SecureRandom();
    }
}
