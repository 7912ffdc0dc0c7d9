// adapter-entry
package com.example.parcels.tracking.adapter.carrier;

public final class PlantedSecondEntry {}
