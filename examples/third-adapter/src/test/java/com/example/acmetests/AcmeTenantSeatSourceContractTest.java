package com.example.acmetests;

import com.example.acme.Acme;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import dev.seatport.testkit.contract.ListingFailurePoint;
import dev.seatport.testkit.contract.StalledVendor;
import dev.seatport.testkit.contract.TenantSeatSourceContract;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class AcmeTenantSeatSourceContractTest extends TenantSeatSourceContract {
    private static final CustomerId BAKERY = new CustomerId(Acme.VENDOR, "0A1B2C3D-0000-4000-8000-00000000000e");

    @RegisterExtension
    final ConnectedAcme vendor = new ConnectedAcme();

    private final JsonArray tenants = new JsonArray()
            .add(tenant("tenant-1", "m365").put("used", 31).put("free", -6))
            .add(tenant("tenant-2", "m365").putNull("free"))
            .add(tenant("tenant-3", "google").put("used", 5).put("free", 0))
            .add(tenant("tenant-4", "m365").put("used", 0).put("free", "12"));

    @BeforeEach
    void addAccount() {
        vendor.server().setAccount(new JsonObject().put("id", BAKERY.value()).put("tenants", tenants));
    }

    private static JsonObject tenant(String id, String cloud) {
        return new JsonObject().put("id", id).put("name", "Name of " + id).put("cloud", cloud);
    }

    @Override
    protected TenantSeatSource port() {
        return vendor.acme().tenantSeats();
    }

    @Override
    protected TenantSeatQuery query() {
        return TenantSeatQuery.all(BAKERY, TenantKind.MICROSOFT_365);
    }

    @Override
    protected List<TenantSeats> truth() {
        return List.of(
                seats("tenant-1", Quantity.of(31), Quantity.of(-6)),
                seats("tenant-2", Quantity.unreported(), Quantity.unreported()),
                seats("tenant-4", Quantity.of(0), Quantity.of(12)));
    }

    private static TenantSeats seats(String tenant, Quantity assigned, Quantity available) {
        return new TenantSeats(
                BAKERY,
                new Tenant(new TenantId(tenant), "Name of " + tenant, TenantKind.MICROSOFT_365),
                assigned,
                available);
    }

    @Override
    protected CustomerId unknownCustomer() {
        return new CustomerId(Acme.VENDOR, "no-such-account");
    }

    @Override
    protected List<String> requests() {
        return vendor.server().requests();
    }

    @Override
    protected ListingFailurePoint breakOff() {
        tenants.getJsonObject(3).put("id", " ");
        return new ListingFailurePoint(2, FailureKind.MALFORMED_ANSWER);
    }

    @Override
    protected Optional<StalledVendor> stall() {
        return Optional.of(vendor.server().stall());
    }
}
