package dev.seatport.c3.internal.licenses;

import dev.seatport.c3.internal.licenses.LicenseMapper.RowContext;
import dev.seatport.c3.internal.licenses.LicenseReportDto.LicenseRowDto;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.json.JsonFieldReader;
import dev.seatport.http.json.JsonFieldTable;
import dev.seatport.http.spi.FastResponseReader;
import dev.seatport.http.spi.ResponseContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads regular license reports, in any of the documents' spellings.
 *
 * @param customer for whom it was asked
 * @param tenant which tenant it was asked for
 */
record LicenseReportReader(CustomerId customer, TenantId tenant)
        implements FastResponseReader<LicenseReportDto, LicenseConsumption> {
    private static final LicenseMapper MAPPER = new LicenseMapperImpl();
    private static final JsonFieldTable REPORT = JsonFieldTable.of("Status", "RequestCorrelationID", "Data")
            .ignoring("OperationType", "ErrorMessage", "ErrorDetail");
    private static final JsonFieldTable ROW = JsonFieldTable.of(
            "ActiveUnits",
            "AvailableUnits",
            "TotalUnits",
            "ProducName",
            "ProductSkuId",
            "ConsumedUnits",
            "SubcriptionNames",
            "AvaiableUnits",
            "Totalunits",
            "Productname",
            "ProductName",
            "SubscriptionNames");

    @Override
    public LicenseReportDto read(JsonFieldReader json, List<LicenseConsumption> rows, ResponseContext answer) {
        // Where a row stands is only said of one that cannot be understood, and databind reads those.
        RowContext rowContext = new RowContext(customer, tenant, "$.Data[*]", answer);
        String status = null;
        String correlationId = null;
        List<LicenseRowDto> data = null;
        json.open();
        for (int field = json.next(REPORT); field != JsonFieldReader.END; field = json.next(REPORT)) {
            switch (field) {
                case 0 -> status = json.text();
                case 1 -> correlationId = json.text();
                default -> {
                    json.rows(rows, row -> row(row, rowContext));
                    data = List.of();
                }
            }
        }
        return new LicenseReportDto(status, correlationId, data);
    }

    /** The DTO is made and mapped in one method, so that Java need not really make it. */
    private static LicenseConsumption row(JsonFieldReader json, RowContext rowContext) {
        @Nullable Long active = null;
        @Nullable Long consumed = null;
        @Nullable Long available = null;
        @Nullable Long explainedAvailable = null;
        @Nullable Long total = null;
        @Nullable Long explainedTotal = null;
        @Nullable String sku = null;
        @Nullable String product = null;
        @Nullable String explainedProduct = null;
        @Nullable String correctProduct = null;
        @Nullable String subscriptions = null;
        @Nullable String correctSubscriptions = null;
        for (int field = json.next(ROW); field != JsonFieldReader.END; field = json.next(ROW)) {
            switch (field) {
                case 0 -> active = json.count();
                case 1 -> available = json.count();
                case 2 -> total = json.count();
                case 3 -> product = json.text();
                case 4 -> sku = json.text();
                case 5 -> consumed = json.count();
                case 6 -> subscriptions = json.text();
                case 7 -> explainedAvailable = json.count();
                case 8 -> explainedTotal = json.count();
                case 9 -> explainedProduct = json.text();
                case 10 -> correctProduct = json.text();
                default -> correctSubscriptions = json.text();
            }
        }
        return MAPPER.toConsumption(
                new LicenseRowDto(
                        active,
                        consumed,
                        available,
                        explainedAvailable,
                        total,
                        explainedTotal,
                        sku,
                        product,
                        explainedProduct,
                        correctProduct,
                        subscriptions,
                        correctSubscriptions),
                rowContext);
    }
}
