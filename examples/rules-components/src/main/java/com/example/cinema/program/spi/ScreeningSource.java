package com.example.cinema.program.spi;

import com.example.cinema.program.domain.screening.Screening;

/** Finds screenings. */
public interface ScreeningSource {
    Screening find(String id);
}
