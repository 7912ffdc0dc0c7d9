// layer-dependencies
package com.example.cinema.ticket.adapter.register;

final class PlantedRival {
    Object other() {
        return com.example.cinema.ticket.adapter.program.ProgramPrices.class;
    }
}
