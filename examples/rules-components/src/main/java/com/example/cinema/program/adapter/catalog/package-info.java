/** Screenings from a catalog. */
package com.example.cinema.program.adapter.catalog;
