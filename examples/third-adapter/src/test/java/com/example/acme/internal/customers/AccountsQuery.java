package com.example.acme.internal.customers;

import com.example.acme.internal.customers.AccountMapper.RowContext;
import dev.seatport.domain.customer.Customer;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorRequest;
import java.util.OptionalLong;

// begin: paging
/** Paged query of all accounts. */
final class AccountsQuery implements PagedQuery<AccountPageDto, AccountDto, Customer> {
    private static final int MAX_PAGE_SIZE = 50;
    private static final AccountMapper MAPPER = new AccountMapperImpl();

    @Override
    public int pageSize() {
        return MAX_PAGE_SIZE;
    }

    @Override
    public VendorRequest request(int pageIndex, int pageSize) {
        return AccountRequestFactory.accounts(pageIndex, pageSize);
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

    @Override
    public RowMapper<AccountDto, Customer> mapper() {
        return (account, path, context) -> MAPPER.toCustomer(account, new RowContext(path, context));
    }
}
// end: paging
