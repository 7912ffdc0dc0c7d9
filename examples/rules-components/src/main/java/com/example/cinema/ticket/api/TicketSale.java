package com.example.cinema.ticket.api;

/** Sells tickets. */
public interface TicketSale {
    void sell(String screening);
}
