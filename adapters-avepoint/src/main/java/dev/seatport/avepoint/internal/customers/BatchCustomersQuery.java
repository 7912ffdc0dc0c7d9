package dev.seatport.avepoint.internal.customers;

import dev.seatport.avepoint.internal.customers.BatchCustomerPageDto.BatchCustomerDto;
import dev.seatport.avepoint.internal.customers.BatchCustomerPageDto.BatchCustomerDto.BatchTenantDto;
import dev.seatport.avepoint.internal.customers.CustomerMapper.RowContext;
import dev.seatport.avepoint.internal.transport.AvePointResponseConventions;
import dev.seatport.avepoint.internal.transport.PageMetadata;
import dev.seatport.domain.customer.Customer;
import dev.seatport.http.json.FastJsonReader;
import dev.seatport.http.json.JsonFieldTable;
import dev.seatport.http.spi.FastResponseReader;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Paged query of the customer batch, with the fast reader of its pages. */
final class BatchCustomersQuery
        implements PagedQuery<BatchCustomerPageDto, BatchCustomerDto, Customer>,
                FastResponseReader<BatchCustomerPageDto, Customer> {
    private static final CustomerMapper MAPPER = new CustomerMapperImpl();
    private static final JsonFieldTable PAGE = JsonFieldTable.of("data", "metadata");
    private static final JsonFieldTable ROW = JsonFieldTable.of(
                    "id", "organization", "ownerEmail", "jobStatus", "countryOrRegion", "tenants")
            .ignoring("managementMode");
    private static final JsonFieldTable TENANT = JsonFieldTable.of("id", "name");

    private static final int DATA_FIELD = 0;

    private static final int ID_FIELD = 0;
    private static final int ORGANIZATION_FIELD = 1;
    private static final int OWNER_EMAIL_FIELD = 2;
    private static final int JOB_STATUS_FIELD = 3;
    private static final int COUNTRY_FIELD = 4;

    private static final int TENANT_ID_FIELD = 0;

    @Override
    public int pageSize() {
        return AvePointResponseConventions.PAGE_SIZE;
    }

    @Override
    public VendorRequest request(int pageIndex, int pageSize) {
        return CustomerRequestFactory.currentPage(pageIndex, pageSize);
    }

    @Override
    public Class<BatchCustomerPageDto> pageType() {
        return BatchCustomerPageDto.class;
    }

    @Override
    public Optional<FastResponseReader<BatchCustomerPageDto, Customer>> fastReader() {
        return Optional.of(this);
    }

    @Override
    public Page<BatchCustomerDto> toPage(BatchCustomerPageDto page, ResponseContext context) {
        return AvePointResponseConventions.page(page.data(), page.metadata(), context);
    }

    @Override
    public String rowPath(int row) {
        return "$.data[" + row + "]";
    }

    @Override
    public Object key(Customer row) {
        return row.id();
    }

    @Override
    public RowMapper<BatchCustomerDto, Customer> mapper() {
        return (row, path, context) -> MAPPER.fromBatch(row, new RowContext(path, context));
    }

    @Override
    public BatchCustomerPageDto decode(FastJsonReader json, List<Customer> rows, ResponseContext context) {
        // No row index: a row that fails here is decoded again by databind, whose message has the index.
        RowContext rowContext = new RowContext("$.data[*]", context);
        List<BatchCustomerDto> data = null;
        PageMetadata metadata = null;
        json.beginObject();
        for (int field = json.nextField(PAGE); field != FastJsonReader.END_OF_OBJECT; field = json.nextField(PAGE)) {
            if (field == DATA_FIELD) {
                json.readRows(rows, row -> MAPPER.fromBatch(row(row), rowContext));
                data = List.of();
            } else {
                metadata = PageMetadata.read(json);
            }
        }
        return new BatchCustomerPageDto(data, metadata);
    }

    private static BatchCustomerDto row(FastJsonReader json) {
        @Nullable String id = null;
        @Nullable String organization = null;
        @Nullable String ownerEmail = null;
        @Nullable String jobStatus = null;
        @Nullable String country = null;
        @Nullable List<BatchTenantDto> tenants = null;
        for (int field = json.nextField(ROW); field != FastJsonReader.END_OF_OBJECT; field = json.nextField(ROW)) {
            switch (field) {
                case ID_FIELD -> id = json.readScalar();
                case ORGANIZATION_FIELD -> organization = json.readScalar();
                case OWNER_EMAIL_FIELD -> ownerEmail = json.readScalar();
                case JOB_STATUS_FIELD -> jobStatus = json.readScalar();
                case COUNTRY_FIELD -> country = json.readScalar();
                default -> tenants = tenants(json);
            }
        }
        return new BatchCustomerDto(id, organization, ownerEmail, jobStatus, country, tenants);
    }

    private static List<BatchTenantDto> tenants(FastJsonReader json) {
        List<BatchTenantDto> tenants = new ArrayList<>();
        json.readRows(tenants, BatchCustomersQuery::tenant);
        return tenants;
    }

    private static BatchTenantDto tenant(FastJsonReader json) {
        @Nullable String id = null;
        @Nullable String name = null;
        for (int field = json.nextField(TENANT);
                field != FastJsonReader.END_OF_OBJECT;
                field = json.nextField(TENANT)) {
            if (field == TENANT_ID_FIELD) {
                id = json.readString();
            } else {
                name = json.readString();
            }
        }
        return new BatchTenantDto(id, name);
    }
}
