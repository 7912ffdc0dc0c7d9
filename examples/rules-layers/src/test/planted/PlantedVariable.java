// ambient-environment
package com.example.lending.application;

final class PlantedVariable {
    Object home() {
        return System.getenv("HOME");
    }
}
