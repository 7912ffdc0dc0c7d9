package dev.seatport.graph;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.ClientLimits;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.contract.BrokenBytesContract;
import dev.seatport.testkit.http.TestResources;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class GraphBrokenBytesTest extends BrokenBytesContract<Graph> {
    private static final String SKUS = "subscribed SKUs";

    private final Vertx vertx = Vertx.vertx();

    @Override
    protected Graph connect(URI vendor) {
        return Graph.connect(
                vertx,
                ConnectedGraph.options(vendor)
                        .limits(ClientLimits.builder()
                                .attempts(2)
                                .maxBackoff(Duration.ofMillis(1))
                                .build())
                        .build());
    }

    @Override
    protected void disconnect(Graph graph) {
        graph.close();
        vertx.close().await();
    }

    /** Only token requests are POST requests. */
    @Override
    protected String tokenPath() {
        return "/";
    }

    @Override
    protected String token() {
        return TestResources.read("graph/token/documented.json");
    }

    @Override
    protected FailureKind failureOfWholeResponse() {
        return FailureKind.NOT_FOUND;
    }

    @Override
    protected Optional<String> unbroken(Call call, String request) {
        boolean other =
                request.startsWith("GET " + (call.name().equals(SKUS) ? "/v1.0/directory" : "/v1.0/subscribed"));
        return other ? Optional.of("{\"value\":[]}") : Optional.empty();
    }

    @Override
    protected List<Call> calls(Graph graph) {
        Supplier<Optional<VendorException>> licenses =
                () -> end(graph.licenses().consumption(StubbedGraph.CUSTOMER, new TenantId(StubbedGraph.TENANT)));
        String contracts = TestResources.read("graph/contracts/documented.json");
        return List.of(
                new Call(SKUS, TestResources.read("graph/subscribed-skus/documented.json"), licenses),
                new Call("subscriptions", TestResources.read("graph/subscriptions/documented.json"), licenses),
                new Call("customers", contracts, () -> end(graph.customers().all())),
                new Call("one customer", contracts, () -> end(graph.customers().find(StubbedGraph.CUSTOMER))));
    }
}
