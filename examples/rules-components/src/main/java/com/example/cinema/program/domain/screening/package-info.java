/** Screenings of films. */
package com.example.cinema.program.domain.screening;
