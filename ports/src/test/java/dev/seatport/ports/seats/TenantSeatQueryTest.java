package dev.seatport.ports.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantSeatQueryTest {
    private static final CustomerId CUSTOMER = new CustomerId(new Vendor("acme"), "cafe");
    private static final List<TenantId> SOME = List.of(new TenantId("t1"), new TenantId("t2"));

    @Test
    void isForAllTenantsAndAllSeatsByDefault() {
        TenantSeatQuery query = TenantSeatQuery.all(CUSTOMER, TenantKind.GOOGLE);

        assertThat(query.customer()).isEqualTo(CUSTOMER);
        assertThat(query.kind()).isEqualTo(TenantKind.GOOGLE);
        assertThat(query.tenants()).isEmpty();
        assertThat(query.status()).isEmpty();
    }

    @Test
    void filtersByTenantsAndStatus() {
        TenantSeatQuery query = TenantSeatQuery.all(CUSTOMER, TenantKind.GOOGLE)
                .forTenants(SOME)
                .forSeats(SeatStatusFilter.ASSIGNED);

        assertThat(query).isEqualTo(new TenantSeatQuery(CUSTOMER, TenantKind.GOOGLE, SOME, SeatStatusFilter.ASSIGNED));
        assertThat(query.status()).contains(SeatStatusFilter.ASSIGNED);
    }

    @Test
    void keepsOneFilterWhenAnotherIsAdded() {
        assertThat(TenantSeatQuery.all(CUSTOMER, TenantKind.GOOGLE)
                        .forSeats(SeatStatusFilter.AVAILABLE)
                        .forTenants(SOME))
                .isEqualTo(new TenantSeatQuery(CUSTOMER, TenantKind.GOOGLE, SOME, SeatStatusFilter.AVAILABLE));
    }

    @Test
    void rejectsAnUnknownKind() {
        assertThatIllegalArgumentException().isThrownBy(() -> TenantSeatQuery.all(CUSTOMER, TenantKind.UNKNOWN));
    }
}
