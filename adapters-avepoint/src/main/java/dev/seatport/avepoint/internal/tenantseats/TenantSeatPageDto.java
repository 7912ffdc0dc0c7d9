package dev.seatport.avepoint.internal.tenantseats;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seatport.avepoint.internal.transport.PageMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of tenant seats: {@code {data, metadata}} in the current document, a bare array of rows in the older one. */
record TenantSeatPageDto(
        @Nullable List<TenantSeatDto> data, @Nullable PageMetadata metadata) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    TenantSeatPageDto(
            @JsonProperty("data") @Nullable List<TenantSeatDto> data,
            @JsonProperty("metadata") @Nullable PageMetadata metadata) {
        this.data = data;
        this.metadata = metadata;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static TenantSeatPageDto bare(List<TenantSeatDto> rows) {
        return new TenantSeatPageDto(rows, null);
    }
}
