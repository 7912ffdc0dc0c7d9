package com.example.cinema.program.adapter.catalog;

import com.example.cinema.program.adapter.catalog.internal.CatalogRow;
import com.example.cinema.program.domain.screening.Screening;
import com.example.cinema.program.spi.ScreeningSource;
import java.util.Map;

/** Screenings from a catalog. */
public final class CatalogScreenings implements ScreeningSource {
    private final Map<String, String> rows;

    public CatalogScreenings(Map<String, String> rows) {
        this.rows = Map.copyOf(rows);
    }

    @Override
    public Screening find(String id) {
        return CatalogRow.parse(id, rows.getOrDefault(id, ";0"));
    }
}
