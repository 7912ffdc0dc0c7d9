package dev.seatport.http;

import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.AnswerContext;
import dev.seatport.http.spi.Operation;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.VendorServer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Something that a vendor has, and questions about it. */
final class Things {
    static final Operation THING = new Operation(VendorServer.ACME, "thing", null);
    static final Operation SCOPED = new Operation(VendorServer.ACME, "thing", "things.read");

    private Things() {}

    /** The DTO. */
    record ThingDto(@Nullable String name, @Nullable Long count) {}

    static CompletableFuture<Observed<String>> fetch(VendorClient client) {
        return fetch(client, get(THING));
    }

    static CompletableFuture<Observed<String>> fetch(VendorClient client, VendorRequest request) {
        return client.fetch(() -> request, ThingDto.class, Things::name).toCompletableFuture();
    }

    static VendorRequest get(Operation operation) {
        return VendorRequest.get(operation).path("/thing").build();
    }

    static VendorRequest post(Operation operation) {
        return VendorRequest.post(operation)
                .path("/thing")
                .json(new ThingDto("asked", 7L))
                .build();
    }

    static String name(ThingDto dto, String path, AnswerContext answer) {
        if (dto.name() == null) {
            throw answer.malformed(path + ".name", "missing");
        }
        return dto.name();
    }
}
