package com.example.acmetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.example.acme.Acme;
import com.example.wiring.AcmeComponent;
import com.example.wiring.AcmeSettings;
import com.example.wiring.DaggerAcmeComponent;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.listing.Listings;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AcmeWiringTest {
    private final Vertx vertx = Vertx.vertx();
    private final AcmeServer server = new AcmeServer();

    @AfterEach
    void closeVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private AcmeComponent component(Map<String, String> settings) {
        return DaggerAcmeComponent.factory().create(vertx, new AcmeSettings(settings));
    }

    @Test
    void createsPortsFromSettings() throws InterruptedException {
        server.setAccounts(3, row -> new JsonObject().put("id", "account-" + row));
        AcmeComponent component = component(Map.of(
                "seatport.acme.base-url",
                server.start(vertx).toString(),
                "seatport.acme.client-id",
                "the-client",
                "seatport.acme.client-secret",
                "the-secret"));

        try (Acme acme = component.acme()) {
            var directory =
                    Objects.requireNonNull(component.customers().get("acme")).get();
            assertThat(Listings.await(directory.all()).rows())
                    .extracting(Observed::value)
                    .extracting(customer -> customer.id().toString())
                    .containsExactly("acme:account-0", "acme:account-1", "acme:account-2");
            assertThat(component.tenantSeats()).isSameAs(acme.tenantSeats());
        }
    }

    @Test
    void failureNamesTheMissingSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> component(Map.of()).acme())
                .withMessageContaining("seatport.acme.base-url");
    }
}
