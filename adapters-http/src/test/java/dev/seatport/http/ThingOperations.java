package dev.seatport.http;

import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.VendorServer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Something that a vendor has, and questions about it. */
final class ThingOperations {
    static final VendorOperation THING = new VendorOperation(VendorServer.ACME, "thing", null);
    static final VendorOperation SCOPED = new VendorOperation(VendorServer.ACME, "thing", "things.read");

    private ThingOperations() {}

    /** The DTO. */
    record ThingDto(@Nullable String name, @Nullable Long count) {}

    static CompletableFuture<Observed<String>> fetch(VendorClient client) {
        return fetch(client, get(THING));
    }

    static CompletableFuture<Observed<String>> fetch(VendorClient client, VendorRequest request) {
        return client.fetch(() -> request, ThingDto.class, ThingOperations::name)
                .toCompletableFuture();
    }

    static VendorRequest get(VendorOperation vendorOperation) {
        return VendorRequest.get(vendorOperation).path("/thing").build();
    }

    static VendorRequest post(VendorOperation vendorOperation) {
        return VendorRequest.post(vendorOperation)
                .path("/thing")
                .json(new ThingDto("asked", 7L))
                .build();
    }

    static String name(ThingDto dto, String path, ResponseContext answer) {
        if (dto.name() == null) {
            throw answer.malformed(path + ".name", "missing");
        }
        return dto.name();
    }
}
