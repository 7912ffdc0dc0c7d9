package dev.seatport.example.boot;

import dev.seatport.application.customers.CachingCustomerDirectory;
import dev.seatport.avepoint.AvePoint;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.json.SeatportJson;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.ports.review.SeatReview;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

// begin: spring
/** Customers and their reviews over HTTP. Spring cancels the calls to the vendors when the client disconnects. */
@RestController
class CustomerController {
    private static final int PREFETCHED_ROWS = 16;

    private final CustomerDirectory customers;
    private final CachingCustomerDirectory licenseCustomers;
    private final SeatReview review;

    CustomerController(
            @Qualifier("seatCustomers") CustomerDirectory customers,
            CachingCustomerDirectory licenseCustomers,
            SeatReview review) {
        this.customers = customers;
        this.licenseCustomers = licenseCustomers;
        this.review = review;
    }

    @GetMapping("/customers/{id}/review")
    Mono<ResponseEntity<byte[]>> review(@PathVariable("id") String id) {
        CustomerId customer = new CustomerId(AvePoint.VENDOR, id);
        ReviewRequest request = ReviewRequest.of(List.of(AvePoint.catalogue().byCode(new ProductCode("2048"))))
                .customers(List.of(customer))
                .build();
        return JdkFlowAdapter.flowPublisherToFlux(review.review(request))
                .collectList()
                .map(events -> ReviewReport.of(events, licenseCustomers.listedAt()))
                .onErrorResume(VendorException.class, failure -> Mono.just(ReviewReport.of(customer, failure)))
                .map(report -> ResponseEntity.status(report.status())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(SeatportJson.write(report)));
    }

    /** Reads the next page from the vendor when the client has read the earlier ones. */
    @GetMapping("/customers")
    Mono<Void> list(ServerHttpResponse response) {
        AtomicLong listed = new AtomicLong();
        Flux<ListingLine> lines = JdkFlowAdapter.flowPublisherToFlux(customers.all())
                // Encodes on other threads, because those of the adapters must not wait.
                .publishOn(Schedulers.parallel(), PREFETCHED_ROWS)
                .doOnNext(row -> listed.incrementAndGet())
                .map(ListingLine::customer)
                .concatWith(Mono.fromSupplier(() -> ListingLine.end(listed.get())))
                .onErrorResume(VendorException.class, failure -> {
                    if (listed.get() == 0) {
                        response.setStatusCode(VendorFailures.status(failure.kind()));
                    }
                    return Mono.just(ListingLine.failed(failure));
                });
        response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
        return response.writeAndFlushWith(
                lines.map(line -> Mono.just(response.bufferFactory().wrap(line.toBytes()))));
    }
}
// end: spring
