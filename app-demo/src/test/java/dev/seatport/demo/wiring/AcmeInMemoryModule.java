package dev.seatport.demo.wiring;

import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.VendorSettings;
import dev.seatport.demo.plugin.VendorPlugin;
import java.util.List;
import java.util.Set;

/** Plugs in Acme, which reports seats and licenses. */
@dagger.Module
interface AcmeInMemoryModule {
    Setting<String> PARTNER = Setting.text("seatport.acme.partner");

    @Provides
    @IntoSet
    static VendorPlugin plugin(AcmeInMemory acme) {
        return VendorPlugin.builder(
                        AcmeInMemory.VENDOR, "Acme", VendorSettings.of("acme").account(PARTNER))
                .seats(
                        () -> new SeatVendorPorts(
                                AcmeInMemory.VENDOR, acme.customers, acme.tenantSeats, acme.productSeats),
                        () -> () -> List.of(AcmeInMemory.BACKUP),
                        AcmeInMemory.BACKUP.code())
                .licenses(() -> new LicenseVendorPorts(AcmeInMemory.VENDOR, acme.customers, acme.licenses), Set.of())
                .build();
    }
}
