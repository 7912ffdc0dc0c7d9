package com.example.cinema.ticket.spi;

import com.example.cinema.ticket.domain.CinemaTicket;

/** Takes the payment of a ticket. */
public interface TicketPayment {
    void pay(CinemaTicket ticket);
}
