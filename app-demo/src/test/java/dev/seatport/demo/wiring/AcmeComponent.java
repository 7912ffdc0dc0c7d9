package dev.seatport.demo.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.seatport.demo.config.Settings;
import jakarta.inject.Singleton;

/** Component of the command line with the vendor Acme. Only the list of modules differs. */
@Singleton
@Component(
        modules = {
            AvePointModule.class,
            C3Module.class,
            GraphModule.class,
            AcmeInMemoryModule.class,
            ReviewModule.class,
        })
interface AcmeComponent extends SeatportComponent {
    @Component.Factory
    interface Factory {
        AcmeComponent create(
                @BindsInstance Settings settings,
                @BindsInstance VertxLifecycle vertx,
                @BindsInstance AcmeInMemory acme);
    }
}
