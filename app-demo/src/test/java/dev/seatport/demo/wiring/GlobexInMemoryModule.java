package dev.seatport.demo.wiring;

import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.VendorSettings;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.testkit.fake.InMemoryCustomerDirectory;
import dev.seatport.testkit.fake.InMemoryLicenseConsumptionSource;
import java.util.Set;

/** Plugs in Globex, which reports licenses only and lists no customers. */
@dagger.Module
interface GlobexInMemoryModule {
    Vendor VENDOR = new Vendor("globex");
    Setting<String> PARTNER = Setting.text("seatport.globex.partner");

    @Provides
    @IntoSet
    static VendorPlugin plugin() {
        return VendorPlugin.builder(
                        VENDOR, "Globex", VendorSettings.of("globex").account(PARTNER))
                .licenses(
                        () -> new LicenseVendorPorts(
                                VENDOR,
                                new InMemoryCustomerDirectory(VENDOR),
                                new InMemoryLicenseConsumptionSource(VENDOR)),
                        Set.of())
                .build();
    }
}
