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

/** The same call with the JDK's client and databind. */
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
    public void call(Done done) {
        var unused = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .whenComplete((answer, failure) -> told(answer, failure, done));
    }

    private void told(@Nullable HttpResponse<byte[]> answer, @Nullable Throwable failure, Done done) {
        if (answer == null) {
            done.failed(failure == null ? new IllegalStateException("no answer") : failure);
            return;
        }
        try {
            reader.<WireRow.Page>readValue(answer.body()).tell(done);
        } catch (IOException e) {
            done.failed(e);
        }
    }

    @Override
    public void close() {
        // The JDK's client of Java 17 cannot be closed.
    }
}
