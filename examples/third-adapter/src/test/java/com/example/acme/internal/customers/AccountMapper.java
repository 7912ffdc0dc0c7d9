package com.example.acme.internal.customers;

import com.example.acme.internal.transport.AcmeResponseConventions;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.http.spi.ResponseContext;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;

// begin: mapper
/** Maps an account to a customer. Country and tenants stay unreported, because Acme does not report them here. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface AccountMapper {
    /** JSON path of the account in its response. */
    record RowContext(String path, ResponseContext response) {}

    @Mapping(target = "organization", source = "name")
    @Mapping(target = "ownerEmail", source = "email")
    @Mapping(target = "status", source = "state", qualifiedByName = "status")
    @Mapping(target = "statusText", source = "state")
    @Mapping(target = "country", ignore = true)
    @Mapping(target = "tenants", ignore = true)
    @Mapping(target = "tenantsWithoutId", ignore = true)
    @Mapping(target = "deletedAt", ignore = true)
    Customer toCustomer(AccountDto account, @Context RowContext context);

    default CustomerId customerId(@Nullable String id, @Context RowContext context) {
        return new CustomerId(
                AcmeResponseConventions.VENDOR,
                AcmeResponseConventions.requireText(id, context.path() + ".id", context.response()));
    }

    /** Keeps an undocumented state as text, and reports drift. */
    @Named("status")
    default CustomerServiceStatus status(@Nullable String state, @Context RowContext context) {
        if ("active".equals(state)) {
            return CustomerServiceStatus.WORKING;
        }
        if ("setup".equals(state)) {
            return CustomerServiceStatus.WAITING_FOR_CONFIGURATION;
        }
        context.response().reportDrift("$.accounts[*].state", state == null ? "missing" : "an unknown state");
        return CustomerServiceStatus.UNKNOWN;
    }
}
// end: mapper
