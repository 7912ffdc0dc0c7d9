package dev.seatport.avepoint.internal.tenantseats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seatport.avepoint.internal.RandomPages;
import dev.seatport.avepoint.internal.tenantseats.TenantSeatMapper.RowContext;
import dev.seatport.avepoint.internal.transport.AvePointResponseConventions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.json.FastJsonReader;
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

/** Compares the fast reader with databind. Unsupported input is left to databind. */
class TenantSeatReaderTest {
    private static final String ROWS =
            "[{\"type\":0,\"tenantId\":\"0A1B2C3D-0000-4000-8000-00000000000e\",\"tenantName\":\"B\\u00e4cker\","
                    + "\"availableUserSeat\":25,\"assignedUserSeat\":2048}, {\"type\":\"0\",\"tenantId\":\"t-2\",\"tenantName\":\"Café 東京\","
                    + "\"availableUserSeat\":-3,\"assignedUserSeat\":null},{\"tenantId\":\"t-3\",\"assignedUserSeat\":-1}]";
    private static final String PAGE =
            "{\"data\":" + ROWS + ",\"metadata\":{\"pageIndex\":1,\"pageSize\":50,\"totalCount\":3}}";

    private static final CustomerId CUSTOMER = new CustomerId(AvePointResponseConventions.VENDOR, "customer-1");
    private static final TenantSeatMapper MAPPER = new TenantSeatMapperImpl();
    private static final TenantSeatsQuery READER = new TenantSeatsQuery(
            TenantSeatQuery.all(CUSTOMER, TenantKind.MICROSOFT_365), TenantSeatRequestFactory::current, true);

    /** Decoded page, its rows and the reported drift. */
    private record Result(TenantSeatPageDto page, List<TenantSeats> rows, List<SchemaDrift> drifts) {}

    private static Result read(byte[] bytes) {
        List<SchemaDrift> drifts = new ArrayList<>();
        List<TenantSeats> rows = new ArrayList<>();
        FastJsonReader json = new FastJsonReader(bytes, 0, bytes.length);
        TenantSeatPageDto page = READER.decode(json, rows, RandomPages.response("tenant-seats", drifts));
        json.requireEnd();
        return new Result(page, rows, drifts);
    }

    private static Result databind(byte[] bytes) throws IOException {
        List<SchemaDrift> drifts = new ArrayList<>();
        RowContext rowContext =
                new RowContext(CUSTOMER, TenantKind.MICROSOFT_365, "$", RandomPages.response("tenant-seats", drifts));
        TenantSeatPageDto page = RandomPages.DATABIND.readValue(bytes, TenantSeatPageDto.class);
        List<TenantSeats> rows = page.data() == null
                ? List.of()
                : page.data().stream()
                        .map(row -> MAPPER.toSeats(row, rowContext))
                        .toList();
        return new Result(new TenantSeatPageDto(page.data() == null ? null : List.of(), page.metadata()), rows, drifts);
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, ROWS})
    void bothResponseFormsAreDecoded(String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        Result result = read(bytes);
        assertThat(result.rows()).hasSize(3);
        assertThat(result).isEqualTo(databind(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, ROWS})
    void changedBytesGiveTheResultOfDatabind(String page) throws IOException {
        assertThat(RandomPages.assertSameAsDatabind(page, TenantSeatReaderTest::read, TenantSeatReaderTest::databind))
                .isGreaterThan(100);
    }

    @Test
    void rowWithoutAnIdIsLeftToDatabind() {
        byte[] bytes = "[{\"tenantName\":\"a\"}]".getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowable(() -> read(bytes))).isInstanceOf(VendorException.class);
    }
}
