package dev.seatport.graph.internal.customers;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.graph.internal.customers.ContractMapper.RowContext;
import dev.seatport.graph.internal.customers.ContractPageDto.ContractDto;
import dev.seatport.graph.internal.transport.GraphResponseConventions;
import dev.seatport.http.spi.LinkedQuery;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Query of the contracts of all customers or of one, for one subscription. Delivers the first contract of each customer. The names in
 * further ones may differ, because each contract has a copy from its onboarding. A contract that comes again stays in its page: the
 * client drops it, and detects a page that only repeats rows.
 */
final class ContractsQuery implements LinkedQuery<ContractPageDto, ContractDto, Customer> {
    private static final ContractMapper MAPPER = new ContractMapperImpl();

    private final TenantId partner;
    private final @Nullable CustomerId wanted;
    /** Id of the first contract of each customer; empty if the contract has none. */
    private final Map<TenantId, String> firstContracts = new HashMap<>();
    /** Positions of the rows of the current page in its response. */
    private final List<Integer> positions = new ArrayList<>();

    /** @param wanted the only customer to list; {@code null} for all */
    ContractsQuery(TenantId partner, @Nullable CustomerId wanted) {
        this.partner = partner;
        this.wanted = wanted;
    }

    @Override
    public VendorRequest first() {
        return wanted == null ? ContractRequestFactory.all(partner) : ContractRequestFactory.one(partner, wanted);
    }

    @Override
    public @Nullable String next(ContractPageDto page) {
        return page.nextLink();
    }

    @Override
    public Class<ContractPageDto> pageType() {
        return ContractPageDto.class;
    }

    @Override
    public Page<ContractDto> toPage(ContractPageDto page, ResponseContext context) {
        List<ContractDto> contracts = context.requireRows(page.value(), "$.value");
        List<ContractDto> first = new ArrayList<>(contracts.size());
        positions.clear();
        for (int i = 0; i < contracts.size(); i++) {
            if (isFirstOfCustomer(contracts.get(i))) {
                first.add(contracts.get(i));
                positions.add(i);
            }
        }
        return Page.of(first, OptionalLong.empty());
    }

    private boolean isFirstOfCustomer(@Nullable ContractDto contract) {
        // The client rejects a row that is null, and the mapper one without an id.
        if (contract == null || contract.customerId() == null) {
            return true;
        }
        TenantId tenant = new TenantId(contract.customerId());
        if (!tenant.isIdentifying()) {
            return true;
        }
        String id = Objects.requireNonNullElse(contract.id(), "");
        String first = firstContracts.putIfAbsent(tenant, id);
        return first == null || (!id.isEmpty() && id.equals(first));
    }

    @Override
    public boolean requiresContent() {
        return true;
    }

    @Override
    public String rowPath(int row) {
        return GraphResponseConventions.rowPath(positions.get(row));
    }

    @Override
    public Object key(Customer row) {
        return row.id();
    }

    @Override
    public boolean isRequested(Customer row) {
        return wanted == null || wanted.equals(row.id());
    }

    @Override
    public boolean isFilteredByVendor() {
        return wanted != null;
    }

    @Override
    public RowMapper<ContractDto, Customer> mapper() {
        return (contract, path, context) -> MAPPER.toCustomer(contract, new RowContext(path, context));
    }
}
