package dev.seatport.benchmarks.call;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The same call with the JDK's HTTP client and databind. */
final class JdkClient implements ClientUnderTest {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;
    private final ObjectReader reader = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(WireRow.Page.class);

    JdkClient(String url) {
        request = HttpRequest.newBuilder(URI.create(url + BenchmarkRequest.PATH))
                .header("Accept", BenchmarkRequest.JSON)
                .header("Authorization", BenchmarkRequest.BEARER)
                .header("Content-Type", BenchmarkRequest.JSON)
                .POST(HttpRequest.BodyPublishers.ofString(BenchmarkRequest.BODY))
                .build();
    }

    @Override
    public void call(ResultCallback callback) {
        var unused = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .whenComplete((response, failure) -> complete(response, failure, callback));
    }

    private void complete(
            @Nullable HttpResponse<byte[]> response, @Nullable Throwable failure, ResultCallback callback) {
        if (response == null) {
            callback.failed(failure == null ? new IllegalStateException("no response") : failure);
            return;
        }
        try {
            reader.<WireRow.Page>readValue(response.body()).reportTo(callback);
        } catch (IOException e) {
            callback.failed(e);
        }
    }

    @Override
    public void close() {
        // The HTTP client of Java 17 has no close method.
    }
}
