package com.example.parcels.tracking.spi;

import com.example.parcels.tracking.domain.parcel.ParcelScan;

/** Keeps scans. */
public interface ScanArchive {
    void keep(ParcelScan scan);
}
