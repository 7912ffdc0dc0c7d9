package dev.seatport.example.boot;

import dev.seatport.application.customers.CachingCustomerDirectory;
import dev.seatport.application.review.FleetReview;
import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.avepoint.AvePoint;
import dev.seatport.avepoint.AvePointOptions;
import dev.seatport.c3.C3;
import dev.seatport.c3.C3Options;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.review.SeatReview;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Adapters of both vendors and the review, once per service. Controllers see the ports only. */
@Configuration(proxyBeanMethods = false)
class VendorConfiguration {
    @Bean
    VertxResource vertxResource() {
        return new VertxResource(Vertx.vertx());
    }

    @Bean
    AvePoint avePoint(VertxResource resource, VendorHealth health, Environment environment) {
        return AvePoint.connect(
                resource.vertx(),
                AvePointOptions.builder(
                                environment.getRequiredProperty("avepoint.client-id"),
                                Secret.of(environment.getRequiredProperty("avepoint.client-secret")))
                        .baseUrl(environment.getRequiredProperty("avepoint.url", URI.class))
                        .tokenUrl(environment.getRequiredProperty("avepoint.token-url", URI.class))
                        .callListener(health)
                        .build());
    }

    @Bean
    C3 c3(VertxResource resource, VendorHealth health, Environment environment) {
        return C3.connect(
                resource.vertx(),
                C3Options.builder(
                                environment.getRequiredProperty("c3.url", URI.class),
                                environment.getRequiredProperty("c3.client-id"),
                                Secret.of(environment.getRequiredProperty("c3.client-secret")),
                                environment.getRequiredProperty("c3.resource"))
                        .tokenUrl(environment.getRequiredProperty("c3.token-url", URI.class))
                        .callListener(health)
                        .build());
    }

    @Bean
    CustomerDirectory seatCustomers(AvePoint avePoint) {
        return avePoint.customers();
    }

    // begin: review
    /** Keeps the listing of C3's customers, which each review needs to find the tenants of its customer. */
    @Bean
    CachingCustomerDirectory licenseCustomers(C3 c3, Environment environment) {
        return CachingCustomerDirectory.of(
                c3.customers(),
                environment.getProperty(
                        "c3.customers-max-age", Duration.class, CachingCustomerDirectory.DEFAULT_MAX_AGE));
    }

    @Bean
    SeatReview review(AvePoint avePoint, C3 c3, CachingCustomerDirectory licenseCustomers) {
        return FleetReview.builder(
                        new SeatVendorPorts(
                                AvePoint.VENDOR, avePoint.customers(), avePoint.tenantSeats(), avePoint.productSeats()),
                        new LicenseVendorPorts(C3.VENDOR, licenseCustomers, c3.licenses()))
                .build();
    }
    // end: review
}
