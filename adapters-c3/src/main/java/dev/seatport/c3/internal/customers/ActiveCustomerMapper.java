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

/** What the rows of one customer mean. C3 reports no e-mail address and no job status: its onboarding status is kept as text. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ActiveCustomerMapper {
    /**
     * A customer.
     *
     * @param row the first of its rows; names, status and country are taken from it
     * @param tenants of all its rows; {@code null} if none of them names one
     * @param tenantsWithoutId how many of its rows name no tenant
     * @param deletedAt when the last of its rows was deleted; {@code null} if one is live
     */
    @BeanMapping(ignoreUnmappedSourceProperties = {"customerId", "tenantId", "tenantName", "deletedOn"})
    @Mapping(target = "id", source = "id")
    @Mapping(target = "organization", source = "row.name")
    @Mapping(target = "ownerEmail", ignore = true)
    @Mapping(target = "status", ignore = true)
    @Mapping(target = "statusText", source = "row.onboardStatus")
    @Mapping(target = "country", source = "row.marketCode")
    @Mapping(target = "tenants", source = "tenants", qualifiedByName = "asTheyAre")
    @Mapping(target = "tenantsWithoutId", source = "tenantsWithoutId")
    @Mapping(target = "deletedAt", source = "deletedAt")
    Customer toCustomer(
            CustomerId id,
            ActiveCustomerDto row,
            @Nullable List<Tenant> tenants,
            int tenantsWithoutId,
            @Nullable Instant deletedAt);

    @Named("asTheyAre")
    default @Nullable List<Tenant> asTheyAre(@Nullable List<Tenant> tenants) {
        return tenants;
    }
}
