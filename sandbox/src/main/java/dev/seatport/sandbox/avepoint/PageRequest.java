package dev.seatport.sandbox.avepoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.EndpointFault;
import dev.seatport.sandbox.exchange.SandboxRequest;
import java.util.List;
import java.util.Map;

/**
 * The page that a call asks for: {@code pageIndex} from 1, 1 unless told; {@code pageSize} 50 unless told, cut to the largest size
 * that the server serves. A fault may serve other rows than those.
 */
record PageRequest(int index, int size, EndpointFault fault) {
    private static final int DEFAULT_SIZE = 50;

    static PageRequest of(SandboxRequest request, int largest) {
        Map<String, String> query = request.query();
        int index = positive(query, "pageIndex", 1);
        int size = positive(query, "pageSize", DEFAULT_SIZE);
        return new PageRequest(index, Math.min(size, largest), request.fault());
    }

    /** The rows on this page; none beyond the last one. */
    <T> List<T> of(List<T> rows) {
        long served = fault.firstPage() ? 1 : index;
        long start = Math.max(0, (served - 1) * size - fault.pageShift());
        if (start >= rows.size()) {
            return List.of();
        }
        int from = (int) start;
        return rows.subList(from, (int) Math.min(rows.size(), start + size));
    }

    void describe(ObjectNode metadata, int totalCount) {
        metadata.put("pageIndex", index);
        metadata.put("pageSize", size);
        metadata.put("totalCount", Math.max(0, totalCount + fault.pageShift()));
    }

    private static int positive(Map<String, String> query, String name, int otherwise) {
        try {
            int number = Integer.parseInt(query.getOrDefault(name, String.valueOf(otherwise)));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused as a number below 1 is.
        }
        throw new BadRequestException(name + " must be a whole number from 1.");
    }
}
