package dev.seatport.avepoint.internal.tenantseats;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.seatport.avepoint.internal.transport.TextDeserializer;
import org.jspecify.annotations.Nullable;

/** A row of "Retrieve customer tenant user seats". The type is a number that may come as text. */
record TenantSeatDto(
        @Nullable String type,

        @JsonDeserialize(using = TextDeserializer.class) @Nullable
        String tenantId,

        @Nullable String tenantName,
        @Nullable Long availableUserSeat,
        @Nullable Long assignedUserSeat) {}
