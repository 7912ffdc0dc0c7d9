package dev.seatport.demo.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.VendorSettingsValidator;
import dev.seatport.demo.doctor.HealthCheckTarget;
import dev.seatport.ports.review.SeatReview;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Map;

/** Dagger component of the commands. Creates objects at first use, so a command needs settings only for the vendors that it calls. */
@Singleton
@Component(modules = {AvePointModule.class, C3Module.class, ReviewModule.class})
public interface SeatportComponent {
    /** Returns the vendors and their ports. */
    VendorRegistry vendors();

    /** Returns the review of the vendors that the settings select. */
    SeatReview review();

    /** Returns the settings of each vendor, by vendor name. */
    Map<String, VendorSettingsValidator> vendorSettings();

    /** Returns the health checks of each vendor, by vendor name. */
    Map<String, Provider<HealthCheckTarget>> healthCheckTargets();

    /** Returns the metrics of the vendor calls. */
    Metrics metrics();

    /** Creates the component. */
    @Component.Factory
    interface Factory {
        /** Creates a component. The caller closes {@code vertx}. */
        SeatportComponent create(@BindsInstance Settings settings, @BindsInstance VertxLifecycle vertx);
    }
}
