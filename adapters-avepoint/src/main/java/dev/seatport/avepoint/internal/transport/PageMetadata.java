package dev.seatport.avepoint.internal.transport;

import dev.seatport.http.json.JsonFieldReader;
import dev.seatport.http.json.JsonFieldTable;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code metadata} of a batch. What it says of the page itself is read leniently: it proves nothing, and may come as text. */
public record PageMetadata(
        @Nullable Long totalCount,
        @Nullable String pageSize,
        @Nullable String pageIndex) {
    private static final JsonFieldTable NAMES = JsonFieldTable.of("pageIndex", "pageSize", "totalCount");
    /** No page has more rows, and no listing more pages. */
    private static final int MOST_DIGITS = 9;

    /** Reads it field by field. */
    public static PageMetadata read(JsonFieldReader json) {
        Long total = null;
        String size = null;
        String index = null;
        json.open();
        for (int field = json.next(NAMES); field != JsonFieldReader.END; field = json.next(NAMES)) {
            switch (field) {
                case 0 -> index = json.text();
                case 1 -> size = json.text();
                default -> total = json.count();
            }
        }
        return new PageMetadata(total, size, index);
    }

    /** How many rows a full page has; empty if that is not said. */
    OptionalLong size() {
        return positive(pageSize);
    }

    /** Which page it is; empty if that is not said. */
    OptionalLong index() {
        return positive(pageIndex);
    }

    private static OptionalLong positive(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > MOST_DIGITS) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            number = 10 * number + digit;
        }
        return number == 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
