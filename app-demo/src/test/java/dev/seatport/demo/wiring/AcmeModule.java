package dev.seatport.demo.wiring;

import com.example.acme.Acme;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.demo.config.LimitSettings;
import dev.seatport.demo.config.LoginSettings;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.VendorSettings;
import dev.seatport.demo.doctor.FirstMatch;
import dev.seatport.demo.plugin.HealthCheckTarget;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.Credentials;
import dev.seatport.ports.events.CallListener;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

// begin: plugin
/** Plugs in Acme: its settings, its licenses and its health checks. */
@dagger.Module
interface AcmeModule {
    Setting<URI> BASE_URL = Setting.url("seatport.acme.base-url").required();
    Setting<String> PARTNER = Setting.text("seatport.acme.partner-tenant").required();
    Setting<String> CLIENT_ID = Setting.credential("seatport.acme.client-id").required();
    LoginSettings LOGIN = LoginSettings.secret("acme");
    LimitSettings LIMITS = LimitSettings.of("acme");

    VendorSettings SETTINGS = VendorSettings.of("acme")
            .account(BASE_URL, PARTNER, CLIENT_ID)
            .login(LOGIN)
            .limits(LIMITS)
            .check(NetworkSettings::of);

    @Provides
    @IntoSet
    static VendorPlugin plugin(Provider<Acme> acme) {
        return VendorPlugin.builder(Acme.VENDOR, "Acme", SETTINGS)
                .licenses(() -> licenses(acme.get()), Set.of())
                .healthChecks(() -> healthChecks(acme.get()))
                .build();
    }

    @Provides
    @Singleton
    static Acme acme(VertxLifecycle vertx, Settings settings, CallListener callListener) {
        TenantId partner = new TenantId(settings.require(PARTNER));
        VendorClientOptions options = options(settings, callListener);
        return vertx.register(
                NetworkSettings.connect(() -> Acme.connect(vertx.vertx(), partner, options)), Acme::close);
    }

    private static VendorClientOptions options(Settings settings, CallListener callListener) {
        Credentials credentials = Credentials.clientSecret(settings.require(CLIENT_ID), LOGIN.requireSecret(settings));
        VendorClientOptions.Builder options =
                Acme.options(settings.require(BASE_URL), credentials).callListener(callListener);
        NetworkSettings.of(settings).apply(options::proxy, options::extraCertificates);
        return options.limits(LIMITS.limits(settings)).build();
    }

    private static LicenseVendorPorts licenses(Acme acme) {
        return new LicenseVendorPorts(Acme.VENDOR, acme.customers(), acme.licenses());
    }

    /** The last two arguments: no hint, and no certificate because Acme accepts only a secret. */
    private static HealthCheckTarget healthChecks(Acme acme) {
        return new HealthCheckTarget(
                acme.operations(),
                acme::acquireToken,
                acme.customers(),
                customer -> !customer.tenants().orElse(List.of()).isEmpty(),
                List.of(new HealthCheckTarget.PortProbe("licenses", customer -> firstLicense(acme, customer))),
                null,
                null);
    }

    /** Returns {@code null} for a customer without a tenant: the check is then skipped. */
    private static @Nullable CompletionStage<String> firstLicense(Acme acme, Customer customer) {
        return customer.tenants().orElse(List.of()).stream()
                .findFirst()
                .map(tenant -> FirstMatch.of(acme.licenses().consumption(customer.id(), tenant.id()))
                        .thenApply(
                                first -> first.isPresent() ? "read the first license" : "the tenant has no licenses"))
                .orElse(null);
    }
}
// end: plugin
