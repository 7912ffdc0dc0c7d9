// core-names
package com.example.parcels.tracking.domain.parcel;

public record PlantedCarrierCustomer(String id) {}
