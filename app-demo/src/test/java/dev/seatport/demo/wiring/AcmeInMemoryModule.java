package dev.seatport.demo.wiring;

import dagger.Provides;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import dev.seatport.ports.seats.ProductCatalogue;
import dev.seatport.ports.seats.PurchasedSeatSource;
import dev.seatport.ports.seats.TenantSeatSource;
import java.util.List;

/** Provides the ports of Acme, which reports seats and licenses. */
@dagger.Module
interface AcmeInMemoryModule {
    @Provides
    @IntoMap
    @StringKey("acme")
    static CustomerDirectory customers(AcmeInMemory acme) {
        return acme.customers;
    }

    @Provides
    @IntoMap
    @StringKey("acme")
    static TenantSeatSource tenantSeats(AcmeInMemory acme) {
        return acme.tenantSeats;
    }

    @Provides
    @IntoMap
    @StringKey("acme")
    static PurchasedSeatSource productSeats(AcmeInMemory acme) {
        return acme.productSeats;
    }

    @Provides
    @IntoMap
    @StringKey("acme")
    static ProductCatalogue products() {
        return () -> List.of(AcmeInMemory.BACKUP);
    }

    @Provides
    @IntoMap
    @StringKey("acme")
    static ProductCode defaultProduct() {
        return AcmeInMemory.BACKUP.code();
    }

    @Provides
    @IntoMap
    @StringKey("acme")
    static LicenseConsumptionSource licenses(AcmeInMemory acme) {
        return acme.licenses;
    }
}
