package com.example.cinema.ticket.application;

import com.example.cinema.ticket.api.TicketSale;
import com.example.cinema.ticket.domain.CinemaTicket;
import com.example.cinema.ticket.spi.TicketPayment;
import com.example.cinema.ticket.spi.TicketPrices;

/** Sells tickets. */
public final class TicketDesk implements TicketSale {
    private final TicketPrices prices;
    private final TicketPayment payment;

    public TicketDesk(TicketPrices prices, TicketPayment payment) {
        this.prices = prices;
        this.payment = payment;
    }

    @Override
    public void sell(String screening) {
        payment.pay(new CinemaTicket(screening, prices.priceOf(screening)));
    }
}
