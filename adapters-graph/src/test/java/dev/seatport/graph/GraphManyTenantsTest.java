package dev.seatport.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.ClientLimits;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import dev.seatport.testkit.wait.Await;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All tenants share one connection pool and one bounded token cache. */
@Tag("slow")
class GraphManyTenantsTest {
    private static final int TENANTS = 3_000;
    private static final int SIMULTANEOUS_LISTINGS = 500;
    private static final ClientLimits LIMITS = ClientLimits.defaults();

    @RegisterExtension
    final ConnectedGraph vendor = new ConnectedGraph();

    private static String tenant(int number) {
        return "%08d-0000-4000-8000-00000000000e".formatted(number);
    }

    private CompletionStage<ListingResult<Observed<LicenseConsumption>>> licenses(int number) {
        return Listings.collect(vendor.adapter()
                .licenses()
                .consumption(new CustomerId(Graph.VENDOR, tenant(number)), new TenantId(tenant(number))));
    }

    /** Lists the licenses of tenants, and requires one row of each. */
    private void listAll(int from, int to) {
        List<CompletionStage<ListingResult<Observed<LicenseConsumption>>>> batch = new ArrayList<>();
        for (int number = from; number < to; number++) {
            batch.add(licenses(number));
            if (batch.size() == SIMULTANEOUS_LISTINGS || number == to - 1) {
                batch.forEach(stage -> {
                    ListingResult<Observed<LicenseConsumption>> listing = Await.result(stage);
                    assertThat(listing.failure()).isEmpty();
                    assertThat(listing.rows()).hasSize(1);
                });
                batch.clear();
            }
        }
    }

    @Test
    void shareThePoolAndTheTokenCache() {
        vendor.server().skus(new JsonObject().put("skuId", "sku-1"));

        listAll(0, TENANTS);

        assertThat(vendor.server().requests()).hasSize(2 * TENANTS);
        assertThat(vendor.server().tokenRequests()).isEqualTo(TENANTS);
        // The pool of the API has a connection per concurrent call, and that of the token endpoints as many.
        assertThat(vendor.server().mostConnections()).isLessThanOrEqualTo(2 * LIMITS.maxConcurrentCalls());

        listAll(TENANTS - LIMITS.maxCachedTokens() / 2, TENANTS);
        assertThat(vendor.server().tokenRequests())
                .as("token requests for tenants that are cached")
                .isEqualTo(TENANTS);

        listAll(0, LIMITS.maxCachedTokens());
        assertThat(vendor.server().tokenRequests())
                .as("token requests for tenants that are no longer cached")
                .isEqualTo(TENANTS + LIMITS.maxCachedTokens());
    }
}
