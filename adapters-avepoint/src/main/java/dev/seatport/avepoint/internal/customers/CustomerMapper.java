package dev.seatport.avepoint.internal.customers;

import dev.seatport.avepoint.internal.customers.BatchCustomerPageDto.BatchCustomerDto;
import dev.seatport.avepoint.internal.customers.BatchCustomerPageDto.BatchCustomerDto.BatchTenantDto;
import dev.seatport.avepoint.internal.transport.AvePointProtocol;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerStatus;
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

/** What a customer of either family means. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface CustomerMapper {
    /** Where the row stands in the answer. */
    record RowContext(String path, ResponseContext answer) {
        private static final Pattern ROW = Pattern.compile("\\[[0-9]+]");

        /** Tells what is odd about a field of the row, whichever row it is. */
        void drift(String field, String what) {
            answer.drift(ROW.matcher(path).replaceAll("[*]") + "." + field, what);
        }

        /** A text that the documents promise. */
        @Nullable
        String promised(String field, @Nullable String text) {
            if (text == null) {
                drift(field, "missing");
            }
            return text;
        }
    }

    /** The older family reports no tenants: that is not the same as a customer without any. */
    @Mapping(target = "status", source = "jobStatus", qualifiedByName = "status")
    @Mapping(target = "statusText", source = "jobStatus", qualifiedByName = "statusText")
    @Mapping(target = "organization", source = "organization", qualifiedByName = "organization")
    @Mapping(target = "ownerEmail", source = "ownerEmail", qualifiedByName = "ownerEmail")
    @Mapping(target = "country", source = "countryOrRegion", qualifiedByName = "country")
    @Mapping(target = "tenants", ignore = true)
    @Mapping(target = "tenantsWithoutId", ignore = true)
    @Mapping(target = "deletedAt", ignore = true)
    Customer fromPartnerFamily(PartnerCustomerDto row, @Context RowContext rowContext);

    @Mapping(target = "status", source = "jobStatus", qualifiedByName = "status")
    @Mapping(target = "statusText", source = "jobStatus", qualifiedByName = "statusText")
    @Mapping(target = "organization", source = "organization", qualifiedByName = "organization")
    @Mapping(target = "ownerEmail", source = "ownerEmail", qualifiedByName = "ownerEmail")
    @Mapping(target = "country", source = "countryOrRegion", qualifiedByName = "country")
    @Mapping(target = "tenants", source = "tenants", qualifiedByName = "tenants")
    @Mapping(target = "tenantsWithoutId", source = "tenants", qualifiedByName = "tenantsWithoutId")
    @Mapping(target = "deletedAt", ignore = true)
    Customer fromBatch(BatchCustomerDto row, @Context RowContext rowContext);

    default CustomerId customerId(@Nullable String id, @Context RowContext rowContext) {
        return new CustomerId(
                AvePointProtocol.VENDOR, AvePointProtocol.requireId(id, rowContext.path(), ".id", rowContext.answer()));
    }

    @Named("status")
    default CustomerStatus status(@Nullable String jobStatus, @Context RowContext rowContext) {
        CustomerStatus status = JobStatus.read(jobStatus).meaning();
        if (status == CustomerStatus.UNKNOWN) {
            rowContext.drift("jobStatus", jobStatus == null || jobStatus.isBlank() ? "missing" : "an unknown status");
        }
        return status;
    }

    @Named("organization")
    default @Nullable String organization(@Nullable String text, @Context RowContext rowContext) {
        return rowContext.promised("organization", text);
    }

    @Named("ownerEmail")
    default @Nullable String ownerEmail(@Nullable String text, @Context RowContext rowContext) {
        return rowContext.promised("ownerEmail", text);
    }

    @Named("country")
    default @Nullable String country(@Nullable String text, @Context RowContext rowContext) {
        return rowContext.promised("countryOrRegion", text);
    }

    @Named("statusText")
    default @Nullable String statusText(@Nullable String jobStatus) {
        return JobStatus.read(jobStatus).text();
    }

    @Named("tenants")
    default @Nullable List<Tenant> tenants(@Nullable List<BatchTenantDto> rows, @Context RowContext rowContext) {
        if (rows == null) {
            rowContext.drift("tenants", "missing");
            return null;
        }
        List<Tenant> tenants = rows.stream()
                .filter(CustomerMapper::hasId)
                .map(row -> new Tenant(id(row), row.name(), TenantKind.UNKNOWN))
                .toList();
        // Tenants of which none is understood are not the same as none.
        return tenants.isEmpty() && !rows.isEmpty() ? null : tenants;
    }

    /** A tenant that the vendor is still making has no id yet: it ends neither the customer nor the listing. */
    @Named("tenantsWithoutId")
    default int tenantsWithoutId(@Nullable List<BatchTenantDto> rows, @Context RowContext rowContext) {
        if (rows == null) {
            return 0;
        }
        int without = (int) rows.stream().filter(row -> !hasId(row)).count();
        if (without > 0) {
            rowContext.drift("tenants[*].id", "missing");
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
