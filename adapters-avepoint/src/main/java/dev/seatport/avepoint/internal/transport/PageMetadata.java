package dev.seatport.avepoint.internal.transport;

import dev.seatport.http.json.FastJsonReader;
import dev.seatport.http.json.JsonFieldTable;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code metadata} of a batch. Page size and page index are decoded leniently: they may be text, and they only hint. */
public record PageMetadata(
        @Nullable Long totalCount,
        @Nullable String pageSize,
        @Nullable String pageIndex) {
    private static final JsonFieldTable FIELDS = JsonFieldTable.of("pageIndex", "pageSize", "totalCount");

    private static final int PAGE_INDEX_FIELD = 0;
    private static final int PAGE_SIZE_FIELD = 1;

    /** Digits of the largest accepted number: more rows or pages are not plausible. */
    private static final int MAX_DIGITS = 9;

    public static PageMetadata read(FastJsonReader json) {
        Long total = null;
        String size = null;
        String index = null;
        json.beginObject();
        for (int field = json.nextField(FIELDS);
                field != FastJsonReader.END_OF_OBJECT;
                field = json.nextField(FIELDS)) {
            switch (field) {
                case PAGE_INDEX_FIELD -> index = json.readScalar();
                case PAGE_SIZE_FIELD -> size = json.readScalar();
                default -> total = json.readLong();
            }
        }
        return new PageMetadata(total, size, index);
    }

    /**
     * Returns the number of rows of a full page.
     *
     * @return empty if it is not a positive number
     */
    OptionalLong reportedPageSize() {
        return positive(pageSize);
    }

    /**
     * Returns the number of this page.
     *
     * @return empty if it is not a positive number
     */
    OptionalLong reportedPageIndex() {
        return positive(pageIndex);
    }

    private static OptionalLong positive(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > MAX_DIGITS) {
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
