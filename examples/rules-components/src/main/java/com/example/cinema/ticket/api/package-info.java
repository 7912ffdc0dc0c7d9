/** What ticketing offers. */
package com.example.cinema.ticket.api;
