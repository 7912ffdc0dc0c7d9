package com.example.cinema.ticket.domain;

import com.example.cinema.shared.Price;

/** Ticket with its price. */
public record CinemaTicket(String screening, Price price) {}
