package com.example.parcels.tracking.application;

import com.example.parcels.tracking.ParcelScanned;
import com.example.parcels.tracking.ParcelTracking;
import com.example.parcels.tracking.domain.parcel.ParcelScan;
import com.example.parcels.tracking.spi.ScanArchive;
import com.example.parcels.tracking.spi.ScanSource;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Finds the last place of a parcel. */
@Service
class TrackingService implements ParcelTracking {
    private final ScanSource source;
    private final ScanArchive archive;
    private final ApplicationEventPublisher events;

    TrackingService(ScanSource source, ScanArchive archive, ApplicationEventPublisher events) {
        this.source = source;
        this.archive = archive;
        this.events = events;
    }

    @Override
    public String lastPlace(String parcel) {
        List<ParcelScan> scans = source.scans(parcel);
        ParcelScan last = scans.get(scans.size() - 1);
        archive.keep(last);
        events.publishEvent(new ParcelScanned(parcel, last.depot().text()));
        return last.depot().text();
    }
}
