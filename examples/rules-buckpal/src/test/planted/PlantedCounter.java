// immutable-values
package com.example.bank.application.domain.model.transfer;

public final class PlantedCounter {
    private int count;

    int next() {
        return count++;
    }
}
