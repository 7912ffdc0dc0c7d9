package dev.seatport.demo.wiring;

import dagger.Provides;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.ports.seats.ProductCatalogue;
import java.util.List;

/** Provides the ports of Acme, which reports seats and licenses. */
@dagger.Module
interface AcmeInMemoryModule {
    @Provides
    @IntoMap
    @StringKey("acme")
    static SeatVendorPorts seats(AcmeInMemory acme) {
        return new SeatVendorPorts(AcmeInMemory.VENDOR, acme.customers, acme.tenantSeats, acme.productSeats);
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
    static LicenseVendorPorts licenses(AcmeInMemory acme) {
        return new LicenseVendorPorts(AcmeInMemory.VENDOR, acme.customers, acme.licenses);
    }
}
