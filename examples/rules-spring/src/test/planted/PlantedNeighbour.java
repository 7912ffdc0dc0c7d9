// component-dependencies
package com.example.parcels.notice.application;

final class PlantedNeighbour {
    Object scan() {
        return com.example.parcels.tracking.domain.parcel.ParcelScan.class;
    }
}
