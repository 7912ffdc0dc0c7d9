// allowed-libraries
package com.example.parcels.tracking.domain.parcel;

public record PlantedAnnotation(@com.fasterxml.jackson.annotation.JsonProperty("id") String id) {}
