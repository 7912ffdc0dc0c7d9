package dev.seatport.graph.internal.customers;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.graph.internal.customers.ContractPageDto.ContractDto;
import dev.seatport.graph.internal.transport.GraphResponseConventions;
import dev.seatport.http.spi.ResponseContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;

/** Maps a contract to the customer with its one tenant. Both have the same id. Graph reports no status, owner and country. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ContractMapper {
    /** JSON path of the contract in its response. */
    record RowContext(String path, ResponseContext response) {}

    @BeanMapping(ignoreUnmappedSourceProperties = {"id", "defaultDomainName"})
    @Mapping(target = "id", source = "customerId")
    @Mapping(target = "organization", source = "displayName")
    @Mapping(target = "tenants", source = "contract", qualifiedByName = "tenants")
    @Mapping(target = "ownerEmail", ignore = true)
    @Mapping(target = "status", ignore = true)
    @Mapping(target = "statusText", ignore = true)
    @Mapping(target = "country", ignore = true)
    @Mapping(target = "tenantsWithoutId", ignore = true)
    @Mapping(target = "deletedAt", ignore = true)
    Customer toCustomer(ContractDto contract, @Context RowContext context);

    /** Rejects a contract without an id. The listing continues, and ends with this failure. */
    default CustomerId customerId(@Nullable String id, @Context RowContext context) {
        if (id == null || !new TenantId(id).isIdentifying()) {
            throw context.response().missingId(context.path() + ".customerId");
        }
        return new CustomerId(GraphResponseConventions.VENDOR, id);
    }

    @Named("tenants")
    default List<Tenant> tenants(ContractDto contract, @Context RowContext context) {
        TenantId tenant =
                new TenantId(customerId(contract.customerId(), context).value());
        return List.of(new Tenant(tenant, contract.defaultDomainName(), TenantKind.MICROSOFT_365));
    }
}
