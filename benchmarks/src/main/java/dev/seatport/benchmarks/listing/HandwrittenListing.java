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

/** The same listing by the loop that one would write on a free afternoon: one page after another into records, no checks. */
final class HandwrittenListing {
    private static final int PAGE_SIZE = 100;
    private static final Buffer EVERYTHING = Buffer.buffer("{}");

    private final ObjectReader pages = new ObjectMapper().readerFor(Page.class);
    private final HttpClient client;
    private final int port;

    /** A row of tenant seats. */
    record Row(int type, String tenantId, String tenantName, long availableUserSeat, long assignedUserSeat) {}

    /** Where a page stands. */
    record Metadata(int pageIndex, int pageSize, long totalCount) {}

    /** A page of tenant seats. */
    record Page(List<Row> data, Metadata metadata) {}

    HandwrittenListing(Vertx vertx, int port) {
        this.client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(1));
        this.port = port;
    }

    /** Reads it once. */
    CompletionStage<SeatSums> read() {
        Promise<SeatSums> end = Promise.promise();
        read(1, new SeatSums(), end);
        return end.future().toCompletionStage();
    }

    private void read(int index, SeatSums seatSums, Promise<SeatSums> end) {
        client.request(request(index))
                .compose(request -> request.send(EVERYTHING).compose(HttpClientResponse::body))
                .map(this::parse)
                .onFailure(end::fail)
                .onSuccess(page -> {
                    page.data().forEach(row -> seatSums.add(row.assignedUserSeat(), row.availableUserSeat()));
                    if (page.data().isEmpty()
                            || seatSums.rows() >= page.metadata().totalCount()) {
                        end.complete(seatSums);
                    } else {
                        read(index + 1, seatSums, end);
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
