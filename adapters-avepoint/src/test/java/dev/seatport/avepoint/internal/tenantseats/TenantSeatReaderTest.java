package dev.seatport.avepoint.internal.tenantseats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seatport.avepoint.internal.RandomPages;
import dev.seatport.avepoint.internal.tenantseats.TenantSeatMapper.RowContext;
import dev.seatport.avepoint.internal.transport.AvePointProtocol;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.json.JsonFieldReader;
import dev.seatport.ports.events.SchemaDrift;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.seats.TenantSeatQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever it reads, databind reads as the same; the rest is left to databind. */
class TenantSeatReaderTest {
    private static final String ROWS =
            "[{\"type\":0,\"tenantId\":\"0A1B2C3D-0000-4000-8000-00000000000e\",\"tenantName\":\"B\\u00e4cker\","
                    + "\"availableUserSeat\":25,\"assignedUserSeat\":2048}, {\"type\":\"0\",\"tenantId\":\"t-2\",\"tenantName\":\"Café 東京\","
                    + "\"availableUserSeat\":-3,\"assignedUserSeat\":null},{\"tenantId\":\"t-3\",\"assignedUserSeat\":-1}]";
    private static final String PAGE =
            "{\"data\":" + ROWS + ",\"metadata\":{\"pageIndex\":1,\"pageSize\":50,\"totalCount\":3}}";

    private static final CustomerId CUSTOMER = new CustomerId(AvePointProtocol.VENDOR, "customer-1");
    private static final TenantSeatMapper MAPPER = new TenantSeatMapperImpl();
    private static final TenantSeatsQuery READER = new TenantSeatsQuery(
            TenantSeatQuery.all(CUSTOMER, TenantKind.MICROSOFT_365), TenantSeatEndpoint::current, true);

    /** What a page comes to, and what is told of it. */
    private record Outcome(TenantSeatPageDto page, List<TenantSeats> rows, List<SchemaDrift> drifts) {}

    private static Outcome read(byte[] bytes) {
        List<SchemaDrift> drifts = new ArrayList<>();
        List<TenantSeats> rows = new ArrayList<>();
        JsonFieldReader json = new JsonFieldReader(bytes, 0, bytes.length);
        TenantSeatPageDto page = READER.read(json, rows, RandomPages.answer("tenant-seats", drifts));
        json.end();
        return new Outcome(page, rows, drifts);
    }

    private static Outcome databind(byte[] bytes) throws IOException {
        List<SchemaDrift> drifts = new ArrayList<>();
        RowContext rowContext =
                new RowContext(CUSTOMER, TenantKind.MICROSOFT_365, "$", RandomPages.answer("tenant-seats", drifts));
        TenantSeatPageDto page = RandomPages.DATABIND.readValue(bytes, TenantSeatPageDto.class);
        List<TenantSeats> rows = page.data() == null
                ? List.of()
                : page.data().stream()
                        .map(row -> MAPPER.toSeats(row, rowContext))
                        .toList();
        return new Outcome(
                new TenantSeatPageDto(page.data() == null ? null : List.of(), page.metadata()), rows, drifts);
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, ROWS})
    void bothShapesAreRead(String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        Outcome outcome = read(bytes);
        assertThat(outcome.rows()).hasSize(3);
        assertThat(outcome).isEqualTo(databind(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, ROWS})
    void changedBytesAreNeverReadAsSomethingElse(String page) throws IOException {
        assertThat(RandomPages.readAlike(page, TenantSeatReaderTest::read, TenantSeatReaderTest::databind))
                .isGreaterThan(100);
    }

    @Test
    void aRowWithoutAnIdIsLeftToDatabind() {
        byte[] bytes = "[{\"tenantName\":\"a\"}]".getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowable(() -> read(bytes))).isInstanceOf(VendorException.class);
    }
}
