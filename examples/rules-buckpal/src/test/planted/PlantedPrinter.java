// ambient-console
package com.example.bank.application.domain.service;

final class PlantedPrinter {
    void print() {
        System.out.println("done");
    }
}
