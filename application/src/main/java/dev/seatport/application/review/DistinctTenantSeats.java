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
 * Deduplicates rows of tenant seats, so that each tenant of a kind has one row across all listings. If rows of a tenant
 * differ, the count is unreported and the customer has a gap. A row without a tenant id cannot be joined or summed: it is
 * dropped, and the customer has a gap. Not thread-safe.
 */
final class DistinctTenantSeats {
    private final List<Observed<TenantSeats>> rows = new ArrayList<>();
    /** The index of each tenant's row in {@code rows}. */
    private final Map<TenantKind, Map<TenantId, Integer>> indexes = new EnumMap<>(TenantKind.class);

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
        Integer index =
                indexes.computeIfAbsent(tenant.kind(), kind -> new HashMap<>()).putIfAbsent(tenant.id(), rows.size());
        if (index == null) {
            rows.add(row);
            return;
        }
        Observed<TenantSeats> first = rows.get(index);
        if (!first.value().agreesWith(row.value())) {
            differing = row;
            rows.set(index, new Observed<>(TenantSeats.agreed(first.value(), row.value()), first.provenance()));
        }
    }

    private List<Gap> gaps(Customer customer, List<Gap> reported) {
        List<Gap> gaps = new ArrayList<>(reported);
        Observed<TenantSeats> withoutId = unidentified;
        if (withoutId != null) {
            String what = "seats in a tenant without an id, so they cannot be matched: ask the vendor to add the id";
            gaps.add(gap(customer, withoutId, Dataset.TENANT_SEATS, FailureKind.MALFORMED_ANSWER, what));
            if (!customer.isTenantListComplete()) {
                gaps.add(gap(customer, withoutId, Dataset.LICENSES, FailureKind.MALFORMED_ANSWER, what));
            }
        }
        Observed<TenantSeats> row = differing;
        // Usually the adapter that delivered both rows has reported this gap.
        if (row != null && reported.stream().noneMatch(gap -> gap.source() == Dataset.TENANT_SEATS)) {
            gaps.add(new Gap(
                    customer.id(),
                    row.provenance().vendor(),
                    Dataset.TENANT_SEATS,
                    FailureKind.INCOMPLETE_LISTING,
                    row.provenance().vendor() + " listed tenant "
                            + row.value().tenant().id()
                            + " more than once, with different counts: ask the vendor which row is right"));
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
