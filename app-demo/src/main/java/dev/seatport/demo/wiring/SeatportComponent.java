package dev.seatport.demo.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.VendorSettings;
import dev.seatport.demo.doctor.Patient;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import dev.seatport.ports.review.SeatReview;
import dev.seatport.ports.seats.ProductCatalogue;
import dev.seatport.ports.seats.ProductSeatSource;
import dev.seatport.ports.seats.TenantSeatSource;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * What the commands work with. Nothing is made before it is asked for, so a command needs the settings of its own vendors only.
 */
@Singleton
@Component(modules = {AvePointModule.class, C3Module.class, ReviewModule.class})
public interface SeatportComponent {
    /** The directories of customers, by the vendor's name. */
    Map<String, Provider<CustomerDirectory>> customers();

    TenantSeatSource tenantSeats();

    ProductSeatSource productSeats();

    ProductCatalogue products();

    LicenseConsumptionSource licenses();

    SeatReview review();

    /** What each vendor wants to be set, by the vendor's name. */
    Map<String, VendorSettings> vendorSettings();

    /** What can be checked of each vendor, by its name. */
    Map<String, Provider<Patient>> patients();

    /** What has to be closed in the end. */
    Resources resources();

    /** Makes the component. */
    @Component.Factory
    interface Factory {
        SeatportComponent create(@BindsInstance Settings settings);
    }
}
