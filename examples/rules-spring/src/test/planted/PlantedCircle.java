// package-cycles
package com.example.parcels.tracking.domain.place;

public record PlantedCircle(com.example.parcels.tracking.domain.parcel.ParcelScan user) {}
