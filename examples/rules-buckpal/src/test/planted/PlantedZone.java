// ambient-environment
package com.example.bank.application.domain.model.transfer;

final class PlantedZone {
    Object zone() {
        return java.time.ZoneId.systemDefault();
    }
}
