package dev.seatport.application.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of tenant seats with each tenant of a kind once, whichever listings it came in. Where rows of a tenant differ, the count is
 * unreported, and a gap tells it. A row that identifies no tenant can be neither joined nor summed: it is left out, and leaves a gap.
 * Confined to one thread.
 */
final class DistinctTenantSeats {
    private final List<Observed<TenantSeats>> rows = new ArrayList<>();
    /** The place of each tenant among the rows. */
    private final Map<TenantKind, Map<TenantId, Integer>> places = new EnumMap<>(TenantKind.class);

    private @Nullable Observed<TenantSeats> differing;
    private @Nullable Observed<TenantSeats> unidentified;

    private DistinctTenantSeats() {}

    static PartialRows<Observed<TenantSeats>> of(Customer customer, PartialRows<Observed<TenantSeats>> partialRows) {
        DistinctTenantSeats distinct = new DistinctTenantSeats();
        partialRows.rows().forEach(distinct::add);
        return new PartialRows<>(distinct.rows, distinct.gaps(customer, partialRows.gaps()));
    }

    private void add(Observed<TenantSeats> row) {
        Tenant tenant = row.value().tenant();
        if (!tenant.id().isIdentifying()) {
            unidentified = row;
            return;
        }
        Integer place =
                places.computeIfAbsent(tenant.kind(), kind -> new HashMap<>()).putIfAbsent(tenant.id(), rows.size());
        if (place == null) {
            rows.add(row);
            return;
        }
        Observed<TenantSeats> before = rows.get(place);
        if (!before.value().agreesWith(row.value())) {
            differing = row;
            rows.set(place, new Observed<>(TenantSeats.agreed(before.value(), row.value()), before.provenance()));
        }
    }

    private List<Gap> gaps(Customer customer, List<Gap> told) {
        List<Gap> gaps = new ArrayList<>(told);
        Observed<TenantSeats> nothing = unidentified;
        if (nothing != null) {
            String what = "seats in a tenant without an id, which cannot be joined; ask the vendor to complete it";
            gaps.add(gap(customer, nothing, Dataset.TENANT_SEATS, FailureKind.MALFORMED_ANSWER, what));
            if (!customer.isTenantListComplete()) {
                gaps.add(gap(customer, nothing, Dataset.LICENSES, FailureKind.MALFORMED_ANSWER, what));
            }
        }
        Observed<TenantSeats> row = differing;
        // The adapter that delivered both rows has said so, as a rule.
        if (row != null && told.stream().noneMatch(gap -> gap.source() == Dataset.TENANT_SEATS)) {
            gaps.add(new Gap(
                    customer.id(),
                    row.provenance().vendor(),
                    Dataset.TENANT_SEATS,
                    FailureKind.INCOMPLETE_LISTING,
                    row.provenance().vendor() + " listed tenant "
                            + row.value().tenant().id()
                            + " more than once, with different counts; ask the vendor which is right"));
        }
        return gaps;
    }

    private static Gap gap(
            Customer customer, Observed<TenantSeats> row, Dataset dataset, FailureKind kind, String what) {
        VendorException failure = VendorException.builder(
                        kind,
                        row.provenance().vendor(),
                        Dataset.TENANT_SEATS.label(),
                        PartialRows.label(customer) + " has " + what)
                .correlationId(row.provenance().correlationId())
                .build();
        return PartialRows.gap(customer.id(), dataset, failure);
    }
}
