package dev.seatport.http;

import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.VendorServer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Operations on a sample object of a vendor. */
final class ThingOperations {
    static final VendorOperation THING = new VendorOperation(VendorServer.ACME, "thing", null);
    static final VendorOperation SCOPED = new VendorOperation(VendorServer.ACME, "thing", "things.read");

    private ThingOperations() {}

    /** The DTO of the object. */
    record ThingDto(@Nullable String name, @Nullable Long count) {}

    static CompletableFuture<Observed<String>> fetch(VendorClient client) {
        return fetch(client, get(THING));
    }

    static CompletableFuture<Observed<String>> fetch(VendorClient client, VendorRequest request) {
        return client.fetch(() -> request, ThingDto.class, ThingOperations::name)
                .toCompletableFuture();
    }

    static VendorRequest get(VendorOperation operation) {
        return VendorRequest.get(operation).path("/thing").build();
    }

    static VendorRequest post(VendorOperation operation) {
        return VendorRequest.post(operation)
                .path("/thing")
                .json(new ThingDto("asked", 7L))
                .build();
    }

    static String name(ThingDto dto, String path, ResponseContext context) {
        if (dto.name() == null) {
            throw context.malformed(path + ".name", "missing");
        }
        return dto.name();
    }
}
