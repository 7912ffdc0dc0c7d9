package dev.seatport.http;

import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listings;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Program with a small heap: calls servers one after the other, and prints the outcome of each call. */
final class VendorClientSmallHeapProgram {
    private VendorClientSmallHeapProgram() {}

    /**
     * Runs the calls.
     *
     * @param arguments a token URL, and then in groups of three: {@code thing} or {@code numbers}, the number of concurrent
     *     calls, and a base URL
     */
    public static void main(String[] arguments) throws Exception {
        Vertx vertx = Vertx.vertx();
        for (int i = 1; i < arguments.length; i += 3) {
            VendorClient client = VendorClient.create(
                    vertx,
                    VendorClientOptions.builder(
                                    VendorServer.ACME,
                                    URI.create(arguments[i + 2]),
                                    URI.create(arguments[0].equals("-") ? arguments[i + 2] : arguments[0]),
                                    Credentials.clientSecret("the-client", Secret.of("the-secret")))
                            .limits(VendorServer.oneTry().build())
                            .build());
            CompletionStage<?>[] calls = new CompletionStage<?>[Integer.parseInt(arguments[i + 1])];
            for (int call = 0; call < calls.length; call++) {
                calls[call] = arguments[i].equals("thing")
                        ? ThingOperations.fetch(client)
                        : Listings.collect(client.list(new StreamedNumbersQuery()));
            }
            for (CompletionStage<?> call : calls) {
                System.out.println(outcome(call));
            }
            client.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static String outcome(CompletionStage<?> call) throws Exception {
        try {
            Object value = call.toCompletableFuture().get(60, TimeUnit.SECONDS);
            return value instanceof dev.seatport.ports.listing.ListingResult<?> listing && !listing.complete()
                    ? listing.failure().map(failure -> failure.kind().name()).orElseThrow()
                    : "a value";
        } catch (ExecutionException e) {
            return e.getCause() instanceof VendorException failure
                    ? failure.kind().name()
                    : String.valueOf(e.getCause());
        }
    }
}
