package com.example.wiring;

import com.example.acme.Acme;
import dagger.BindsInstance;
import dagger.Component;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.seats.TenantSeatSource;
import io.vertx.core.Vertx;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Map;

/** What a service works with: ports, and whatever has to be closed in the end. */
@Singleton
@Component(modules = AcmeModule.class)
public interface AcmeComponent {
    /** The directories of customers, by the vendor's name. */
    Map<String, Provider<CustomerDirectory>> customers();

    TenantSeatSource tenantSeats();

    Acme acme();

    /** Makes the component. */
    @Component.Factory
    interface Factory {
        AcmeComponent create(@BindsInstance Vertx vertx, @BindsInstance AcmeSettings acmeSettings);
    }
}
