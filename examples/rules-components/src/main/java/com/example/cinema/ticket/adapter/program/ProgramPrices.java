package com.example.cinema.ticket.adapter.program;

import com.example.cinema.program.api.ScreeningPrices;
import com.example.cinema.shared.Price;
import com.example.cinema.ticket.spi.TicketPrices;

/** Prices from the component program. */
public final class ProgramPrices implements TicketPrices {
    private final ScreeningPrices program;

    public ProgramPrices(ScreeningPrices program) {
        this.program = program;
    }

    @Override
    public Price priceOf(String screening) {
        return program.priceOf(screening);
    }
}
