package com.example.acme.internal.customers;

import com.example.acme.internal.customers.AccountsQuery.AccountDto;
import com.example.acme.internal.customers.AccountsQuery.AccountPageDto;
import com.example.acme.internal.transport.AcmeResponseConventions;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

// begin: requests
/** Accounts, in numbered pages or by id. Each request has the token of the partner's own tenant. */
record AccountsQuery(TenantId partner) implements PagedQuery<AccountPageDto, AccountDto, Customer> {
    // The last argument is the scope of the token. Acme's tokens have no scopes.
    private static final VendorOperation LIST = new VendorOperation(AcmeResponseConventions.VENDOR, "customers", null);
    private static final VendorOperation FIND = new VendorOperation(AcmeResponseConventions.VENDOR, "customer", null);

    /** Returns the operations with the audience of their token, for health checks. */
    List<VendorOperation> operations() {
        return List.of(LIST.forAudience(partner.value()), FIND.forAudience(partner.value()));
    }

    VendorRequest byId(CustomerId id) {
        return VendorRequest.get(FIND)
                .audience(partner.value())
                .path("/v1/accounts")
                .customer(id)
                .build();
    }

    /** Page numbers start at 1, as Acme's do. A vendor that starts at 0 gets {@code pageIndex - 1}. */
    @Override
    public VendorRequest request(int pageIndex, int pageSize) {
        return VendorRequest.get(LIST)
                .audience(partner.value())
                .path("/v1/accounts")
                .query("page", pageIndex)
                .query("size", pageSize)
                .build();
    }

    // end: requests
    // begin: dtos
    /** Page of accounts. */
    record AccountPageDto(
            @Nullable List<AccountDto> accounts, @Nullable Long total) {}

    /** Account, as a row of a page and as a response by id. */
    record AccountDto(
            @Nullable String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String state,
            @Nullable String tenant) {}

    // end: dtos
    // begin: numbered
    @Override
    public int pageSize() {
        return 50;
    }

    @Override
    public Class<AccountPageDto> pageType() {
        return AccountPageDto.class;
    }

    @Override
    public Page<AccountDto> toPage(AccountPageDto page, ResponseContext context) {
        OptionalLong total = page.total() == null ? OptionalLong.empty() : OptionalLong.of(page.total());
        return Page.of(context.requireRows(page.accounts(), "$.accounts"), total);
    }

    @Override
    public String rowPath(int row) {
        return "$.accounts[" + row + "]";
    }

    @Override
    public Object key(Customer row) {
        return row.id();
    }

    // end: numbered
    // begin: mapper
    @Override
    public RowMapper<AccountDto, Customer> mapper() {
        return (account, path, context) -> {
            String id = AcmeResponseConventions.requireId(account.id(), path + ".id", context);
            return Customer.builder(new CustomerId(AcmeResponseConventions.VENDOR, id))
                    .organization(account.name())
                    .ownerEmail(account.email())
                    .status(status(account.state(), path, context))
                    .statusText(account.state())
                    .tenants(List.of(tenant(account.tenant())))
                    .build();
        };
    }

    /** Maps a missing id to the empty one: the customer then has a gap. */
    private static Tenant tenant(@Nullable String id) {
        return new Tenant(new TenantId(Objects.requireNonNullElse(id, "")), null, TenantKind.MICROSOFT_365);
    }

    /** Keeps an undocumented state as text, and reports drift. */
    private static CustomerServiceStatus status(@Nullable String state, String path, ResponseContext context) {
        if ("active".equals(state)) {
            return CustomerServiceStatus.WORKING;
        }
        // Without the number of the row, so that all rows count as one kind of drift.
        String anyRow = path.replaceAll("\\[\\d+]", "[*]");
        context.reportDrift(anyRow + ".state", state == null ? "missing" : "an unknown state");
        return CustomerServiceStatus.UNKNOWN;
    }
    // end: mapper
    // begin: requests
}
// end: requests
