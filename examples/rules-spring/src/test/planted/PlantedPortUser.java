// layer-dependencies
package com.example.parcels.tracking.domain.parcel;

public record PlantedPortUser(com.example.parcels.tracking.spi.ScanSource port) {}
