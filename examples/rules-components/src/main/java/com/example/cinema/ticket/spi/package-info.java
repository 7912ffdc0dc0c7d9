/** What ticketing needs. */
package com.example.cinema.ticket.spi;
