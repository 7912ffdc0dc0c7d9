// ambient-chance
package com.example.bank.application.domain.service;

final class PlantedGenerator {
    Object chance() {
        return java.util.random.RandomGenerator.getDefault();
    }
}
