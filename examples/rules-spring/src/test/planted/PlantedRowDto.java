// dto-records
package com.example.parcels.tracking.adapter.carrier;

public final class PlantedRowDto {
    public String name = "";
}
