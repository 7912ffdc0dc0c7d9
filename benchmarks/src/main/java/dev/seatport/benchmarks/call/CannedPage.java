package dev.seatport.benchmarks.call;

import io.vertx.core.buffer.Buffer;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Page of tenant seats in AvePoint's format, always with the same rows. It has fewer rows than a full page. A total that equals a full
 * page would not prove the end, and a client would request one more page.
 *
 * @param assigned sum of the assigned seats of its rows
 */
record CannedPage(Buffer bytes, int rows, long assigned) {
    private static final String[] NAMES = {
        "Fenbourne Bäckereien B.V.",
        "Willowcroft Timber",
        "Måleri & Söner AB",
        "Ridgeway Dental Care Ltd.",
        "Olmos Ópticas S.L."
    };
    private static final int MAX_SEATS = 900;
    private static final int PAGE_SIZE = 100;

    static CannedPage of(int rows) {
        Random random = new Random(rows);
        int[] assigned = random.ints(rows, 1, MAX_SEATS).toArray();
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
                + "\",\"availableUserSeat\":" + (assigned + random.nextInt(MAX_SEATS)) + ",\"assignedUserSeat\":"
                + assigned + "}";
    }
}
