/** Use cases of ticketing. */
package com.example.cinema.ticket.application;
