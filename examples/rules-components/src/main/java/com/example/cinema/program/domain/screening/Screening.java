package com.example.cinema.program.domain.screening;

import com.example.cinema.program.domain.film.Film;
import com.example.cinema.shared.Price;

/** Screening of a film. */
public record Screening(String id, Film film, Price price) {}
