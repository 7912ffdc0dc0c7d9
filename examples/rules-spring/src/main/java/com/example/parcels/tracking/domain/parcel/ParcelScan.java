package com.example.parcels.tracking.domain.parcel;

import com.example.parcels.tracking.domain.place.DepotName;
import java.time.Instant;

/** Scan of a parcel. */
public record ParcelScan(String parcel, DepotName depot, Instant time) {}
