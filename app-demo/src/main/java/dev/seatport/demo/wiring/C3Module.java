package dev.seatport.demo.wiring;

import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.c3.C3;
import dev.seatport.c3.C3Options;
import dev.seatport.demo.config.LimitSettings;
import dev.seatport.demo.config.LoginSettings;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.VendorSettings;
import dev.seatport.demo.doctor.FirstMatch;
import dev.seatport.demo.plugin.HealthCheckTarget;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.demo.plugin.VendorSimulation;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.ports.events.CallListener;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Plugs in C3: its settings, its licenses and its health checks. */
@dagger.Module
interface C3Module {
    String NAME = C3.VENDOR.name();

    Setting<URI> BASE_URL = Setting.url("seatport.c3.base-url").required();
    Setting<URI> TOKEN_URL = Setting.url("seatport.c3.token-url");
    Setting<String> CLIENT_ID = Setting.credential("seatport.c3.client-id").required();
    Setting<String> RESOURCE = Setting.credential("seatport.c3.resource").required();
    Setting<String> SCOPE = Setting.credential("seatport.c3.scope");
    LoginSettings LOGIN = LoginSettings.secret(NAME);
    LimitSettings LIMITS = LimitSettings.of(NAME);

    VendorSettings SETTINGS = VendorSettings.of(NAME)
            .account(BASE_URL, TOKEN_URL, CLIENT_ID, RESOURCE, SCOPE)
            .login(LOGIN)
            .limits(LIMITS)
            .check(NetworkSettings::of);

    @Provides
    @IntoSet
    static VendorPlugin plugin(Provider<C3> c3) {
        return VendorPlugin.builder(C3.VENDOR, "C3", SETTINGS)
                .licenses(() -> licenses(c3.get()), MicrosoftSkus.FREE)
                .licensesByDefault()
                .healthChecks(() -> healthChecks(c3.get()))
                .simulation(new SimulatedC3())
                .build();
    }

    @Provides
    @Singleton
    static C3 c3(VertxLifecycle vertx, Settings settings, CallListener callListener) {
        C3Options options = options(settings, callListener);
        return vertx.register(NetworkSettings.connect(() -> C3.connect(vertx.vertx(), options)), C3::close);
    }

    private static C3Options options(Settings settings, CallListener callListener) {
        C3Options.Builder options = C3Options.builder(
                        settings.require(BASE_URL),
                        settings.require(CLIENT_ID),
                        LOGIN.requireSecret(settings),
                        settings.require(RESOURCE))
                .callListener(callListener);
        NetworkSettings.of(settings).apply(options::proxy, options::extraCertificates);
        settings.value(TOKEN_URL).ifPresent(options::tokenUrl);
        settings.value(SCOPE).ifPresent(options::scope);
        return options.limits(LIMITS.limits(settings)).build();
    }

    private static LicenseVendorPorts licenses(C3 c3) {
        return new LicenseVendorPorts(C3.VENDOR, c3.customers(), c3.licenses());
    }

    private static HealthCheckTarget healthChecks(C3 c3) {
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

    /** C3 in the sandbox. */
    final class SimulatedC3 implements VendorSimulation {
        @Override
        public Map<Setting<?>, String> settings(Sandbox sandbox) {
            Map<Setting<?>, String> settings = new LinkedHashMap<>();
            settings.put(BASE_URL, sandbox.c3BaseUrl());
            settings.put(TOKEN_URL, sandbox.c3TokenUrl());
            settings.put(CLIENT_ID, sandbox.c3ClientId());
            settings.put(LOGIN.clientSecret(), sandbox.c3ClientSecret());
            settings.put(RESOURCE, sandbox.c3Resource());
            return settings;
        }

        @Override
        public List<String> customerIds(SimulatedCustomer customer) {
            return customer.accounts().stream()
                    .map(SimulatedC3Customer::c3CustomerId)
                    .distinct()
                    .toList();
        }
    }
}
