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

/** Dagger component of a service: the ports, and the adapter that the service must close. */
@Singleton
@Component(modules = AcmeModule.class)
public interface AcmeComponent {
    /** Returns the customer directories by vendor name. */
    Map<String, Provider<CustomerDirectory>> customers();

    TenantSeatSource tenantSeats();

    Acme acme();

    /** Factory of the component. */
    @Component.Factory
    interface Factory {
        AcmeComponent create(@BindsInstance Vertx vertx, @BindsInstance AcmeSettings settings);
    }
}
