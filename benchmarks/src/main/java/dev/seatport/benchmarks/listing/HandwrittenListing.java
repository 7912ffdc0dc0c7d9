package dev.seatport.benchmarks.listing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.seatport.benchmarks.vendor.BenchmarkFleet;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Handwritten loop for the same listing: one page after another, decoded to records, without checks. */
final class HandwrittenListing {
    private static final int PAGE_SIZE = 100;
    private static final Buffer NO_FILTER = Buffer.buffer("{}");

    private final ObjectReader pages = new ObjectMapper().readerFor(Page.class);
    private final HttpClient client;
    private final int port;

    /** Row of tenant seats. */
    record Row(int type, String tenantId, String tenantName, long availableUserSeat, long assignedUserSeat) {}

    /** Paging data. */
    record Metadata(int pageIndex, int pageSize, long totalCount) {}

    /** Page of tenant seats. */
    record Page(List<Row> data, Metadata metadata) {}

    HandwrittenListing(Vertx vertx, int port) {
        this.client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(1));
        this.port = port;
    }

    /** Reads the listing once. */
    CompletionStage<SeatSums> read() {
        Promise<SeatSums> result = Promise.promise();
        read(1, new SeatSums(), result);
        return result.future().toCompletionStage();
    }

    private void read(int index, SeatSums sums, Promise<SeatSums> result) {
        client.request(request(index))
                .compose(request -> request.send(NO_FILTER).compose(HttpClientResponse::body))
                .map(this::parse)
                .onFailure(result::fail)
                .onSuccess(page -> {
                    page.data().forEach(row -> sums.add(row.assignedUserSeat(), row.availableUserSeat()));
                    if (page.data().isEmpty() || sums.rows() >= page.metadata().totalCount()) {
                        result.complete(sums);
                    } else {
                        read(index + 1, sums, result);
                    }
                });
    }

    private RequestOptions request(int index) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/partner/external/v3/general/customers/" + BenchmarkFleet.avePointId(0)
                        + "/3rd-party-products/type/0/tenants/batch?pageIndex=" + index + "&pageSize=" + PAGE_SIZE)
                .putHeader("Authorization", "Bearer avepoint-token")
                .putHeader("Content-Type", "application/json");
    }

    private Page parse(Buffer body) {
        try {
            return pages.readValue(body.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
