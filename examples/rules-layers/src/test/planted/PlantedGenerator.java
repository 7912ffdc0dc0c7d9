// ambient-chance
package com.example.lending.application;

final class PlantedGenerator {
    Object chance() {
        return java.util.random.RandomGenerator.getDefault();
    }
}
