// reflective-dependencies
package com.example.cinema.ticket.adapter.register;

final class PlantedReflection {
    Object other() throws ReflectiveOperationException {
        return Class.forName("com.example.cinema.ticket.adapter.program.ProgramPrices");
    }
}
