package dev.seatport.avepoint.internal.tenantseats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seatport.avepoint.internal.tenantseats.TenantSeatMapper.Asked;
import dev.seatport.avepoint.internal.transport.AvePointWire;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.RegularJson;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.watch.Drift;
import dev.seatport.ports.watch.VendorWatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever it reads, databind reads as the same; the rest is left to databind. */
class TenantSeatReaderTest {
    private static final String ROWS =
            "[{\"type\":0,\"tenantId\":\"0A1B2C3D-0000-4000-8000-00000000000e\",\"tenantName\":\"B\\u00e4cker\","
                    + "\"availableUserSeat\":25,\"assignedUserSeat\":2048}, {\"type\":\"1\",\"tenantId\":\"t-2\",\"tenantName\":\"Café 東京\","
                    + "\"availableUserSeat\":-3,\"assignedUserSeat\":null},{\"tenantId\":\"t-3\",\"assignedUserSeat\":-1}]";
    private static final String PAGE =
            "{\"data\":" + ROWS + ",\"metadata\":{\"pageIndex\":1,\"pageSize\":50,\"totalCount\":3}}";
    private static final List<String> PIECES = List.of("null", "[]", "{}", "\"", "-1", "0", ",", "}", " ", "1", "e");

    private static final CustomerId CUSTOMER = new CustomerId(AvePointWire.VENDOR, "customer-1");
    private static final TenantSeatMapper MAPPER = new TenantSeatMapperImpl();
    private static final TenantSeatReader READER =
            new TenantSeatReader(TenantSeatQuery.all(CUSTOMER, TenantKind.MICROSOFT_365));
    private static final JsonMapper DATABIND = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    /** What a page comes to, and what is told of it. */
    private record Outcome(TenantSeatPageDto page, List<TenantSeats> rows, List<Drift> drifts) {}

    private static AnswerContext answer(List<Drift> drifts) {
        VendorWatcher watcher = new VendorWatcher() {
            @Override
            public void drifted(Vendor vendor, String operation, Drift drift) {
                drifts.add(drift);
            }
        };
        Provenance provenance = new Provenance(AvePointWire.VENDOR, "tenant-seats", Instant.EPOCH, null);
        return new AnswerContext(provenance, watcher, 200, 1);
    }

    private static Outcome read(byte[] bytes) {
        List<Drift> drifts = new ArrayList<>();
        List<TenantSeats> rows = new ArrayList<>();
        RegularJson json = new RegularJson(bytes, 0, bytes.length);
        TenantSeatPageDto page = READER.read(json, rows, answer(drifts));
        json.end();
        return new Outcome(page, rows, drifts);
    }

    private static Outcome databind(byte[] bytes) throws IOException {
        List<Drift> drifts = new ArrayList<>();
        Asked asked = new Asked(CUSTOMER, TenantKind.MICROSOFT_365, "$", answer(drifts));
        TenantSeatPageDto page = DATABIND.readValue(bytes, TenantSeatPageDto.class);
        List<TenantSeats> rows = page.data() == null
                ? List.of()
                : page.data().stream().map(row -> MAPPER.toSeats(row, asked)).toList();
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
        SplittableRandom chance = new SplittableRandom(page.length());
        int read = 0;
        for (int i = 0; i < 4_000; i++) {
            byte[] bytes = changed(page, chance);
            Outcome outcome;
            try {
                outcome = read(bytes);
            } catch (RegularJson.NotRegular | VendorException e) {
                continue;
            }
            read++;
            assertThat(outcome).as(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(databind(bytes));
        }
        assertThat(read).isGreaterThan(100);
    }

    @Test
    void aRowWithoutAnIdIsLeftToDatabind() {
        byte[] bytes = "[{\"tenantName\":\"a\"}]".getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowable(() -> read(bytes))).isInstanceOf(VendorException.class);
    }

    private static byte[] changed(String page, SplittableRandom chance) {
        if (chance.nextBoolean()) {
            byte[] flipped = page.getBytes(StandardCharsets.UTF_8);
            flipped[chance.nextInt(flipped.length)] ^= (byte) (1 << chance.nextInt(8));
            return flipped;
        }
        int from = chance.nextInt(page.length());
        int to = Math.min(page.length(), from + chance.nextInt(8));
        return (page.substring(0, from) + PIECES.get(chance.nextInt(PIECES.size())) + page.substring(to))
                .getBytes(StandardCharsets.UTF_8);
    }
}
