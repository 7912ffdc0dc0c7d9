package dev.seatport.sandbox.avepoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.RequestHandlingFault;
import dev.seatport.sandbox.exchange.SandboxRequest;
import java.util.List;
import java.util.Map;

/**
 * Requested page. {@code pageIndex} starts at 1 and defaults to 1. {@code pageSize} defaults to 50 and is limited to the server's
 * maximum. A fault may select other rows.
 */
record PageRequest(int index, int size, RequestHandlingFault fault) {
    private static final int DEFAULT_SIZE = 50;

    static PageRequest of(SandboxRequest request, int maxSize) {
        Map<String, String> query = request.query();
        int index = positiveInt(query, "pageIndex", 1);
        int size = positiveInt(query, "pageSize", DEFAULT_SIZE);
        return new PageRequest(index, Math.min(size, maxSize), request.fault());
    }

    /** Returns the rows of this page; empty after the last page. */
    <T> List<T> slice(List<T> rows) {
        long servedIndex = fault.alwaysFirstPage() ? 1 : index;
        long start = Math.max(0, (servedIndex - 1) * size - fault.pageShift());
        if (start >= rows.size()) {
            return List.of();
        }
        int from = (int) start;
        return rows.subList(from, (int) Math.min(rows.size(), start + size));
    }

    void writeMetadata(ObjectNode metadata, int totalCount) {
        metadata.put("pageIndex", index);
        metadata.put("pageSize", size);
        metadata.put("totalCount", Math.max(0, totalCount + fault.pageShift()));
    }

    private static int positiveInt(Map<String, String> query, String name, int defaultValue) {
        try {
            int number = Integer.parseInt(query.getOrDefault(name, String.valueOf(defaultValue)));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Rejected below, as a number under 1 is.
        }
        throw new BadRequestException(name + " must be a whole number from 1.");
    }
}
