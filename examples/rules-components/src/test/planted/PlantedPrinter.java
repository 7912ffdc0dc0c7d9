// ambient-console
package com.example.cinema.ticket.application;

final class PlantedPrinter {
    void print() {
        System.out.println("done");
    }
}
