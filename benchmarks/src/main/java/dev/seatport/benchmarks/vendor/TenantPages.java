package dev.seatport.benchmarks.vendor;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** Pages of tenant seats, copied from one template row with placeholders for digits. A page costs one copy per row and some digits. */
final class TenantPages {
    private static final String ROW =
            "{\"type\":0,\"tenantId\":\"" + BenchmarkFleet.TENANT + "############\",\"tenantName\":"
                    + "\"Tenant %%%%%%%%% of a customer\",\"availableUserSeat\":~~,\"assignedUserSeat\":^^^},";
    private static final byte[] ROW_BYTES = ROW.getBytes(StandardCharsets.US_ASCII);
    private static final DigitField ID = DigitField.of('#');
    private static final DigitField NAME = DigitField.of('%');
    private static final DigitField AVAILABLE = DigitField.of('~');
    private static final DigitField ASSIGNED = DigitField.of('^');
    private static final byte[] HEAD = "{\"data\":[".getBytes(StandardCharsets.US_ASCII);

    private TenantPages() {}

    /** Placeholder for digits in the row. */
    private record DigitField(int offset, int length) {
        static DigitField of(char placeholder) {
            int offset = ROW.indexOf(placeholder);
            return new DigitField(offset, ROW.lastIndexOf(placeholder) + 1 - offset);
        }

        void fill(byte[] page, int row, long number) {
            long remaining = number;
            for (int i = row + offset + length - 1; i >= row + offset; i--) {
                page[i] = (byte) ('0' + remaining % 10);
                remaining /= 10;
            }
        }
    }

    static Buffer page(BenchmarkFleet fleet, int customer, Paged request) {
        int total = fleet.tenants(customer);
        int rows = request.rowsOf(total);
        byte[] tail = request.tail(total).getBytes(StandardCharsets.US_ASCII);
        byte[] page = new byte[HEAD.length + rows * ROW_BYTES.length + tail.length];
        System.arraycopy(HEAD, 0, page, 0, HEAD.length);
        int end = HEAD.length;
        for (int i = 0; i < rows; i++) {
            System.arraycopy(ROW_BYTES, 0, page, end, ROW_BYTES.length);
            fill(page, end, fleet.tenant(customer, request.firstRow() + i));
            end += ROW_BYTES.length;
        }
        // The last row has no comma.
        end -= rows == 0 ? 0 : 1;
        System.arraycopy(tail, 0, page, end, tail.length);
        return Buffer.buffer(page).slice(0, end + tail.length);
    }

    private static void fill(byte[] page, int row, long tenant) {
        ID.fill(page, row, tenant);
        NAME.fill(page, row, tenant);
        AVAILABLE.fill(page, row, BenchmarkFleet.available(tenant));
        ASSIGNED.fill(page, row, BenchmarkFleet.assigned(tenant));
    }
}
