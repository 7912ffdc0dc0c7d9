package dev.seatport.benchmarks.call;

import io.vertx.core.buffer.Buffer;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A page of tenant seats as AvePoint serves it; the same rows each time. It has fewer rows than a full page: a total that equals a full
 * page proves no end, so a client reads one more page.
 *
 * @param assigned what the assigned seats of its rows sum up to
 */
record CannedPage(Buffer bytes, int rows, long assigned) {
    private static final String[] NAMES = {
        "Fenbourne Bäckereien B.V.",
        "Willowcroft Timber",
        "Måleri & Söner AB",
        "Ridgeway Dental Care Ltd.",
        "Olmos Ópticas S.L."
    };
    private static final int MOST_SEATS = 900;
    private static final int PAGE_SIZE = 100;

    static CannedPage of(int rows) {
        Random random = new Random(rows);
        int[] assigned = random.ints(rows, 1, MOST_SEATS).toArray();
        String data = IntStream.range(0, rows)
                .mapToObj(row -> row(random, row, assigned[row]))
                .collect(Collectors.joining(",", "[", "]"));
        String page = "{\"data\":" + data + ",\"metadata\":{\"pageIndex\":1,\"pageSize\":" + PAGE_SIZE
                + ",\"totalCount\":" + rows + "}}";
        return new CannedPage(
                Buffer.buffer(page), rows, IntStream.of(assigned).asLongStream().sum());
    }

    private static String row(Random random, int row, int assigned) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        return "{\"type\":0,\"tenantId\":\"" + id + "\",\"tenantName\":\"" + NAMES[row % NAMES.length] + " " + row
                + "\",\"availableUserSeat\":" + (assigned + random.nextInt(MOST_SEATS)) + ",\"assignedUserSeat\":"
                + assigned + "}";
    }
}
