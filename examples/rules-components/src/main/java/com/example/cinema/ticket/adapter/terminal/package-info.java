/** Commands of the ticket desk. */
package com.example.cinema.ticket.adapter.terminal;
