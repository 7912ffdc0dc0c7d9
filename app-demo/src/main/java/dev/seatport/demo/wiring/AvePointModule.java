package dev.seatport.demo.wiring;

import dagger.Provides;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.avepoint.AvePoint;
import dev.seatport.avepoint.AvePointApiVersion;
import dev.seatport.avepoint.AvePointEnvironment;
import dev.seatport.avepoint.AvePointOptions;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.demo.config.VendorSettingsValidator;
import dev.seatport.demo.doctor.FirstMatch;
import dev.seatport.demo.doctor.HealthCheckTarget;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.SigningCertificate;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.seats.ProductCatalogue;
import dev.seatport.ports.seats.TenantSeatQuery;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Provides the ports of AvePoint, configured by the settings. */
@dagger.Module
interface AvePointModule {
    ProductCode DEFAULT_PRODUCT = new ProductCode("2048");

    @Provides
    @Singleton
    static AvePoint avePoint(VertxLifecycle vertx, Settings settings, CallListener callListener) {
        AvePointOptions options = options(settings, callListener);
        return vertx.register(
                NetworkSettings.readFileOf(Setting.CA_FILE, () -> AvePoint.connect(vertx.vertx(), options)),
                AvePoint::close);
    }

    private static AvePointOptions options(Settings settings, CallListener callListener) {
        AvePointOptions.Builder options = credentials(settings).callListener(callListener);
        NetworkSettings.of(settings).apply(options::proxy, options::extraCertificates);
        settings.choice(Setting.AVEPOINT_ENVIRONMENT, AvePointEnvironment.class).ifPresent(options::environment);
        settings.choice(Setting.AVEPOINT_API, AvePointApiVersion.class).ifPresent(options::api);
        settings.url(Setting.AVEPOINT_BASE_URL).ifPresent(options::baseUrl);
        settings.url(Setting.AVEPOINT_TOKEN_URL).ifPresent(options::tokenUrl);
        return options.limits(NetworkSettings.limits(
                        settings, Setting.AVEPOINT_REQUEST_TIMEOUT, Setting.AVEPOINT_REQUESTS_PER_SECOND))
                .build();
    }

    /** Prefers a certificate over a secret, as the vendor recommends. */
    private static AvePointOptions.Builder credentials(Settings settings) {
        String clientId = settings.require(Setting.AVEPOINT_CLIENT_ID);
        return certificate(settings)
                .map(certificate -> AvePointOptions.builder(clientId, certificate))
                .orElseGet(() -> AvePointOptions.builder(clientId, secret(settings)));
    }

    private static Secret secret(Settings settings) {
        return settings.requireSecret(Setting.AVEPOINT_CLIENT_SECRET, Setting.AVEPOINT_CLIENT_SECRET_FILE);
    }

    private static Optional<SigningCertificate> certificate(Settings settings) {
        return settings.path(Setting.AVEPOINT_CERTIFICATE).map(file -> {
            Secret password = settings.secret(
                            Setting.AVEPOINT_CERTIFICATE_PASSWORD, Setting.AVEPOINT_CERTIFICATE_PASSWORD_FILE)
                    .orElse(null);
            return settings.readOnce(
                    Setting.AVEPOINT_CERTIFICATE,
                    SigningCertificate.class,
                    () -> NetworkSettings.readFileOf(
                            Setting.AVEPOINT_CERTIFICATE, () -> SigningCertificate.read(file, password)));
        });
    }

    @Provides
    @IntoMap
    @StringKey("avepoint")
    static VendorSettingsValidator vendorSettings() {
        return new VendorSettingsValidator(
                "seatport.avepoint.",
                List.of(
                        Setting.AVEPOINT_CLIENT_ID.key(),
                        Setting.AVEPOINT_CLIENT_SECRET.key() + " (or a file or certificate)"),
                List.of(
                        settings -> settings.require(Setting.AVEPOINT_CLIENT_ID),
                        settings -> certificate(settings).ifPresentOrElse(found -> {}, () -> secret(settings)),
                        settings -> settings.choice(Setting.AVEPOINT_ENVIRONMENT, AvePointEnvironment.class),
                        settings -> settings.choice(Setting.AVEPOINT_API, AvePointApiVersion.class),
                        settings -> settings.url(Setting.AVEPOINT_BASE_URL),
                        settings -> settings.url(Setting.AVEPOINT_TOKEN_URL),
                        settings -> settings.duration(Setting.AVEPOINT_REQUEST_TIMEOUT),
                        settings -> settings.rate(Setting.AVEPOINT_REQUESTS_PER_SECOND),
                        NetworkSettings::of));
    }

    @Provides
    @IntoMap
    @StringKey("avepoint")
    static HealthCheckTarget healthCheckTarget(AvePoint avePoint, Settings settings) {
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
                certificate(settings).orElse(null));
    }

    @Provides
    @IntoMap
    @StringKey("avepoint")
    static SeatVendorPorts seats(AvePoint avePoint) {
        return new SeatVendorPorts(
                AvePoint.VENDOR, avePoint.customers(), avePoint.tenantSeats(), avePoint.productSeats());
    }

    @Provides
    @IntoMap
    @StringKey("avepoint")
    static ProductCatalogue products() {
        return AvePoint.catalogue();
    }

    /** Provides the default product of a review: Cloud Backup for Microsoft 365. */
    @Provides
    @IntoMap
    @StringKey("avepoint")
    static ProductCode defaultProduct() {
        return DEFAULT_PRODUCT;
    }
}
