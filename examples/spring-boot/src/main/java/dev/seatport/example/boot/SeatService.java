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

/** Spring Boot service that embeds Seatport. Spring closes the adapters before the Vertx, because they depend on it. */
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
    AvePoint avePoint(Vertx vertx, Environment environment) {
        return AvePoint.connect(
                vertx,
                AvePointOptions.builder(
                                environment.getRequiredProperty("avepoint.client-id"),
                                Secret.of(environment.getRequiredProperty("avepoint.client-secret")))
                        .baseUrl(environment.getRequiredProperty("avepoint.url", URI.class))
                        .tokenUrl(environment.getRequiredProperty("avepoint.token-url", URI.class))
                        .build());
    }

    @Bean(destroyMethod = "close")
    C3 c3(Vertx vertx, Environment environment) {
        return C3.connect(
                vertx,
                C3Options.builder(
                                environment.getRequiredProperty("c3.url", URI.class),
                                environment.getRequiredProperty("c3.client-id"),
                                Secret.of(environment.getRequiredProperty("c3.client-secret")),
                                environment.getRequiredProperty("c3.resource"))
                        .tokenUrl(environment.getRequiredProperty("c3.token-url", URI.class))
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
