package com.example.acme.internal.customers;

import com.example.acme.internal.transport.AcmeProtocol;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerStatus;
import dev.seatport.http.spi.ResponseContext;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;

// begin: mapper
/** What an account means. Acme reports neither country nor tenants here: that is not the same as a customer without any. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface AccountMapper {
    /** Where the account stands in the answer. */
    record Place(String path, ResponseContext answer) {}

    @Mapping(target = "organization", source = "name")
    @Mapping(target = "ownerEmail", source = "email")
    @Mapping(target = "status", source = "state", qualifiedByName = "status")
    @Mapping(target = "statusText", source = "state")
    @Mapping(target = "country", ignore = true)
    @Mapping(target = "tenants", ignore = true)
    @Mapping(target = "tenantsWithoutId", ignore = true)
    @Mapping(target = "deletedAt", ignore = true)
    Customer toCustomer(AccountDto account, @Context Place place);

    default CustomerId customerId(@Nullable String id, @Context Place place) {
        return new CustomerId(AcmeProtocol.VENDOR, AcmeProtocol.requireText(id, place.path() + ".id", place.answer()));
    }

    /** A state that Acme's documents do not name is kept as text, and told. */
    @Named("status")
    default CustomerStatus status(@Nullable String state, @Context Place place) {
        if ("active".equals(state)) {
            return CustomerStatus.WORKING;
        }
        if ("setup".equals(state)) {
            return CustomerStatus.WAITING_FOR_CONFIGURATION;
        }
        place.answer().drift("$.accounts[*].state", state == null ? "missing" : "an unknown state");
        return CustomerStatus.UNKNOWN;
    }
}
// end: mapper
