/** What the program needs. */
package com.example.cinema.program.spi;
