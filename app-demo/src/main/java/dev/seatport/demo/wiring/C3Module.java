package dev.seatport.demo.wiring;

import dagger.Provides;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.c3.C3;
import dev.seatport.c3.C3Options;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.VendorSettingsValidator;
import dev.seatport.demo.doctor.FirstMatch;
import dev.seatport.demo.doctor.HealthCheckTarget;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.ports.events.CallListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Provides the ports of C3, configured by the settings. */
@dagger.Module
interface C3Module {
    @Provides
    @Singleton
    static C3 c3(VertxLifecycle vertx, Settings settings, CallListener callListener) {
        C3Options options = options(settings, callListener);
        return vertx.register(
                NetworkSettings.readFileOf(Setting.CA_FILE, () -> C3.connect(vertx.vertx(), options)), C3::close);
    }

    private static C3Options options(Settings settings, CallListener callListener) {
        C3Options.Builder options = C3Options.builder(
                        settings.requireUrl(Setting.C3_BASE_URL),
                        settings.require(Setting.C3_CLIENT_ID),
                        settings.requireSecret(Setting.C3_CLIENT_SECRET, Setting.C3_CLIENT_SECRET_FILE),
                        settings.require(Setting.C3_RESOURCE))
                .callListener(callListener);
        NetworkSettings.of(settings).apply(options::proxy, options::extraCertificates);
        settings.url(Setting.C3_TOKEN_URL).ifPresent(options::tokenUrl);
        settings.text(Setting.C3_SCOPE).ifPresent(options::scope);
        return options.limits(
                        NetworkSettings.limits(settings, Setting.C3_REQUEST_TIMEOUT, Setting.C3_REQUESTS_PER_SECOND))
                .build();
    }

    @Provides
    @IntoMap
    @StringKey("c3")
    static VendorSettingsValidator vendorSettings() {
        return new VendorSettingsValidator(
                "seatport.c3.",
                List.of(
                        Setting.C3_BASE_URL.key(),
                        Setting.C3_CLIENT_ID.key(),
                        Setting.C3_CLIENT_SECRET.key() + " (or a file)",
                        Setting.C3_RESOURCE.key()),
                List.of(
                        settings -> settings.requireUrl(Setting.C3_BASE_URL),
                        settings -> settings.require(Setting.C3_CLIENT_ID),
                        settings -> settings.requireSecret(Setting.C3_CLIENT_SECRET, Setting.C3_CLIENT_SECRET_FILE),
                        settings -> settings.require(Setting.C3_RESOURCE),
                        settings -> settings.url(Setting.C3_TOKEN_URL),
                        settings -> settings.text(Setting.C3_SCOPE),
                        settings -> settings.duration(Setting.C3_REQUEST_TIMEOUT),
                        settings -> settings.rate(Setting.C3_REQUESTS_PER_SECOND),
                        NetworkSettings::of));
    }

    @Provides
    @IntoMap
    @StringKey("c3")
    static HealthCheckTarget healthCheckTarget(C3 c3) {
        return new HealthCheckTarget(
                c3.operations(),
                c3::acquireToken,
                c3.customers(),
                customer -> !customer.deleted() && tenant(customer).isPresent(),
                List.of(new HealthCheckTarget.PortProbe("licenses", customer -> firstLicenses(c3, customer))),
                null,
                null);
    }

    private static @Nullable CompletionStage<String> firstLicenses(C3 c3, Customer customer) {
        return tenant(customer)
                .map(tenant -> FirstMatch.of(c3.licenses().consumption(customer.id(), tenant.id()))
                        .thenApply(first -> first.isPresent()
                                ? "read the licenses of a customer"
                                : "the first customer's tenant has no licenses"))
                .orElse(null);
    }

    private static Optional<Tenant> tenant(Customer customer) {
        return customer.tenants()
                .flatMap(tenants ->
                        tenants.stream().filter(tenant -> !tenant.deleted()).findFirst());
    }

    @Provides
    @IntoMap
    @StringKey("c3")
    static LicenseVendorPorts licenses(C3 c3) {
        return new LicenseVendorPorts(C3.VENDOR, c3.customers(), c3.licenses());
    }
}
