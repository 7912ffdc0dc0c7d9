package com.example.cinema.program.api;

import com.example.cinema.shared.Price;

/** Prices of screenings, for other components. */
public interface ScreeningPrices {
    Price priceOf(String screening);
}
