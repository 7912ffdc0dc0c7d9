// ambient-environment
package com.example.cinema.ticket.application;

final class PlantedVariable {
    Object home() {
        return System.getenv("HOME");
    }
}
