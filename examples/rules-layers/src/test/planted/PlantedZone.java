// ambient-environment
package com.example.lending.domain.loan;

final class PlantedZone {
    Object zone() {
        return java.time.ZoneId.systemDefault();
    }
}
