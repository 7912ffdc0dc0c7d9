package dev.seatport.testkit.contract;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.failure.VendorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Smallest adapter over HTTP with a token per audience, and with a defect. Thread-safe. */
final class AudienceClient implements AutoCloseable {
    private static final Pattern AUDIENCE = Pattern.compile("[a-z0-9-]+");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private static final long DELAY_NANOS = 10_000_000;

    private final AtomicInteger calls = new AtomicInteger();
    private final URI vendor;
    private final PlantedDefect defect;
    private final Map<String, CompletableFuture<String>> tokens = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    AudienceClient(URI vendor, PlantedDefect defect) {
        this.vendor = vendor;
        this.defect = defect;
    }

    static String tokenPath(String audience) {
        return "/login/" + audience + "/token";
    }

    /** Gets a thing with the token of an audience. The stage fails with a {@link VendorException}. */
    CompletionStage<Integer> get(String audience) {
        if (!AUDIENCE.matcher(audience).matches() && defect != PlantedDefect.SENDS_ANY_AUDIENCE) {
            return CompletableFuture.failedFuture(failure(FailureKind.INVALID_REQUEST, audience));
        }
        CompletableFuture<String> token = token(audience);
        return token.thenApplyAsync(bearer -> send("GET", "/thing", bearer), threads)
                .thenCompose(response -> response.status() == HttpURLConnection.HTTP_UNAUTHORIZED
                        ? again(audience, token)
                        : CompletableFuture.completedFuture(response))
                .thenApply(response -> accepted(response, audience).status());
    }

    private CompletionStage<Response> again(String audience, CompletableFuture<String> refused) {
        if (defect == PlantedDefect.DROPS_ALL_TOKENS) {
            tokens.clear();
        } else if (defect != PlantedDefect.KEEPS_A_REFUSED_TOKEN) {
            tokens.remove(audience, refused);
        }
        return token(audience).thenApplyAsync(bearer -> send("GET", "/thing", bearer), threads);
    }

    private CompletableFuture<String> token(String audience) {
        if (defect == PlantedDefect.CACHES_NO_TOKEN) {
            return fetchToken(audience);
        }
        if (defect == PlantedDefect.SHARES_NO_TOKEN_REQUEST) {
            startLate();
            CompletableFuture<String> cached = tokens.get(audience);
            return cached != null && cached.isDone() ? cached : fetchToken(audience, tokens);
        }
        String key = defect == PlantedDefect.SHARES_A_TOKEN_OF_AUDIENCES ? "all" : audience;
        return tokens.computeIfAbsent(key, unused -> fetchToken(audience));
    }

    /** Starts each call later than the one before, as on a busy machine. A test must detect the defect all the same. */
    private void startLate() {
        long start = System.nanoTime();
        long delay = DELAY_NANOS * calls.getAndIncrement();
        while (System.nanoTime() - start < delay) {
            Thread.onSpinWait();
        }
    }

    private CompletableFuture<String> fetchToken(String audience, Map<String, CompletableFuture<String>> cache) {
        CompletableFuture<String> token = fetchToken(audience);
        cache.put(audience, token);
        return token;
    }

    private CompletableFuture<String> fetchToken(String audience) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Matcher found = TOKEN.matcher(accepted(send("POST", tokenPath(audience), null), audience)
                            .body());
                    if (!found.find()) {
                        throw failure(FailureKind.MALFORMED_ANSWER, audience);
                    }
                    return found.group(1);
                },
                threads);
    }

    private record Response(int status, String body) {}

    private Response accepted(Response response, String audience) {
        if (response.status() != HttpURLConnection.HTTP_OK) {
            throw failure(FailureKind.AUTHENTICATION_FAILED, audience);
        }
        return response;
    }

    private Response send(String method, String path, @Nullable String bearer) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(vendor + path).toURL().openConnection();
            connection.setRequestMethod(method);
            if (bearer != null) {
                connection.setRequestProperty("Authorization", "Bearer " + bearer);
            }
            int status = connection.getResponseCode();
            try (InputStream body = status < HttpURLConnection.HTTP_BAD_REQUEST
                    ? connection.getInputStream()
                    : connection.getErrorStream()) {
                return new Response(status, new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VendorException failure(FailureKind kind, String audience) {
        return VendorException.builder(kind, AcmeFakes.VENDOR, "thing", "is refused")
                .audience(defect == PlantedDefect.OMITS_THE_AUDIENCE_OF_A_FAILURE ? null : audience)
                .build();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
