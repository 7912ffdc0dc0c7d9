// ambient-chance
package com.example.cinema.ticket.application;

final class PlantedSecureRandom {
    Object chance() {
        return new java.security.SecureRandom();
    }
}
