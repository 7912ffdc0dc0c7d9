package dev.seatport.testkit.rules.planted.globex.internal;

import dev.seatport.testkit.rules.planted.sandbox.PretendVendorDto;

final class BadAdapterKnowsTheSandbox {
    Object row() {
        return new PretendVendorDto();
    }
}
