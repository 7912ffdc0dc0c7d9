// immutable-values
package com.example.parcels.tracking.domain.parcel;

public final class PlantedCounter {
    private int count;

    int next() {
        return count++;
    }
}
