// ambient-chance
package com.example.lending.application;

final class PlantedSecureRandom {
    Object chance() {
        return new java.security.SecureRandom();
    }
}
