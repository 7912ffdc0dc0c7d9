package dev.seatport.c3.internal.licenses;

import dev.seatport.c3.internal.licenses.LicenseMapper.RowContext;
import dev.seatport.c3.internal.licenses.LicenseReportDto.LicenseRowDto;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.json.FastJsonReader;
import dev.seatport.http.json.JsonFieldTable;
import dev.seatport.http.spi.FastResponseReader;
import dev.seatport.http.spi.ResponseContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fast reader of license reports, in each spelling of the documents.
 *
 * @param customer customer of the request
 * @param tenant tenant of the request
 */
record LicenseReportDecoder(CustomerId customer, TenantId tenant)
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

    private static final int STATUS_FIELD = 0;
    private static final int CORRELATION_ID_FIELD = 1;

    private static final int ACTIVE_FIELD = 0;
    private static final int AVAILABLE_FIELD = 1;
    private static final int TOTAL_FIELD = 2;
    private static final int PRODUCT_FIELD = 3;
    private static final int SKU_FIELD = 4;
    private static final int CONSUMED_FIELD = 5;
    private static final int SUBSCRIPTIONS_FIELD = 6;
    private static final int EXPLAINED_AVAILABLE_FIELD = 7;
    private static final int EXPLAINED_TOTAL_FIELD = 8;
    private static final int EXPLAINED_PRODUCT_FIELD = 9;
    private static final int CORRECT_PRODUCT_FIELD = 10;

    @Override
    public LicenseReportDto decode(FastJsonReader json, List<LicenseConsumption> rows, ResponseContext context) {
        // No row index: a row that fails here is decoded again by databind, whose message has the index.
        RowContext rowContext = new RowContext(customer, tenant, "$.Data[*]", context);
        String status = null;
        String correlationId = null;
        List<LicenseRowDto> data = null;
        json.beginObject();
        for (int field = json.nextField(REPORT);
                field != FastJsonReader.END_OF_OBJECT;
                field = json.nextField(REPORT)) {
            switch (field) {
                case STATUS_FIELD -> status = json.readScalar();
                case CORRELATION_ID_FIELD -> correlationId = json.readScalar();
                default -> {
                    json.readRows(rows, row -> row(row, rowContext));
                    data = List.of();
                }
            }
        }
        return new LicenseReportDto(status, correlationId, data);
    }

    /** Creates and maps the DTO in one method, so that the JIT compiler can remove the allocation. */
    private static LicenseConsumption row(FastJsonReader json, RowContext rowContext) {
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
        for (int field = json.nextField(ROW); field != FastJsonReader.END_OF_OBJECT; field = json.nextField(ROW)) {
            switch (field) {
                case ACTIVE_FIELD -> active = json.readLong();
                case AVAILABLE_FIELD -> available = json.readLong();
                case TOTAL_FIELD -> total = json.readLong();
                case PRODUCT_FIELD -> product = json.readScalar();
                case SKU_FIELD -> sku = json.readScalar();
                case CONSUMED_FIELD -> consumed = json.readLong();
                case SUBSCRIPTIONS_FIELD -> subscriptions = json.readScalar();
                case EXPLAINED_AVAILABLE_FIELD -> explainedAvailable = json.readLong();
                case EXPLAINED_TOTAL_FIELD -> explainedTotal = json.readLong();
                case EXPLAINED_PRODUCT_FIELD -> explainedProduct = json.readScalar();
                case CORRECT_PRODUCT_FIELD -> correctProduct = json.readScalar();
                default -> correctSubscriptions = json.readScalar();
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
