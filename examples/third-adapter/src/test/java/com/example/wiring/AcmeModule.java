package com.example.wiring;

import com.example.acme.Acme;
import com.example.acme.AcmeOptions;
import dagger.Provides;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.seats.TenantSeatSource;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.net.URI;

// begin: dagger
/** Provides the Acme adapter and its ports. */
@dagger.Module
interface AcmeModule {
    @Provides
    @Singleton
    static Acme acme(Vertx vertx, AcmeSettings settings) {
        AcmeOptions options = AcmeOptions.builder(
                        URI.create(settings.require("seatport.acme.base-url")),
                        settings.require("seatport.acme.client-id"),
                        Secret.of(settings.require("seatport.acme.client-secret")))
                .build();
        return Acme.connect(vertx, options);
    }

    @Provides
    @IntoMap
    @StringKey("acme")
    static CustomerDirectory customers(Acme acme) {
        return acme.customers();
    }

    @Provides
    static TenantSeatSource tenantSeats(Acme acme) {
        return acme.tenantSeats();
    }
}
// end: dagger
