// reflective-dependencies
package com.example.parcels.tracking.adapter.carrier;

final class PlantedReflection {
    Object other() throws ReflectiveOperationException {
        return Class.forName("com.example.parcels.tracking.adapter.memory.ScanTable");
    }
}
