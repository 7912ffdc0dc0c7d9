package dev.seatport.demo.wiring;

import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.avepoint.AvePoint;
import dev.seatport.avepoint.AvePointApiVersion;
import dev.seatport.avepoint.AvePointEnvironment;
import dev.seatport.avepoint.AvePointOptions;
import dev.seatport.demo.config.LimitSettings;
import dev.seatport.demo.config.LoginSettings;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.VendorSettings;
import dev.seatport.demo.doctor.FirstMatch;
import dev.seatport.demo.plugin.HealthCheckTarget;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.demo.plugin.VendorSimulation;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.spi.SigningCertificate;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plugs in AvePoint: its settings, its seats and its health checks. */
@dagger.Module
interface AvePointModule {
    String NAME = AvePoint.VENDOR.name();

    Setting<AvePointEnvironment> ENVIRONMENT =
            Setting.choice("seatport.avepoint.environment", AvePointEnvironment.class);
    Setting<AvePointApiVersion> API = Setting.choice("seatport.avepoint.api", AvePointApiVersion.class);
    Setting<URI> BASE_URL = Setting.url("seatport.avepoint.base-url");
    Setting<URI> TOKEN_URL = Setting.url("seatport.avepoint.token-url");
    Setting<String> CLIENT_ID =
            Setting.credential("seatport.avepoint.client-id").required();
    LoginSettings LOGIN = LoginSettings.secretOrCertificate(NAME);
    LimitSettings LIMITS = LimitSettings.of(NAME);

    VendorSettings SETTINGS = VendorSettings.of(NAME)
            .account(ENVIRONMENT, API, BASE_URL, TOKEN_URL, CLIENT_ID)
            .login(LOGIN)
            .limits(LIMITS)
            .check(NetworkSettings::of);

    /** Default product of a review: Cloud Backup for Microsoft 365. */
    ProductCode DEFAULT_PRODUCT = new ProductCode("2048");

    @Provides
    @IntoSet
    static VendorPlugin plugin(Provider<AvePoint> avePoint, Settings settings) {
        return VendorPlugin.builder(AvePoint.VENDOR, "AvePoint", SETTINGS)
                .seats(() -> seats(avePoint.get()), AvePoint::catalogue, DEFAULT_PRODUCT)
                .seatsByDefault()
                .healthChecks(() -> healthChecks(avePoint.get(), LOGIN.certificate(settings)))
                .simulation(new SimulatedAvePoint())
                .build();
    }

    @Provides
    @Singleton
    static AvePoint avePoint(VertxLifecycle vertx, Settings settings, CallListener callListener) {
        AvePointOptions options = options(settings, callListener);
        return vertx.register(NetworkSettings.connect(() -> AvePoint.connect(vertx.vertx(), options)), AvePoint::close);
    }

    private static AvePointOptions options(Settings settings, CallListener callListener) {
        AvePointOptions.Builder options = credentials(settings).callListener(callListener);
        NetworkSettings.of(settings).apply(options::proxy, options::extraCertificates);
        settings.value(ENVIRONMENT).ifPresent(options::environment);
        settings.value(API).ifPresent(options::api);
        settings.value(BASE_URL).ifPresent(options::baseUrl);
        settings.value(TOKEN_URL).ifPresent(options::tokenUrl);
        return options.limits(LIMITS.limits(settings)).build();
    }

    private static AvePointOptions.Builder credentials(Settings settings) {
        String clientId = settings.require(CLIENT_ID);
        return LOGIN.certificate(settings)
                .map(certificate -> AvePointOptions.builder(clientId, certificate))
                .orElseGet(() -> AvePointOptions.builder(clientId, LOGIN.requireSecret(settings)));
    }

    private static SeatVendorPorts seats(AvePoint avePoint) {
        return new SeatVendorPorts(
                AvePoint.VENDOR, avePoint.customers(), avePoint.tenantSeats(), avePoint.productSeats());
    }

    private static HealthCheckTarget healthChecks(AvePoint avePoint, Optional<SigningCertificate> certificate) {
        return new HealthCheckTarget(
                avePoint.operations(),
                avePoint::acquireToken,
                avePoint.customers(),
                customer -> true,
                List.of(
                        new HealthCheckTarget.PortProbe(
                                "customer",
                                customer -> avePoint.customers()
                                        .find(customer.id())
                                        .thenApply(found -> "read the first customer")),
                        new HealthCheckTarget.PortProbe(
                                "tenant-seats",
                                customer -> FirstMatch.of(avePoint.tenantSeats()
                                                .seats(TenantSeatQuery.all(customer.id(), TenantKind.MICROSOFT_365)))
                                        .thenApply(first -> first.isPresent()
                                                ? "read the seats of the first customer"
                                                : "the first customer has no Microsoft 365 tenant")),
                        new HealthCheckTarget.PortProbe(
                                "product-seats",
                                customer -> avePoint.productSeats()
                                        .seats(
                                                customer.id(),
                                                AvePoint.catalogue().byCode(DEFAULT_PRODUCT))
                                        .thenApply(seats -> "read "
                                                + seats.value().product().label() + " of the first customer"))),
                "if customers are missing, check the app registration's customer scope in Elements: it can hide"
                        + " customers from a listing without an error",
                certificate.orElse(null));
    }

    /** AvePoint in the sandbox. */
    final class SimulatedAvePoint implements VendorSimulation {
        @Override
        public Map<Setting<?>, String> settings(Sandbox sandbox) {
            Map<Setting<?>, String> settings = new LinkedHashMap<>();
            settings.put(BASE_URL, sandbox.avePointBaseUrl());
            settings.put(TOKEN_URL, sandbox.avePointTokenUrl());
            settings.put(CLIENT_ID, sandbox.avePointClientId());
            settings.put(LOGIN.clientSecret(), sandbox.avePointClientSecret());
            return settings;
        }

        @Override
        public List<String> customerIds(SimulatedCustomer customer) {
            return List.of(customer.avePointId());
        }
    }
}
