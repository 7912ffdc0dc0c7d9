// public-signatures
package com.example.parcels.tracking.spi;

public interface PlantedLeak {
    com.example.parcels.tracking.adapter.carrier.internal.CarrierCode leaked();
}
