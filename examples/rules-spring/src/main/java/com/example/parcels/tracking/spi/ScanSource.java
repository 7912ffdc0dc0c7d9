package com.example.parcels.tracking.spi;

import com.example.parcels.tracking.domain.parcel.ParcelScan;
import java.util.List;

/** Scans of a parcel. */
public interface ScanSource {
    List<ParcelScan> scans(String parcel);
}
