package dev.seatport.example;

import dev.seatport.avepoint.AvePointOptions;
import dev.seatport.c3.C3Options;
import dev.seatport.http.spi.Secret;
import java.net.URI;
import java.util.Map;

/** As whom the vendors are asked, and where they are. */
record Accounts(AvePointOptions avePoint, C3Options c3) {

    /**
     * What the environment says.
     *
     * @throws IllegalArgumentException if a variable is missing; names it, and no value
     */
    // begin: accounts
    static Accounts of(Map<String, String> environment) {
        return new Accounts(
                AvePointOptions.builder(
                                required(environment, "AVEPOINT_CLIENT_ID"),
                                Secret.of(required(environment, "AVEPOINT_CLIENT_SECRET")))
                        .baseUrl(URI.create(required(environment, "AVEPOINT_URL")))
                        .tokenUrl(URI.create(required(environment, "AVEPOINT_TOKEN_URL")))
                        .build(),
                C3Options.builder(
                                URI.create(required(environment, "C3_URL")),
                                required(environment, "C3_CLIENT_ID"),
                                Secret.of(required(environment, "C3_CLIENT_SECRET")),
                                required(environment, "C3_RESOURCE"))
                        .tokenUrl(URI.create(required(environment, "C3_TOKEN_URL")))
                        .build());
    }
    // end: accounts

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("the environment variable " + name + " is missing");
        }
        return value;
    }
}
