package dev.seatport.demo.wiring;

import dev.seatport.domain.license.SkuId;
import java.util.Set;

/** SKUs of Microsoft, for the plugins of the vendors that report its licenses. */
final class MicrosoftSkus {
    /**
     * SKUs that cost nothing. Microsoft grants them in lots of 10,000 or 1,000,000. Source: Microsoft's table "Product names and service
     * plan identifiers for licensing", November 2026.
     */
    static final Set<SkuId> FREE = Set.of(
            // FLOW_FREE
            new SkuId("f30db892-07e9-47e9-837c-80727f46fd3d"),
            // POWER_BI_STANDARD
            new SkuId("a403ebcc-fae0-4ca2-8c8c-7a907fd6c235"),
            // RIGHTSMANAGEMENT_ADHOC
            new SkuId("8c4ce438-32a7-4ac5-91a6-e22ae08d9c8b"),
            // WINDOWS_STORE
            new SkuId("6470687e-a428-4b7a-bef2-8a291ad947c9"),
            // POWERAPPS_VIRAL
            new SkuId("dcb1a3ae-b33f-4487-846a-a640262fadf4"),
            // CCIBOTS_PRIVPREV_VIRAL
            new SkuId("606b54a9-78d8-4298-ad8b-df6ef4481c80"),
            // TEAMS_EXPLORATORY
            new SkuId("710779e8-3d4a-4c88-adb9-386c958d1fdf"),
            // STREAM
            new SkuId("1f2f344a-700d-42c9-9427-5cea1d5d7ba6"));

    private MicrosoftSkus() {}
}
