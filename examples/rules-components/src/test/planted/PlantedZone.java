// ambient-environment
package com.example.cinema.program.domain.screening;

final class PlantedZone {
    Object zone() {
        return java.time.ZoneId.systemDefault();
    }
}
