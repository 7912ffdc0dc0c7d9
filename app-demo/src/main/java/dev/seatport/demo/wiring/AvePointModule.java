package dev.seatport.demo.wiring;

import dagger.Provides;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import dev.seatport.avepoint.AvePoint;
import dev.seatport.avepoint.AvePointApi;
import dev.seatport.avepoint.AvePointEnvironment;
import dev.seatport.avepoint.AvePointOptions;
import dev.seatport.demo.config.Setting;
import dev.seatport.demo.config.Settings;
import dev.seatport.http.Secret;
import dev.seatport.http.SigningCertificate;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.seats.ProductCatalogue;
import dev.seatport.ports.seats.ProductSeatSource;
import dev.seatport.ports.seats.TenantSeatSource;
import dev.seatport.ports.watch.VendorWatcher;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** AvePoint behind the ports, as the settings say. */
@dagger.Module
interface AvePointModule {
    @Provides
    @Singleton
    static AvePoint avePoint(Resources resources, Settings settings, VendorWatcher watcher) {
        AvePointOptions options = options(settings, watcher);
        return resources.keep(Network.readable(Setting.CA_FILE, () -> AvePoint.connect(resources.vertx(), options)));
    }

    private static AvePointOptions options(Settings settings, VendorWatcher watcher) {
        AvePointOptions.Builder options = credentials(settings).watcher(watcher);
        Network.of(settings).apply(options::proxy, options::extraCertificates);
        settings.choice(Setting.AVEPOINT_ENVIRONMENT, AvePointEnvironment.class).ifPresent(options::environment);
        settings.choice(Setting.AVEPOINT_API, AvePointApi.class).ifPresent(options::api);
        settings.url(Setting.AVEPOINT_BASE_URL).ifPresent(options::baseUrl);
        settings.url(Setting.AVEPOINT_TOKEN_URL).ifPresent(options::tokenUrl);
        settings.duration(Setting.AVEPOINT_REQUEST_TIMEOUT).ifPresent(options::requestTimeout);
        return options.build();
    }

    /** A certificate, where there is one; the vendor recommends it over a secret. */
    private static AvePointOptions.Builder credentials(Settings settings) {
        String clientId = settings.require(Setting.AVEPOINT_CLIENT_ID);
        Optional<Path> certificate = settings.path(Setting.AVEPOINT_CERTIFICATE);
        if (certificate.isEmpty()) {
            return AvePointOptions.builder(
                    clientId,
                    settings.requireSecret(Setting.AVEPOINT_CLIENT_SECRET, Setting.AVEPOINT_CLIENT_SECRET_FILE));
        }
        Secret password = settings.secret(
                        Setting.AVEPOINT_CERTIFICATE_PASSWORD, Setting.AVEPOINT_CERTIFICATE_PASSWORD_FILE)
                .orElse(null);
        return AvePointOptions.builder(
                clientId,
                Network.readable(
                        Setting.AVEPOINT_CERTIFICATE, () -> SigningCertificate.read(certificate.get(), password)));
    }

    @Provides
    @IntoMap
    @StringKey("avepoint")
    static CustomerDirectory customers(AvePoint avePoint) {
        return avePoint.customers();
    }

    @Provides
    static TenantSeatSource tenantSeats(AvePoint avePoint) {
        return avePoint.tenantSeats();
    }

    @Provides
    static ProductSeatSource productSeats(AvePoint avePoint) {
        return avePoint.productSeats();
    }

    @Provides
    static ProductCatalogue products() {
        return AvePoint.catalogue();
    }
}
