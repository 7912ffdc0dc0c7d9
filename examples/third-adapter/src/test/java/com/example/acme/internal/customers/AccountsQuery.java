package com.example.acme.internal.customers;

import com.example.acme.internal.customers.AccountMapper.Place;
import dev.seatport.domain.customer.Customer;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorRequest;
import java.util.OptionalLong;

// begin: paging
/** How accounts come in pages. */
final class AccountsQuery implements PagedQuery<AccountPageDto, AccountDto, Customer> {
    private static final int LARGEST_PAGE = 50;
    private static final AccountMapper MAPPER = new AccountMapperImpl();

    @Override
    public int pageSize() {
        return LARGEST_PAGE;
    }

    @Override
    public VendorRequest request(int pageIndex, int pageSize) {
        return AccountEndpoint.accounts(pageIndex, pageSize);
    }

    @Override
    public Class<AccountPageDto> pageType() {
        return AccountPageDto.class;
    }

    @Override
    public Page<AccountDto> open(AccountPageDto page, ResponseContext answer) {
        OptionalLong total = page.total() == null ? OptionalLong.empty() : OptionalLong.of(page.total());
        return Page.of(answer.requireRows(page.accounts(), "$.accounts"), total);
    }

    @Override
    public String path(int row) {
        return "$.accounts[" + row + "]";
    }

    @Override
    public Object key(Customer row) {
        return row.id();
    }

    @Override
    public RowMapper<AccountDto, Customer> mapper() {
        return (account, path, answer) -> MAPPER.toCustomer(account, new Place(path, answer));
    }
}
// end: paging
