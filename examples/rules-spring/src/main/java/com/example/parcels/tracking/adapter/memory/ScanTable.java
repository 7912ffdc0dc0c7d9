package com.example.parcels.tracking.adapter.memory;

import com.example.parcels.tracking.domain.parcel.ParcelScan;
import com.example.parcels.tracking.spi.ScanArchive;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Keeps scans in memory. */
@Repository
public class ScanTable implements ScanArchive {
    private final List<ParcelScan> rows = new ArrayList<>();

    @Override
    public void keep(ParcelScan scan) {
        rows.add(scan);
    }
}
