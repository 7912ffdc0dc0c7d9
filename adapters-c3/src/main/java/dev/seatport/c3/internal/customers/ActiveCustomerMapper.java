package dev.seatport.c3.internal.customers;

import dev.seatport.c3.internal.customers.ActiveCustomersDto.ActiveCustomerDto;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;

/** Maps the rows of one customer to the domain. C3 reports no e-mail address and no job status. Its onboarding status is kept as text. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ActiveCustomerMapper {
    /**
     * Returns a customer.
     *
     * @param row first row of the customer, which gives name, status and country
     * @param tenants tenants of all rows; {@code null} if no row has a tenant id
     * @param tenantsWithoutId number of rows without a tenant id
     * @param deletedAt latest deletion of a row; {@code null} if a row is not deleted
     */
    @BeanMapping(ignoreUnmappedSourceProperties = {"customerId", "tenantId", "tenantName", "deletedOn"})
    @Mapping(target = "id", source = "id")
    @Mapping(target = "organization", source = "row.name")
    @Mapping(target = "ownerEmail", ignore = true)
    @Mapping(target = "status", ignore = true)
    @Mapping(target = "statusText", source = "row.onboardStatus")
    @Mapping(target = "country", source = "row.marketCode")
    @Mapping(target = "tenants", source = "tenants", qualifiedByName = "unchanged")
    @Mapping(target = "tenantsWithoutId", source = "tenantsWithoutId")
    @Mapping(target = "deletedAt", source = "deletedAt")
    Customer toCustomer(
            CustomerId id,
            ActiveCustomerDto row,
            @Nullable List<Tenant> tenants,
            int tenantsWithoutId,
            @Nullable Instant deletedAt);

    @Named("unchanged")
    default @Nullable List<Tenant> unchanged(@Nullable List<Tenant> tenants) {
        return tenants;
    }
}
