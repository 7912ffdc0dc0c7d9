// ambient-console
package com.example.lending.application;

final class PlantedPrinter {
    void print() {
        System.out.println("done");
    }
}
