// core-io
package com.example.parcels.tracking.domain.parcel;

final class PlantedFiles {
    boolean isThere() {
        return java.nio.file.Files.exists(null);
    }
}
