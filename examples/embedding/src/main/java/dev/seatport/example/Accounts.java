package dev.seatport.example;

import dev.seatport.avepoint.AvePointOptions;
import dev.seatport.c3.C3Options;
import dev.seatport.http.spi.Secret;
import java.net.URI;
import java.util.Map;

/** Connection options of both vendors. */
record Accounts(AvePointOptions avePoint, C3Options c3) {

    /**
     * Reads the options from environment variables.
     *
     * @throws IllegalArgumentException if a variable is missing; the message names it
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
            throw new IllegalArgumentException("set the environment variable " + name);
        }
        return value;
    }
}
