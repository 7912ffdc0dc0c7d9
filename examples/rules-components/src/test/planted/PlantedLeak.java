// public-signatures
package com.example.cinema.program.spi;

public interface PlantedLeak {
    com.example.cinema.program.adapter.catalog.internal.CatalogRow leaked();
}
