// immutable-values
package com.example.lending.domain.loan;

public final class PlantedCounter {
    private int count;

    int next() {
        return count++;
    }
}
