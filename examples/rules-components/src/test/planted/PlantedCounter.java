// immutable-values
package com.example.cinema.program.domain.screening;

public final class PlantedCounter {
    private int count;

    int next() {
        return count++;
    }
}
