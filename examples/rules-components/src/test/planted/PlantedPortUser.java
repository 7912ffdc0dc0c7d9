// layer-dependencies
package com.example.cinema.program.domain.screening;

public record PlantedPortUser(com.example.cinema.program.spi.ScreeningSource port) {}
