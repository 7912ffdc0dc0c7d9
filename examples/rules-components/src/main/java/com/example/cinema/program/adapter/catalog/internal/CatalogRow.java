package com.example.cinema.program.adapter.catalog.internal;

import com.example.cinema.program.domain.film.Film;
import com.example.cinema.program.domain.screening.Screening;
import com.example.cinema.shared.Price;
import java.util.List;

/** Format of a row. */
public final class CatalogRow {
    private CatalogRow() {}

    public static Screening parse(String id, String row) {
        List<String> fields = List.of(row.split(";", -1));
        return new Screening(id, new Film(fields.get(0)), new Price(Long.parseLong(fields.get(1))));
    }
}
