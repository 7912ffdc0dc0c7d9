package com.example.acmetests;

import com.example.initech.Initech;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import dev.seatport.testkit.contract.LicenseConsumptionSourceContract;
import dev.seatport.testkit.contract.ListingFailurePoint;
import dev.seatport.testkit.contract.StalledVendor;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class InitechLicensesContractTest extends LicenseConsumptionSourceContract {
    private static final CustomerId ACCOUNT = new CustomerId(Initech.VENDOR, "0A1B2C3D-0000-4000-8000-00000000000e");
    private static final TenantId TENANT = new TenantId("tenant-1");

    private final Vertx vertx = Vertx.vertx();
    private final InitechServer server = new InitechServer(
            ACCOUNT.value(),
            List.of(
                    new JsonObject()
                            .put("sku", "sku-1")
                            .put("name", "Office")
                            .put("bought", 5)
                            .put("used", 3),
                    new JsonObject().put("sku", "sku-2").put("used", 0),
                    new JsonObject().put("sku", "sku-3").put("bought", 1)));
    private @Nullable Initech initech;

    @BeforeEach
    void connect() {
        initech = Initech.connect(vertx, server.start(vertx), "the-client", Secret.of("the-secret"));
    }

    @AfterEach
    void close() {
        if (initech != null) {
            initech.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    protected LicenseConsumptionSource port() {
        return Objects.requireNonNull(initech).licenses();
    }

    @Override
    protected CustomerId customer() {
        return ACCOUNT;
    }

    @Override
    protected TenantId tenant() {
        return TENANT;
    }

    @Override
    protected List<LicenseConsumption> truth() {
        return List.of(
                licenses("sku-1", "Office", Quantity.of(3), Quantity.of(5)),
                licenses("sku-2", null, Quantity.of(0), Quantity.unreported()),
                licenses("sku-3", null, Quantity.unreported(), Quantity.of(1)));
    }

    private static LicenseConsumption licenses(String sku, @Nullable String name, Quantity used, Quantity bought) {
        return new LicenseConsumption(
                ACCOUNT,
                TENANT,
                new SkuId(sku),
                name,
                Quantity.unreported(),
                used,
                Quantity.unreported(),
                bought,
                List.of());
    }

    @Override
    protected CustomerId unknownCustomer() {
        return new CustomerId(Initech.VENDOR, "no-such-account");
    }

    @Override
    protected List<String> requests() {
        return server.requests();
    }

    @Override
    protected ListingFailurePoint breakOff() {
        server.breakSecondPage();
        return new ListingFailurePoint(2, FailureKind.MALFORMED_ANSWER);
    }

    @Override
    protected boolean insertEmptyPage() {
        server.insertEmptyPage();
        return true;
    }

    @Override
    protected Optional<StalledVendor> stall() {
        return Optional.of(server.stall());
    }
}
