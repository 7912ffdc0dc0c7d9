package com.example.parcels.tracking.adapter.carrier.internal;

import com.example.parcels.tracking.domain.place.DepotName;

/** Codes of depots. */
public final class CarrierCode {
    private CarrierCode() {}

    public static DepotName depot(String code) {
        return new DepotName(code.equals("HH") ? "Hamburg" : code);
    }
}
