package dev.seatport.avepoint.internal.transport;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.seatport.http.FieldNames;
import dev.seatport.http.RegularJson;
import org.jspecify.annotations.Nullable;

/** {@code metadata} of a batch: {@code pageIndex} and {@code pageSize} only repeat the question. */
@JsonIgnoreProperties({"pageIndex", "pageSize"})
public record PageMetadata(@Nullable Long totalCount) {
    private static final FieldNames NAMES = FieldNames.of("totalCount").ignoring("pageIndex", "pageSize");

    /** Reads it field by field. */
    public static PageMetadata read(RegularJson json) {
        Long total = null;
        json.open();
        while (json.next(NAMES) != RegularJson.END) {
            total = json.count();
        }
        return new PageMetadata(total);
    }
}
