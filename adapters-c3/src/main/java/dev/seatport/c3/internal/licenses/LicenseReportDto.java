package dev.seatport.c3.internal.licenses;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seatport.c3.internal.transport.C3Wire;
import dev.seatport.http.Envelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The envelope of the license consumption report. */
@JsonIgnoreProperties({"OperationType", "ErrorMessage", "ErrorDetail"})
record LicenseReportDto(
        @JsonProperty("Status") @Nullable String status,
        @JsonProperty("RequestCorrelationID") @Nullable String correlationId,
        @JsonProperty("Data") @Nullable List<LicenseRowDto> data)
        implements Envelope {
    @Override
    public boolean succeeded() {
        return C3Wire.succeeded(status);
    }
}
