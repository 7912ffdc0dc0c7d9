package dev.seatport.demo.rules.planted.house.globex.internal;

import dev.seatport.demo.rules.planted.house.sandbox.PretendVendorDto;

final class BadAdapterKnowsTheSandbox {
    Object row() {
        return new PretendVendorDto();
    }
}
