/** Tickets. */
package com.example.cinema.ticket.domain;
