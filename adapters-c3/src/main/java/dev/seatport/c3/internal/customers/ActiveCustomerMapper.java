package dev.seatport.c3.internal.customers;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
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
     * @param deleted whether all its rows say so
     */
    @BeanMapping(ignoreUnmappedSourceProperties = {"customerId", "tenantId", "tenantName", "deletedOn"})
    @Mapping(target = "id", source = "id")
    @Mapping(target = "organization", source = "row.name")
    @Mapping(target = "ownerEmail", ignore = true)
    @Mapping(target = "status", ignore = true)
    @Mapping(target = "statusText", source = "row.onboardStatus")
    @Mapping(target = "country", source = "row.marketCode")
    @Mapping(target = "tenants", source = "tenants", qualifiedByName = "asTheyAre")
    @Mapping(target = "deleted", source = "deleted")
    Customer toCustomer(CustomerId id, ActiveCustomerDto row, @Nullable List<Tenant> tenants, boolean deleted);

    @BeanMapping(
            ignoreUnmappedSourceProperties = {
                "customerId",
                "name",
                "tenantName",
                "tenantId",
                "onboardStatus",
                "deletedOn",
                "marketCode"
            })
    @Mapping(target = "id", source = "id")
    @Mapping(target = "name", source = "row.tenantName")
    @Mapping(target = "kind", constant = "MICROSOFT_365")
    Tenant toTenant(TenantId id, ActiveCustomerDto row);

    @Named("asTheyAre")
    default @Nullable List<Tenant> asTheyAre(@Nullable List<Tenant> tenants) {
        return tenants;
    }
}
