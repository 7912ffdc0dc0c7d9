// package-cycles
package com.example.cinema.program.domain.film;

public record PlantedCircle(com.example.cinema.program.domain.screening.Screening user) {}
