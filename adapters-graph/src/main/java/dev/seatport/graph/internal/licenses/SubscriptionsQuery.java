package dev.seatport.graph.internal.licenses;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.graph.internal.licenses.SubscriptionMapper.RowContext;
import dev.seatport.graph.internal.licenses.SubscriptionPageDto.SubscriptionDto;
import dev.seatport.graph.internal.transport.GraphResponseConventions;
import dev.seatport.http.spi.LinkedQuery;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorRequest;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Query of the subscriptions of a tenant. A repeated subscription counts once. */
record SubscriptionsQuery(CustomerId customer, TenantId tenant, TenantId partner)
        implements LinkedQuery<SubscriptionPageDto, SubscriptionDto, PartnerSubscription> {
    private static final SubscriptionMapper MAPPER = new SubscriptionMapperImpl();

    @Override
    public VendorRequest first() {
        return SubscribedSkuRequestFactory.subscriptions(customer, tenant);
    }

    @Override
    public @Nullable String next(SubscriptionPageDto page) {
        return page.nextLink();
    }

    @Override
    public Class<SubscriptionPageDto> pageType() {
        return SubscriptionPageDto.class;
    }

    @Override
    public Page<SubscriptionDto> toPage(SubscriptionPageDto page, ResponseContext context) {
        return Page.of(context.requireRows(page.value(), "$.value"), OptionalLong.empty());
    }

    @Override
    public boolean requiresContent() {
        return true;
    }

    @Override
    public String rowPath(int row) {
        return GraphResponseConventions.rowPath(row);
    }

    @Override
    public Object key(PartnerSubscription row) {
        return row.id();
    }

    @Override
    public RowMapper<SubscriptionDto, PartnerSubscription> mapper() {
        return (row, path, context) -> MAPPER.toSubscription(row, new RowContext(partner, path, context));
    }
}
