package dev.seatport.example;

import io.vertx.core.Vertx;

/** Serves reviews of the vendors that the environment leads to, until it is ended. */
public final class ReviewService {
    private ReviewService() {}

    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        ConnectedVendors vendors = ConnectedVendors.connect(vertx, Accounts.of(System.getenv()));
        ReviewVerticle verticle = new ReviewVerticle(vendors.review(), ConnectedVendors.everybody());
        vertx.deployVerticle(verticle)
                .onSuccess(deployed -> System.out.println("http://127.0.0.1:" + verticle.port() + "/review"))
                .onFailure(failure -> {
                    System.err.println(failure.getMessage());
                    vendors.close();
                    vertx.close();
                });
    }
}
