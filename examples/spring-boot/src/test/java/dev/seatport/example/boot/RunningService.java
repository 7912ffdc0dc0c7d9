package dev.seatport.example.boot;

import dev.seatport.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Service on a free port, with the vendors of a sandbox. */
final class RunningService implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningService start(Sandbox sandbox) {
        return new RunningService(SpringApplication.run(
                SeatService.class,
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--avepoint.url=" + sandbox.avePointBaseUrl(),
                "--avepoint.token-url=" + sandbox.avePointTokenUrl(),
                "--avepoint.client-id=" + sandbox.avePointClientId(),
                "--avepoint.client-secret=" + sandbox.avePointClientSecret(),
                "--c3.url=" + sandbox.c3BaseUrl(),
                "--c3.token-url=" + sandbox.c3TokenUrl(),
                "--c3.client-id=" + sandbox.c3ClientId(),
                "--c3.client-secret=" + sandbox.c3ClientSecret(),
                "--c3.resource=" + sandbox.c3Resource()));
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    boolean isActive() {
        return context.isActive();
    }

    /** Blocks until the service has ended. Requests that it received before are answered. */
    @Override
    public void close() {
        context.close();
    }
}
