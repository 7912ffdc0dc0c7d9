// ambient-environment
package com.example.bank.application.domain.service;

final class PlantedVariable {
    Object home() {
        return System.getenv("HOME");
    }
}
