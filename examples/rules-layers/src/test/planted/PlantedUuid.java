// ambient-chance
package com.example.lending.application;

final class PlantedUuid {
    Object id() {
        return java.util.UUID.randomUUID();
    }
}
