package dev.seatport.sandbox.avepoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.exchange.Call;
import dev.seatport.sandbox.exchange.Twist;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page that a call asks for: {@code pageIndex} from 1, 1 unless told; {@code pageSize} 50 unless told, cut to the largest size
 * that the server serves. A twist may serve other rows than those.
 */
record Page(int index, int size, Twist twist) {
    private static final int DEFAULT_SIZE = 50;

    static Page of(Call call, int largest) {
        Map<String, String> query = call.query();
        int index = positive(query, "pageIndex", 1);
        int size = positive(query, "pageSize", DEFAULT_SIZE);
        return new Page(index, Math.min(size, largest), call.twist());
    }

    /** The rows on this page; none beyond the last one. */
    <T> List<T> of(List<T> rows) {
        long served = twist.firstPage() ? 1 : index;
        long start = Math.max(0, (served - 1) * size - twist.pageShift());
        if (start >= rows.size()) {
            return List.of();
        }
        int from = (int) start;
        return rows.subList(from, (int) Math.min(rows.size(), start + size));
    }

    void describe(ObjectNode metadata, int totalCount) {
        metadata.put("pageIndex", index);
        metadata.put("pageSize", size);
        metadata.put("totalCount", Math.max(0, totalCount + twist.pageShift()));
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
