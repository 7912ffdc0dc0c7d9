package dev.seatport.avepoint.internal.tenantseats;

import dev.seatport.avepoint.internal.transport.AvePointResponseConventions;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.ports.seats.SeatStatusFilter;
import dev.seatport.ports.seats.TenantSeatQuery;
import java.util.List;
import java.util.Map;

/** Requests of "Retrieve customer tenant user seats". */
final class TenantSeatRequestFactory {
    static final VendorOperation OPERATION = new VendorOperation(
            AvePointResponseConventions.VENDOR, "tenant-seats", AvePointResponseConventions.LICENSE_SCOPE);

    private TenantSeatRequestFactory() {}

    /** Creates a request of the current API, which filters by tenant. */
    static VendorRequest current(TenantSeatQuery query, int pageIndex, int pageSize) {
        if (query.status().isPresent()) {
            throw VendorRequest.invalidRequest(
                    OPERATION, "the current API has no filter by seat status; use the older API");
        }
        List<String> tenants =
                query.tenants().stream().map(tenant -> tenant.value()).toList();
        return request(query, pageIndex, pageSize, tenants.isEmpty() ? Map.of() : Map.of("tenantIds", tenants));
    }

    /** Creates a request of the older API, which filters by seat status: 0 for available, 1 for assigned seats. */
    static VendorRequest older(TenantSeatQuery query, int pageIndex, int pageSize) {
        Map<String, Integer> filter = query.status()
                .map(status -> Map.of("licenseAssignedStatus", status == SeatStatusFilter.AVAILABLE ? 0 : 1))
                .orElse(Map.of());
        return request(query, pageIndex, pageSize, filter);
    }

    private static VendorRequest request(TenantSeatQuery query, int pageIndex, int pageSize, Object body) {
        return VendorRequest.post(OPERATION)
                .path("/partner/external/v3/general/customers")
                .customer(query.customer())
                .path("/3rd-party-products/type/" + TenantTypeCodes.code(query.kind()) + "/tenants/batch")
                .query("pageIndex", pageIndex)
                .query("pageSize", pageSize)
                .json(body)
                .build();
    }
}
