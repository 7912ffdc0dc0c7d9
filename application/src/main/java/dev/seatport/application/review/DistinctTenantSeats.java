package dev.seatport.application.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Source;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of tenant seats with each tenant of a kind once, whichever listings it came in. Where rows of a tenant differ, the count is
 * unreported, and a gap tells it. A tenant without an identity is never joined with another. Confined to one thread.
 */
final class DistinctTenantSeats {
    private final List<Observed<TenantSeats>> rows = new ArrayList<>();
    /** The place of each tenant among the rows. */
    private final Map<TenantKind, Map<TenantId, Integer>> places = new EnumMap<>(TenantKind.class);

    private @Nullable Observed<TenantSeats> differing;

    private DistinctTenantSeats() {}

    static Answer<Observed<TenantSeats>> of(CustomerId customer, Answer<Observed<TenantSeats>> answer) {
        DistinctTenantSeats distinct = new DistinctTenantSeats();
        answer.rows().forEach(distinct::add);
        return new Answer<>(distinct.rows, distinct.gaps(customer, answer.gaps()));
    }

    private void add(Observed<TenantSeats> row) {
        Tenant tenant = row.value().tenant();
        Integer place = tenant.id().isIdentifying()
                ? places.computeIfAbsent(tenant.kind(), kind -> new HashMap<>()).putIfAbsent(tenant.id(), rows.size())
                : null;
        if (place == null) {
            rows.add(row);
            return;
        }
        Observed<TenantSeats> before = rows.get(place);
        if (!before.value().agreesWith(row.value())) {
            differing = row;
            rows.set(place, new Observed<>(before.value().agreedWith(row.value()), before.provenance()));
        }
    }

    /** The adapter that delivered both rows has said so, as a rule. */
    private List<Gap> gaps(CustomerId customer, List<Gap> told) {
        Observed<TenantSeats> row = differing;
        if (row == null || told.stream().anyMatch(gap -> gap.source() == Source.TENANT_SEATS)) {
            return told;
        }
        List<Gap> gaps = new ArrayList<>(told);
        gaps.add(new Gap(
                customer,
                row.provenance().vendor(),
                Source.TENANT_SEATS,
                FailureKind.INCOMPLETE_LISTING,
                row.provenance().vendor() + " listed tenant "
                        + row.value().tenant().id()
                        + " more than once, with different counts; ask the vendor which is right"));
        return gaps;
    }
}
