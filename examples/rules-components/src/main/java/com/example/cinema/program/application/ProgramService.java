package com.example.cinema.program.application;

import com.example.cinema.program.api.ScreeningPrices;
import com.example.cinema.program.spi.ScreeningSource;
import com.example.cinema.shared.Price;

/** Use cases of the program. */
public final class ProgramService implements ScreeningPrices {
    private final ScreeningSource screenings;

    public ProgramService(ScreeningSource screenings) {
        this.screenings = screenings;
    }

    @Override
    public Price priceOf(String screening) {
        return screenings.find(screening).price();
    }
}
