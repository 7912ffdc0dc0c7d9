package dev.seatport.c3.internal.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seatport.c3.internal.transport.C3Wire;
import dev.seatport.http.Envelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The envelope of {@code activecustomers/details}; its rows are gathered while they arrive, and not in {@code data}. */
@JsonIgnoreProperties({"OperationType", "ErrorMessage", "ErrorDetail"})
record ActiveCustomersDto(
        @JsonProperty("Status") @Nullable String status,
        @JsonProperty("RequestCorrelationID") @Nullable String correlationId,
        @JsonProperty("Data") @Nullable List<ActiveCustomerDto> data)
        implements Envelope {
    @Override
    public boolean succeeded() {
        return C3Wire.succeeded(status);
    }
}
