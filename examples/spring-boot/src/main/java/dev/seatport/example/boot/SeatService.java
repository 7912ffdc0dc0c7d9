package dev.seatport.example.boot;

import dev.seatport.avepoint.AvePoint;
import dev.seatport.avepoint.AvePointOptions;
import dev.seatport.c3.C3;
import dev.seatport.c3.C3Options;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.customers.CustomerDirectory;
import io.vertx.core.Vertx;
import java.net.URI;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** A Spring Boot service that embeds Seatport. Spring closes the vendors before the Vertx, which they need. */
@SpringBootApplication
public class SeatService {
    public static void main(String[] arguments) {
        SpringApplication.run(SeatService.class, arguments);
    }

    @Bean
    Vertx vertx() {
        return Vertx.vertx();
    }

    @Bean(destroyMethod = "close")
    AvePoint avePoint(Vertx vertx, Environment settings) {
        return AvePoint.connect(
                vertx,
                AvePointOptions.builder(
                                settings.getRequiredProperty("avepoint.client-id"),
                                Secret.of(settings.getRequiredProperty("avepoint.client-secret")))
                        .baseUrl(settings.getRequiredProperty("avepoint.url", URI.class))
                        .tokenUrl(settings.getRequiredProperty("avepoint.token-url", URI.class))
                        .build());
    }

    @Bean(destroyMethod = "close")
    C3 c3(Vertx vertx, Environment settings) {
        return C3.connect(
                vertx,
                C3Options.builder(
                                settings.getRequiredProperty("c3.url", URI.class),
                                settings.getRequiredProperty("c3.client-id"),
                                Secret.of(settings.getRequiredProperty("c3.client-secret")),
                                settings.getRequiredProperty("c3.resource"))
                        .tokenUrl(settings.getRequiredProperty("c3.token-url", URI.class))
                        .build());
    }

    @Bean
    CustomerDirectory avePointCustomers(AvePoint avePoint) {
        return avePoint.customers();
    }

    @Bean
    CustomerDirectory c3Customers(C3 c3) {
        return c3.customers();
    }
}
