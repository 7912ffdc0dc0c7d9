// component-dependencies
package com.example.cinema.ticket.application;

final class PlantedNeighbour {
    Object film() {
        return com.example.cinema.program.domain.film.Film.class;
    }
}
