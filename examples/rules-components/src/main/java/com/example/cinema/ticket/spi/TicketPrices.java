package com.example.cinema.ticket.spi;

import com.example.cinema.shared.Price;

/** Finds the price of a ticket. */
public interface TicketPrices {
    Price priceOf(String screening);
}
