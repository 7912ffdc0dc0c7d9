package dev.seatport.ports.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewRequestTest {
    private static final Product BACKUP = Product.unnamed(new ProductCode("1"));

    @Test
    void isForAllCustomersWithoutACheckpointByDefault() {
        ReviewRequest request = ReviewRequest.of(List.of(BACKUP)).build();

        assertThat(request.customers()).isEmpty();
        assertThat(request.policy().exclusions()).isEmpty();
        assertThat(request.checkpoint().has(new CustomerId(new Vendor("acme"), "c")))
                .isFalse();
        assertThat(request.checkpoint().hasTenant(new TenantId("t"))).isFalse();
    }

    @Test
    void hasEachProductAndCustomerOnce() {
        CustomerId upper = new CustomerId(new Vendor("acme"), "AAAAAAAA-0000-0000-0000-000000000000");
        CustomerId lower = new CustomerId(new Vendor("acme"), "aaaaaaaa-0000-0000-0000-000000000000");

        ReviewRequest request = ReviewRequest.of(List.of(BACKUP, BACKUP))
                .customers(List.of(upper, lower))
                .build();

        assertThat(request.products()).containsExactly(BACKUP);
        assertThat(request.customers()).hasSize(1);
    }
}
