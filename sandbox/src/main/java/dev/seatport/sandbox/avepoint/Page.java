package dev.seatport.sandbox.avepoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page that a call asks for: {@code pageIndex} from 1, 1 unless told; {@code pageSize} 50 unless told, cut to the largest size
 * that the server serves.
 */
record Page(int index, int size) {
    private static final int DEFAULT_SIZE = 50;

    static Page of(Map<String, String> query, int largest) {
        int index = positive(query, "pageIndex", 1);
        int size = positive(query, "pageSize", DEFAULT_SIZE);
        return new Page(index, Math.min(size, largest));
    }

    /** The rows on this page; none beyond the last one. */
    <T> List<T> of(List<T> rows) {
        long start = (long) (index - 1) * size;
        if (start >= rows.size()) {
            return List.of();
        }
        int from = (int) start;
        return rows.subList(from, (int) Math.min(rows.size(), start + size));
    }

    void describe(ObjectNode metadata, int totalCount) {
        metadata.put("pageIndex", index);
        metadata.put("pageSize", size);
        metadata.put("totalCount", totalCount);
    }

    private static int positive(Map<String, String> query, String name, int otherwise) {
        String text = query.get(name);
        if (text == null) {
            return otherwise;
        }
        int number = number(text);
        if (number < 1) {
            throw new BadInput(name + " must be a whole number from 1.");
        }
        return number;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
