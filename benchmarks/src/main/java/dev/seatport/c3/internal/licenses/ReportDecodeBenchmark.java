package dev.seatport.c3.internal.licenses;

import dev.seatport.c3.internal.transport.C3ResponseConventions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.internal.codec.BufferedBody;
import dev.seatport.http.internal.pipeline.BytesDecodeBenchmark;
import dev.seatport.http.internal.pipeline.DecodableResponse;
import dev.seatport.ports.listing.ListingResult;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Decodes a license report from bytes to domain values. */
public final class ReportDecodeBenchmark {
    private static final CustomerId CUSTOMER = new CustomerId(C3ResponseConventions.VENDOR, "customer-1");
    private static final TenantId TENANT = new TenantId("tenant-1");

    private ReportDecodeBenchmark() {}

    public static Observed<ListingResult<LicenseConsumption>> of(Buffer report) {
        DecodableResponse<LicenseReportDto, BufferedBody<LicenseReportDto, LicenseConsumption>> decodableResponse =
                BytesDecodeBenchmark.decode(
                        LicenseRequestFactory.OPERATION,
                        report,
                        LicenseReportDto.class,
                        new LicenseReportDecoder(CUSTOMER, TENANT),
                        0);
        return decodableResponse
                .context()
                .observed(decodableResponse
                        .body()
                        .listing(
                                decodableResponse.content(),
                                (envelope, context) -> {
                                    context.requireRows(envelope.data(), "$.Data");
                                    return new ListingResult<>(List.of(), null);
                                },
                                decodableResponse.context()));
    }
}
