package com.example.cinema.ticket.adapter.terminal;

import com.example.cinema.ticket.api.TicketSale;

/** Command of the ticket desk. */
public final class TicketCommand {
    private final TicketSale sale;

    public TicketCommand(TicketSale sale) {
        this.sale = sale;
    }

    public void run(String screening) {
        sale.sell(screening);
    }
}
