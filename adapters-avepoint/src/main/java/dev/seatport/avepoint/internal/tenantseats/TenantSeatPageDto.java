package dev.seatport.avepoint.internal.tenantseats;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.seatport.avepoint.internal.transport.PageMetadata;
import dev.seatport.avepoint.internal.transport.StringOrNullDeserializer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Page of tenant seats: {@code {data, metadata}} in the current API, a bare array of rows in the older API. */
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

    /** Row of "Retrieve customer tenant user seats". The type is a number, possibly as text. */
    record TenantSeatDto(
            @Nullable String type,

            @JsonDeserialize(using = StringOrNullDeserializer.class) @Nullable
            String tenantId,

            @Nullable String tenantName,
            @Nullable Long availableUserSeat,
            @Nullable Long assignedUserSeat) {}
}
