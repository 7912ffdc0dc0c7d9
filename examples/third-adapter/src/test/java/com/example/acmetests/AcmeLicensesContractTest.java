package com.example.acmetests;

import dev.seatport.domain.customer.CustomerId;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class AcmeLicensesContractTest extends LicenseConsumptionSourceContract {
    private static final TenantId TENANT = new TenantId(AcmeServer.TENANT);

    @RegisterExtension
    final ConnectedAcme vendor = new ConnectedAcme();

    @BeforeEach
    void addLicenses() {
        List<JsonObject> licenses = List.of(
                new JsonObject()
                        .put("sku", "sku-0")
                        .put("name", "Office")
                        .put("bought", 5)
                        .put("used", 3),
                new JsonObject().put("sku", "sku-1").put("used", 0),
                new JsonObject().put("sku", "sku-2").put("bought", "1").put("used", -1));
        vendor.server().setRows(licenses.size(), row -> licenses.get((int) row));
    }

    @Override
    protected LicenseConsumptionSource port() {
        return vendor.acme().licenses();
    }

    @Override
    protected CustomerId customer() {
        return ConnectedAcme.BAKERY;
    }

    @Override
    protected TenantId tenant() {
        return TENANT;
    }

    @Override
    protected List<LicenseConsumption> truth() {
        return List.of(
                licenses("sku-0", "Office", Quantity.of(5), Quantity.of(3)),
                licenses("sku-1", null, Quantity.unreported(), Quantity.of(0)),
                licenses("sku-2", null, Quantity.of(1), Quantity.unreported()));
    }

    private static LicenseConsumption licenses(String sku, @Nullable String name, Quantity bought, Quantity used) {
        return new LicenseConsumption(
                ConnectedAcme.BAKERY,
                TENANT,
                new SkuId(sku),
                name,
                bought,
                used,
                Quantity.unreported(),
                Quantity.unreported(),
                List.of());
    }

    @Override
    protected CustomerId unknownCustomer() {
        return ConnectedAcme.UNKNOWN;
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
