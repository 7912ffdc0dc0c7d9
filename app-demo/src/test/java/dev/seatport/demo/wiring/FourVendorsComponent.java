package dev.seatport.demo.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.seatport.demo.config.Settings;
import jakarta.inject.Singleton;

/** Component of the command line with two more license vendors. Only the list of modules differs. */
@Singleton
@Component(
        modules = {
            AvePointModule.class,
            C3Module.class,
            AcmeInMemoryModule.class,
            GlobexInMemoryModule.class,
            ReviewModule.class
        })
interface FourVendorsComponent extends SeatportComponent {
    @Component.Factory
    interface Factory {
        FourVendorsComponent create(
                @BindsInstance Settings settings,
                @BindsInstance VertxLifecycle vertx,
                @BindsInstance AcmeInMemory acme);
    }
}
