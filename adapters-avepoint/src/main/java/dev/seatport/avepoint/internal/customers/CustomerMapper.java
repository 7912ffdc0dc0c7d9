package dev.seatport.avepoint.internal.customers;

import dev.seatport.avepoint.internal.customers.BatchCustomerPageDto.BatchCustomerDto;
import dev.seatport.avepoint.internal.customers.BatchCustomerPageDto.BatchCustomerDto.BatchTenantDto;
import dev.seatport.avepoint.internal.transport.AvePointResponseConventions;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.spi.ResponseContext;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;

/** Maps customers of both API versions to the domain. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface CustomerMapper {
    /** JSON path of the row in its response. */
    record RowContext(String path, ResponseContext response) {
        private static final Pattern ROW_INDEX = Pattern.compile("\\[[0-9]+]");

        /** Reports drift of a field, with a path for all rows. */
        void reportDrift(String field, String difference) {
            response.reportDrift(ROW_INDEX.matcher(path).replaceAll("[*]") + "." + field, difference);
        }

        /** Returns the text of a documented field, and reports drift if it is missing. */
        @Nullable
        String documented(String field, @Nullable String text) {
            if (text == null) {
                reportDrift(field, "missing");
            }
            return text;
        }
    }

    /** Leaves the tenants unreported, because the older API does not list them. Unreported is not the same as none. */
    @Mapping(target = "status", source = "jobStatus", qualifiedByName = "status")
    @Mapping(target = "statusText", source = "jobStatus", qualifiedByName = "statusText")
    @Mapping(target = "organization", source = "organization", qualifiedByName = "organization")
    @Mapping(target = "ownerEmail", source = "ownerEmail", qualifiedByName = "ownerEmail")
    @Mapping(target = "country", source = "countryOrRegion", qualifiedByName = "country")
    @Mapping(target = "tenants", ignore = true)
    @Mapping(target = "tenantsWithoutId", ignore = true)
    @Mapping(target = "deletedAt", ignore = true)
    Customer fromPartnerCustomer(PartnerCustomerDto row, @Context RowContext context);

    @Mapping(target = "status", source = "jobStatus", qualifiedByName = "status")
    @Mapping(target = "statusText", source = "jobStatus", qualifiedByName = "statusText")
    @Mapping(target = "organization", source = "organization", qualifiedByName = "organization")
    @Mapping(target = "ownerEmail", source = "ownerEmail", qualifiedByName = "ownerEmail")
    @Mapping(target = "country", source = "countryOrRegion", qualifiedByName = "country")
    @Mapping(target = "tenants", source = "tenants", qualifiedByName = "tenants")
    @Mapping(target = "tenantsWithoutId", source = "tenants", qualifiedByName = "tenantsWithoutId")
    @Mapping(target = "deletedAt", ignore = true)
    Customer fromBatch(BatchCustomerDto row, @Context RowContext context);

    default CustomerId customerId(@Nullable String id, @Context RowContext context) {
        return new CustomerId(
                AvePointResponseConventions.VENDOR,
                AvePointResponseConventions.requireId(id, context.path(), ".id", context.response()));
    }

    @Named("status")
    default CustomerServiceStatus status(@Nullable String jobStatus, @Context RowContext context) {
        CustomerServiceStatus status = JobStatus.parse(jobStatus).status();
        if (status == CustomerServiceStatus.UNKNOWN) {
            context.reportDrift(
                    "jobStatus", jobStatus == null || jobStatus.isBlank() ? "missing" : "an unknown status");
        }
        return status;
    }

    @Named("organization")
    default @Nullable String organization(@Nullable String text, @Context RowContext context) {
        return context.documented("organization", text);
    }

    @Named("ownerEmail")
    default @Nullable String ownerEmail(@Nullable String text, @Context RowContext context) {
        return context.documented("ownerEmail", text);
    }

    @Named("country")
    default @Nullable String country(@Nullable String text, @Context RowContext context) {
        return context.documented("countryOrRegion", text);
    }

    @Named("statusText")
    default @Nullable String statusText(@Nullable String jobStatus) {
        return JobStatus.parse(jobStatus).text();
    }

    @Named("tenants")
    default @Nullable List<Tenant> tenants(@Nullable List<BatchTenantDto> rows, @Context RowContext context) {
        if (rows == null) {
            context.reportDrift("tenants", "missing");
            return null;
        }
        List<Tenant> tenants = rows.stream()
                .filter(CustomerMapper::hasId)
                .map(row -> new Tenant(id(row), row.name(), TenantKind.UNKNOWN))
                .toList();
        // A customer whose tenants all lack an id is not a customer without tenants.
        return tenants.isEmpty() && !rows.isEmpty() ? null : tenants;
    }

    /** Counts tenants without an id. A tenant that the vendor is still setting up has none yet, so it must not end the listing. */
    @Named("tenantsWithoutId")
    default int tenantsWithoutId(@Nullable List<BatchTenantDto> rows, @Context RowContext context) {
        if (rows == null) {
            return 0;
        }
        int without = (int) rows.stream().filter(row -> !hasId(row)).count();
        if (without > 0) {
            context.reportDrift("tenants[*].id", "missing");
        }
        return without;
    }

    private static boolean hasId(@Nullable BatchTenantDto row) {
        return row != null && id(row).isIdentifying();
    }

    private static TenantId id(BatchTenantDto row) {
        return new TenantId(row.id() == null ? "" : row.id());
    }
}
