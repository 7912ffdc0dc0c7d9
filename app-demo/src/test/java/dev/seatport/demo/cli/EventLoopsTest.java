package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.demo.config.Settings;
import dev.seatport.demo.wiring.DaggerSeatportComponent;
import dev.seatport.demo.wiring.SeatportComponent;
import dev.seatport.demo.wiring.VendorRegistry;
import dev.seatport.demo.wiring.VertxLifecycle;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Observed;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;

/** Event loops of the two vendors of a command. */
class EventLoopsTest {
    /** Subscriber that completes with the name of the thread of the first row. */
    private static final class ThreadNameSubscriber implements Flow.Subscriber<Observed<Customer>> {
        private final CompletableFuture<String> thread = new CompletableFuture<>();

        static String of(Flow.Publisher<Observed<Customer>> listing) {
            ThreadNameSubscriber subscriber = new ThreadNameSubscriber();
            listing.subscribe(subscriber);
            return subscriber.thread.orTimeout(60, TimeUnit.SECONDS).join();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
        }

        @Override
        public void onNext(Observed<Customer> row) {
            thread.complete(Thread.currentThread().getName());
        }

        @Override
        public void onError(Throwable failure) {
            thread.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            thread.completeExceptionally(new AssertionError("no row"));
        }
    }

    @RepeatedTest(5)
    void differBetweenTheVendors() throws Exception {
        VertxLifecycle vertx = new VertxLifecycle();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(2))) {
            SeatportComponent component =
                    DaggerSeatportComponent.factory().create(Settings.ofMap(SandboxedShell.settings(sandbox)), vertx);
            VendorRegistry vendors = component.vendors();
            assertThat(ThreadNameSubscriber.of(vendors.seats().directory().all()))
                    .startsWith("vert.x-eventloop-thread-")
                    .isNotEqualTo(ThreadNameSubscriber.of(
                            vendors.licenses().directory().all()));
        } finally {
            vertx.close();
        }
    }
}
