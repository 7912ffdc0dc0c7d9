package dev.seatport.demo.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.VendorSettings;
import dev.seatport.demo.doctor.HealthCheckTarget;
import dev.seatport.ports.review.SeatReview;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * What the commands work with. Nothing is made before it is asked for, so a command needs the settings of its own vendors only.
 */
@Singleton
@Component(modules = {AvePointModule.class, C3Module.class, ReviewModule.class})
public interface SeatportComponent {
    /** The vendors' ports. */
    VendorRegistry vendors();

    /** The use case, of the vendors that the settings choose. */
    SeatReview review();

    /** What each vendor wants to be set, by the vendor's name. */
    Map<String, VendorSettings> vendorSettings();

    /** What can be checked of each vendor, by its name. */
    Map<String, Provider<HealthCheckTarget>> patients();

    /** What is counted on the way to the vendors. */
    Metrics metrics();

    /** Makes the component. */
    @Component.Factory
    interface Factory {
        /** Makes it. What the vendors run on is closed by whoever made that. */
        SeatportComponent create(@BindsInstance Settings settings, @BindsInstance VertxLifecycle vertx);
    }
}
