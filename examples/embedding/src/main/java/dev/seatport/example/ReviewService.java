package dev.seatport.example;

import io.vertx.core.Vertx;

/** HTTP server for reviews of the vendors named in the environment. Runs until the process ends. */
public final class ReviewService {
    private ReviewService() {}

    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        ConnectedVendors vendors = ConnectedVendors.connect(vertx, Accounts.of(System.getenv()));
        ReviewVerticle verticle = new ReviewVerticle(vendors.review(), ConnectedVendors.allCustomers());
        vertx.deployVerticle(verticle)
                .onSuccess(deployed -> System.out.println("http://127.0.0.1:" + verticle.port() + "/review"))
                .onFailure(failure -> {
                    System.err.println(failure.getMessage());
                    vendors.close();
                    vertx.close();
                });
    }
}
