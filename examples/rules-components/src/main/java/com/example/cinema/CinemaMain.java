package com.example.cinema;

import com.example.cinema.program.adapter.catalog.CatalogScreenings;
import com.example.cinema.program.application.ProgramService;
import com.example.cinema.ticket.adapter.program.ProgramPrices;
import com.example.cinema.ticket.adapter.register.CashRegister;
import com.example.cinema.ticket.adapter.terminal.TicketCommand;
import com.example.cinema.ticket.application.TicketDesk;
import java.util.Map;

/** Creates the components. */
public final class CinemaMain {
    private CinemaMain() {}

    public static void main(String... arguments) {
        ProgramService program = new ProgramService(new CatalogScreenings(Map.of("1", "Metropolis;900")));
        new TicketCommand(new TicketDesk(new ProgramPrices(program), new CashRegister())).run("1");
    }
}
