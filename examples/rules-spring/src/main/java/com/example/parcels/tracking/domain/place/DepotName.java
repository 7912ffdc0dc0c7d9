package com.example.parcels.tracking.domain.place;

/** Name of a depot. */
public record DepotName(String text) {}
