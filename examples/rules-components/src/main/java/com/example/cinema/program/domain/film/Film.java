package com.example.cinema.program.domain.film;

/** Film with its title. */
public record Film(String title) {}
