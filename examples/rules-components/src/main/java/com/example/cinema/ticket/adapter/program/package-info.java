/** Screenings from the program. */
package com.example.cinema.ticket.adapter.program;
