// ambient-chance
package com.example.cinema.ticket.application;

final class PlantedGenerator {
    Object chance() {
        return java.util.random.RandomGenerator.getDefault();
    }
}
