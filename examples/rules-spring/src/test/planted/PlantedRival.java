// layer-dependencies
package com.example.parcels.tracking.adapter.carrier;

final class PlantedRival {
    Object other() {
        return com.example.parcels.tracking.adapter.memory.ScanTable.class;
    }
}
