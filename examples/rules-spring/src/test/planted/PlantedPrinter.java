// ambient-console
package com.example.parcels.tracking.application;

final class PlantedPrinter {
    void print() {
        System.out.println("done");
    }
}
