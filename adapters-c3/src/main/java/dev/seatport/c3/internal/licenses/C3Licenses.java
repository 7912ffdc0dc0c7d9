package dev.seatport.c3.internal.licenses;

import dev.seatport.c3.internal.licenses.LicenseMapper.RowContext;
import dev.seatport.c3.internal.transport.C3ResponseConventions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import java.util.concurrent.Flow;

/** License consumption of C3. Thread-safe. */
public final class C3Licenses implements LicenseConsumptionSource {
    public static final VendorOperation OPERATION = LicenseRequestFactory.OPERATION;

    private static final LicenseMapper MAPPER = new LicenseMapperImpl();

    private final VendorClient client;

    public C3Licenses(VendorClient client) {
        this.client = client;
    }

    @Override
    public Flow.Publisher<Observed<LicenseConsumption>> consumption(CustomerId customer, TenantId tenant) {
        return client.list(
                () -> LicenseRequestFactory.report(customer, tenant),
                LicenseReportDto.class,
                new LicenseReportDecoder(customer, tenant),
                (report, response) -> response.mapToListing(
                        response.requireRows(report.data(), "$.Data"),
                        C3ResponseConventions::rowPath,
                        (row, path, context) ->
                                MAPPER.toConsumption(row, new RowContext(customer, tenant, path, context))));
    }
}
