package com.example.parcels.tracking;

/** Last place of a parcel. */
public interface ParcelTracking {
    String lastPlace(String parcel);
}
