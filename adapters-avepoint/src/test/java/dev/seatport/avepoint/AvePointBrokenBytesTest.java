package dev.seatport.avepoint;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.ClientLimits;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.testkit.contract.BrokenBytesContract;
import dev.seatport.testkit.http.TestResources;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class AvePointBrokenBytesTest extends BrokenBytesContract<AvePoint> {
    private final Vertx vertx = Vertx.vertx();

    @Override
    protected AvePoint connect(URI vendor) {
        return AvePoint.connect(
                vertx,
                AvePointOptions.builder("client", Secret.of("CONFIDENTIAL-secret"))
                        .baseUrl(vendor)
                        .tokenUrl(vendor.resolve(tokenPath()))
                        .limits(ClientLimits.builder()
                                .attempts(2)
                                .maxBackoff(Duration.ofMillis(1))
                                .build())
                        .build());
    }

    @Override
    protected void disconnect(AvePoint avePoint) {
        avePoint.close();
        vertx.close().await();
    }

    @Override
    protected String tokenPath() {
        return StubbedAvePoint.TOKEN_PATH;
    }

    @Override
    protected String token() {
        return TestResources.read("avepoint/token/documented.json");
    }

    @Override
    protected FailureKind failureOfWholeResponse() {
        return FailureKind.INCOMPLETE_LISTING;
    }

    @Override
    protected List<Call> calls(AvePoint avePoint) {
        TenantSeatQuery query = TenantSeatQuery.all(StubbedAvePoint.CUSTOMER, TenantKind.MICROSOFT_365);
        Product backup = new Product(new ProductCode("2048"), "Backup", null);
        return List.of(
                new Call(
                        "seats",
                        TestResources.read("avepoint/tenant-seats/documented.json"),
                        () -> end(avePoint.tenantSeats().seats(query))),
                new Call(
                        "older seats",
                        TestResources.read("avepoint/tenant-seats/documented-older.json"),
                        () -> end(avePoint.tenantSeats().seats(query))),
                new Call(
                        "customers",
                        TestResources.read("avepoint/customers-batch/documented.json"),
                        () -> end(avePoint.customers().all())),
                new Call(
                        "one customer",
                        TestResources.read("avepoint/specific-customer/documented.json"),
                        () -> end(avePoint.customers().find(StubbedAvePoint.CUSTOMER))),
                new Call(
                        "product",
                        TestResources.read("avepoint/product-overview/documented.json"),
                        () -> end(avePoint.productSeats().seats(StubbedAvePoint.CUSTOMER, backup))));
    }
}
