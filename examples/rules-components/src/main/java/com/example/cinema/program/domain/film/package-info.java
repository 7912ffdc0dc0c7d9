/** Films. */
package com.example.cinema.program.domain.film;
