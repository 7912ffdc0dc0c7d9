// ambient-chance
package com.example.cinema.ticket.application;

final class PlantedUuid {
    Object id() {
        return java.util.UUID.randomUUID();
    }
}
