package dev.seatport.demo.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.seatport.demo.config.Settings;
import jakarta.inject.Singleton;

/** Component of the command line with the example adapter, as its guide shows it. Only the list of modules differs. */
@Singleton
// begin: module-list
@Component(modules = {AvePointModule.class, C3Module.class, GraphModule.class, AcmeModule.class, ReviewModule.class})
// end: module-list
interface AcmeHttpComponent extends SeatportComponent {
    @Component.Factory
    interface Factory {
        AcmeHttpComponent create(@BindsInstance Settings settings, @BindsInstance VertxLifecycle vertx);
    }
}
