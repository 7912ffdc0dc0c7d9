package dev.seatport.graph;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import dev.seatport.testkit.contract.LicenseConsumptionSourceContract;
import dev.seatport.testkit.contract.ListingFailurePoint;
import dev.seatport.testkit.contract.StalledVendor;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class GraphLicensesContractTest extends LicenseConsumptionSourceContract {
    private static final String TENANT = "0a1b2c3d-0000-4000-8000-00000000000e";

    @RegisterExtension
    final ConnectedGraph vendor = new ConnectedGraph();

    @BeforeEach
    void addLicenses() {
        vendor.server()
                .skus(
                        sku("sku-1", "SPE_E3", 14, 25),
                        sku("sku-2", "NEW_CODE", 0, 10),
                        new JsonObject().put("skuId", "sku-3").put("appliesTo", "Company"));
        vendor.server()
                .subscriptions(
                        subscription("s-1", "sku-1", 20, "2027-03-01T00:00:00Z"),
                        subscription("s-2", "sku-1", 2, "2027-01-01T00:00:00Z"));
    }

    private static JsonObject sku(String id, String partNumber, int consumed, int enabled) {
        return new JsonObject()
                .put("skuId", id)
                .put("skuPartNumber", partNumber)
                .put("appliesTo", "User")
                .put("consumedUnits", consumed)
                .put(
                        "prepaidUnits",
                        new JsonObject()
                                .put("enabled", enabled)
                                .put("warning", 3)
                                .put("suspended", 0)
                                .put("lockedOut", 0));
    }

    private static JsonObject subscription(String id, String sku, int licenses, String renewal) {
        return new JsonObject()
                .put("id", id)
                .put("skuId", sku)
                .put("ownerTenantId", GraphServer.PARTNER)
                .put("status", "Enabled")
                .put("isTrial", false)
                .put("totalLicenses", licenses)
                .put("nextLifecycleDateTime", renewal);
    }

    @Override
    protected LicenseConsumptionSource port() {
        return vendor.adapter().licenses();
    }

    @Override
    protected CustomerId customer() {
        return new CustomerId(Graph.VENDOR, TENANT);
    }

    @Override
    protected TenantId tenant() {
        return new TenantId(TENANT);
    }

    @Override
    protected List<LicenseConsumption> truth() {
        Instant renewal = Instant.parse("2027-01-01T00:00:00Z");
        LapsedLicenses states = new LapsedLicenses(Quantity.of(3), Quantity.of(0), Quantity.of(0));
        return List.of(
                licenses("sku-1", "Microsoft 365 E3", 22, Quantity.of(14), Quantity.of(25), states, true, renewal),
                licenses("sku-2", "NEW_CODE", 0, Quantity.of(0), Quantity.of(10), states, true, null),
                licenses(
                        "sku-3",
                        null,
                        0,
                        Quantity.unreported(),
                        Quantity.unreported(),
                        LapsedLicenses.unreported(),
                        false,
                        null));
    }

    private LicenseConsumption licenses(
            String sku,
            @Nullable String name,
            long purchased,
            Quantity assigned,
            Quantity tenantTotal,
            LapsedLicenses states,
            boolean assignable,
            @Nullable Instant renewal) {
        return new LicenseConsumption(
                customer(),
                tenant(),
                new SkuId(sku),
                name,
                Quantity.of(purchased),
                assigned,
                Quantity.unreported(),
                tenantTotal,
                states,
                assignable,
                List.of(),
                renewal);
    }

    @Override
    protected CustomerId unknownCustomer() {
        return new CustomerId(Graph.VENDOR, "0a1b2c3d-0000-4000-8000-0000000000ff");
    }

    /** A customer has no other tenant than itself. */
    @Override
    protected FailureKind whenUnknown() {
        return FailureKind.INVALID_REQUEST;
    }

    @Override
    protected List<String> requests() {
        return vendor.server().requests();
    }

    @Override
    protected ListingFailurePoint breakOff() {
        vendor.server().breakSecondPage();
        return new ListingFailurePoint(2, FailureKind.MALFORMED_ANSWER);
    }

    @Override
    protected boolean insertEmptyPage() {
        vendor.server().insertEmptyPage();
        return true;
    }

    @Override
    protected Optional<StalledVendor> stall() {
        return Optional.of(vendor.server().stall());
    }
}
