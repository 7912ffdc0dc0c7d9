package dev.seatport.benchmarks.vendor;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** Pages of tenant seats, cut from one row whose digits are filled in: a page costs a copy and some digits. */
final class TenantPages {
    private static final String ROW =
            "{\"type\":0,\"tenantId\":\"" + BenchmarkFleet.TENANT + "############\",\"tenantName\":"
                    + "\"Tenant %%%%%%%%% of a customer\",\"availableUserSeat\":~~,\"assignedUserSeat\":^^^},";
    private static final byte[] PIECE = ROW.getBytes(StandardCharsets.US_ASCII);
    private static final Hole ID = Hole.of('#');
    private static final Hole NAME = Hole.of('%');
    private static final Hole AVAILABLE = Hole.of('~');
    private static final Hole ASSIGNED = Hole.of('^');
    private static final byte[] HEAD = "{\"data\":[".getBytes(StandardCharsets.US_ASCII);

    private TenantPages() {}

    /** A place for digits in the row. */
    private record Hole(int at, int length) {
        static Hole of(char mark) {
            int at = ROW.indexOf(mark);
            return new Hole(at, ROW.lastIndexOf(mark) + 1 - at);
        }

        void fill(byte[] page, int row, long number) {
            long left = number;
            for (int i = row + at + length - 1; i >= row + at; i--) {
                page[i] = (byte) ('0' + left % 10);
                left /= 10;
            }
        }
    }

    static Buffer page(BenchmarkFleet benchmarkFleet, int customer, Paged asked) {
        int total = benchmarkFleet.tenants(customer);
        int rows = asked.rowsOf(total);
        byte[] tail = asked.tail(total).getBytes(StandardCharsets.US_ASCII);
        byte[] page = new byte[HEAD.length + rows * PIECE.length + tail.length];
        System.arraycopy(HEAD, 0, page, 0, HEAD.length);
        int at = HEAD.length;
        for (int i = 0; i < rows; i++) {
            System.arraycopy(PIECE, 0, page, at, PIECE.length);
            fill(page, at, benchmarkFleet.tenant(customer, asked.first() + i));
            at += PIECE.length;
        }
        // No comma behind the last row.
        at -= rows == 0 ? 0 : 1;
        System.arraycopy(tail, 0, page, at, tail.length);
        return Buffer.buffer(page).slice(0, at + tail.length);
    }

    private static void fill(byte[] page, int row, long tenant) {
        ID.fill(page, row, tenant);
        NAME.fill(page, row, tenant);
        AVAILABLE.fill(page, row, BenchmarkFleet.available(tenant));
        ASSIGNED.fill(page, row, BenchmarkFleet.assigned(tenant));
    }
}
