/** Payments at the cash register. */
package com.example.cinema.ticket.adapter.register;
