package dev.seatport.c3;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.ClientLimits;
import dev.seatport.http.spi.Secret;
import dev.seatport.testkit.contract.BrokenBytesContract;
import dev.seatport.testkit.http.TestResources;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class C3BrokenBytesTest extends BrokenBytesContract<C3> {
    private final Vertx vertx = Vertx.vertx();

    @Override
    protected C3 connect(URI vendor) {
        return C3.connect(
                vertx,
                C3Options.builder(vendor, "client", Secret.of("CONFIDENTIAL-secret"), "the-resource")
                        .tokenUrl(vendor.resolve(tokenPath()))
                        .limits(ClientLimits.builder()
                                .attempts(2)
                                .maxBackoff(Duration.ofMillis(1))
                                .build())
                        .build());
    }

    @Override
    protected void disconnect(C3 c3) {
        c3.close();
        vertx.close().await();
    }

    @Override
    protected String tokenPath() {
        return StubbedC3.TOKEN_PATH;
    }

    @Override
    protected String token() {
        return TestResources.read("c3/token/documented.json");
    }

    @Override
    protected FailureKind failureOfWholeResponse() {
        return FailureKind.NOT_FOUND;
    }

    @Override
    protected List<Call> calls(C3 c3) {
        return List.of(
                new Call(
                        "licenses",
                        TestResources.read("c3/license-consumption/documented.json"),
                        () -> end(c3.licenses().consumption(StubbedC3.CUSTOMER, StubbedC3.TENANT))),
                new Call(
                        "customers",
                        TestResources.read("c3/active-customers/documented.json"),
                        () -> end(c3.customers().all())),
                new Call(
                        "one customer",
                        TestResources.read("c3/active-customers/documented.json"),
                        () -> end(c3.customers().find(StubbedC3.CUSTOMER))));
    }
}
