package com.example.parcels.tracking;

/** Event: a parcel was scanned. */
public record ParcelScanned(String parcel, String place) {}
