// ambient-chance
package com.example.bank.application.domain.service;

final class PlantedUuid {
    Object id() {
        return java.util.UUID.randomUUID();
    }
}
