package dev.seatport.demo.wiring;

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
import dev.seatport.demo.plugin.VendorSimulation;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.graph.Graph;
import dev.seatport.graph.GraphEnvironment;
import dev.seatport.graph.GraphOptions;
import dev.seatport.http.spi.SigningCertificate;
import dev.seatport.ports.events.CallListener;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedGraphTenant;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plugs in Microsoft Graph: its settings, its licenses and its health checks. */
@dagger.Module
interface GraphModule {
    String NAME = Graph.VENDOR.name();

    Setting<GraphEnvironment> ENVIRONMENT = Setting.choice("seatport.graph.environment", GraphEnvironment.class);
    Setting<URI> BASE_URL = Setting.url("seatport.graph.base-url");
    Setting<URI> LOGIN_URL = Setting.url("seatport.graph.login-url");
    Setting<String> PARTNER_TENANT = Setting.text(
                    "seatport.graph.partner-tenant", "the id of the partner's tenant, a GUID with dashes")
            .required();
    Setting<String> CLIENT_ID = Setting.credential("seatport.graph.client-id").required();
    LoginSettings LOGIN = LoginSettings.secretOrCertificate(NAME);
    LimitSettings LIMITS = LimitSettings.of(NAME);

    VendorSettings SETTINGS = VendorSettings.of(NAME)
            .account(ENVIRONMENT, BASE_URL, LOGIN_URL, PARTNER_TENANT, CLIENT_ID)
            .login(LOGIN)
            .limits(LIMITS)
            .check(NetworkSettings::of);

    @Provides
    @IntoSet
    static VendorPlugin plugin(Provider<Graph> graph, Settings settings) {
        return VendorPlugin.builder(Graph.VENDOR, "Microsoft Graph", SETTINGS)
                .licenses(() -> licenses(graph.get()), MicrosoftSkus.FREE)
                .healthChecks(() -> healthChecks(graph.get(), LOGIN.certificate(settings)))
                .simulation(new SimulatedGraph())
                .build();
    }

    @Provides
    @Singleton
    static Graph graph(VertxLifecycle vertx, Settings settings, CallListener callListener) {
        GraphOptions options = options(settings, callListener);
        return vertx.register(NetworkSettings.connect(() -> Graph.connect(vertx.vertx(), options)), Graph::close);
    }

    private static GraphOptions options(Settings settings, CallListener callListener) {
        GraphOptions.Builder options = credentials(settings).callListener(callListener);
        NetworkSettings.of(settings).apply(options::proxy, options::extraCertificates);
        settings.value(ENVIRONMENT).ifPresent(options::environment);
        settings.value(BASE_URL).ifPresent(options::baseUrl);
        settings.value(LOGIN_URL).ifPresent(options::loginUrl);
        return options.limits(LIMITS.limits(settings)).build();
    }

    private static GraphOptions.Builder credentials(Settings settings) {
        String tenant = settings.require(PARTNER_TENANT).strip();
        String clientId = settings.require(CLIENT_ID);
        Optional<SigningCertificate> certificate = LOGIN.certificate(settings);
        // The adapter rejects a tenant that is not a GUID.
        return PARTNER_TENANT.readWith(() -> certificate
                .map(value -> GraphOptions.builder(tenant, clientId, value))
                .orElseGet(() -> GraphOptions.builder(tenant, clientId, LOGIN.requireSecret(settings))));
    }

    private static LicenseVendorPorts licenses(Graph graph) {
        return new LicenseVendorPorts(Graph.VENDOR, graph.customers(), graph.licenses());
    }

    private static HealthCheckTarget healthChecks(Graph graph, Optional<SigningCertificate> certificate) {
        return new HealthCheckTarget(
                graph.operations(),
                graph::acquireToken,
                graph.customers(),
                customer -> true,
                List.of(new HealthCheckTarget.PortProbe(
                        "licenses",
                        customer -> FirstMatch.of(graph.licenses().consumption(customer.id(), tenant(customer)))
                                .thenApply(first -> first.isPresent()
                                        ? "read the licenses of a customer"
                                        : "the first customer's tenant has no licenses"))),
                null,
                certificate.orElse(null),
                new HealthCheckTarget.ConsentProbe(
                        customer -> graph.acquireToken(tenant(customer)),
                        "let an administrator of this tenant consent to the app registration",
                        "remove the contract with this tenant if it no longer exists; otherwise check its id"));
    }

    /** Returns the tenant of a customer. Its id is that of the customer. */
    private static TenantId tenant(Customer customer) {
        return new TenantId(customer.id().value());
    }

    /** Microsoft Graph in the sandbox. */
    final class SimulatedGraph implements VendorSimulation {
        @Override
        public Map<Setting<?>, String> settings(Sandbox sandbox) {
            Map<Setting<?>, String> settings = new LinkedHashMap<>();
            settings.put(BASE_URL, sandbox.graphBaseUrl());
            settings.put(LOGIN_URL, sandbox.graphLoginUrl());
            settings.put(PARTNER_TENANT, sandbox.graphPartnerTenant());
            settings.put(CLIENT_ID, sandbox.graphClientId());
            settings.put(LOGIN.clientSecret(), sandbox.graphClientSecret());
            return settings;
        }

        @Override
        public List<String> customerIds(SimulatedCustomer customer) {
            return customer.graphTenants().stream()
                    .map(SimulatedGraphTenant::tenantId)
                    .toList();
        }
    }
}
