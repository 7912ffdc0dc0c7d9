// ambient-chance
package com.example.bank.application.domain.service;

final class PlantedSecureRandom {
    Object chance() {
        return new java.security.SecureRandom();
    }
}
