package dev.seatport.avepoint.internal.customers;

import dev.seatport.avepoint.internal.customers.BatchCustomerDto.BatchTenantDto;
import dev.seatport.avepoint.internal.transport.AvePointWire;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerStatus;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.AnswerContext;
import java.util.ArrayList;
import java.util.List;
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
    record Place(String path, AnswerContext answer) {}

    /** The older family reports no tenants: that is not the same as a customer without any. */
    @Mapping(target = "status", source = "jobStatus", qualifiedByName = "status")
    @Mapping(target = "statusText", source = "jobStatus", qualifiedByName = "statusText")
    @Mapping(target = "country", source = "countryOrRegion")
    @Mapping(target = "tenants", ignore = true)
    @Mapping(target = "deleted", ignore = true)
    Customer fromPartnerFamily(PartnerCustomerDto row, @Context Place place);

    @Mapping(target = "status", source = "jobStatus", qualifiedByName = "status")
    @Mapping(target = "statusText", source = "jobStatus", qualifiedByName = "statusText")
    @Mapping(target = "country", source = "countryOrRegion")
    @Mapping(target = "tenants", source = "tenants", qualifiedByName = "tenants")
    @Mapping(target = "deleted", ignore = true)
    Customer fromBatch(BatchCustomerDto row, @Context Place place);

    default CustomerId customerId(@Nullable String id, @Context Place place) {
        return new CustomerId(AvePointWire.VENDOR, AvePointWire.requireText(id, place.path() + ".id", place.answer()));
    }

    @Named("status")
    default CustomerStatus status(@Nullable String jobStatus, @Context Place place) {
        CustomerStatus status = JobStatus.read(jobStatus).meaning();
        if (status == CustomerStatus.UNKNOWN) {
            place.answer().drift("jobStatus", jobStatus == null ? "missing" : "an unknown status");
        }
        return status;
    }

    @Named("statusText")
    default @Nullable String statusText(@Nullable String jobStatus) {
        return JobStatus.read(jobStatus).text();
    }

    @Named("tenants")
    default @Nullable List<Tenant> tenants(@Nullable List<BatchTenantDto> rows, @Context Place place) {
        if (rows == null) {
            return null;
        }
        List<Tenant> tenants = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            String path = place.path() + ".tenants[" + i + "].id";
            String id = AvePointWire.requireText(rows.get(i).id(), path, place.answer());
            tenants.add(new Tenant(new TenantId(id), rows.get(i).name(), TenantKind.UNKNOWN));
        }
        return tenants;
    }
}
