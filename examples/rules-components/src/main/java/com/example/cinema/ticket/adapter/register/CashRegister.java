package com.example.cinema.ticket.adapter.register;

import com.example.cinema.ticket.domain.CinemaTicket;
import com.example.cinema.ticket.spi.TicketPayment;
import java.util.concurrent.atomic.AtomicLong;

/** Takes cash. */
public final class CashRegister implements TicketPayment {
    private final AtomicLong cents = new AtomicLong();

    @Override
    public void pay(CinemaTicket ticket) {
        cents.addAndGet(ticket.price().cents());
    }
}
