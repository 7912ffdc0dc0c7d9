package dev.seatport.demo.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.ports.review.SeatReview;
import jakarta.inject.Singleton;
import java.util.List;

/** Dagger component of the commands. Creates objects at first use, so a command needs settings only for the vendors that it calls. */
@Singleton
@Component(modules = {AvePointModule.class, C3Module.class, GraphModule.class, ReviewModule.class})
public interface SeatportComponent {
    /**
     * Returns the plugins of all wired vendors, in alphabetical order. Needs no settings. Their ports must not be used.
     */
    static List<VendorPlugin> plugins(Factory components) {
        return components
                .create(Settings.none(), new VertxLifecycle())
                .vendors()
                .plugins();
    }

    /** Returns the vendors and their ports. */
    VendorRegistry vendors();

    /** Returns the review of the vendors that the settings select. */
    SeatReview review();

    /** Returns the metrics of the vendor calls. */
    Metrics metrics();

    /** Creates the component. */
    @Component.Factory
    interface Factory {
        /** Creates a component. The caller closes {@code vertx}. */
        SeatportComponent create(@BindsInstance Settings settings, @BindsInstance VertxLifecycle vertx);
    }
}
