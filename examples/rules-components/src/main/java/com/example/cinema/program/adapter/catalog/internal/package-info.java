/** Rows of the catalog. */
package com.example.cinema.program.adapter.catalog.internal;
