package dev.seatport.c3.internal.licenses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seatport.c3.internal.licenses.LicenseMapper.RowContext;
import dev.seatport.c3.internal.transport.C3ResponseConventions;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.json.FastJsonReader;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.events.SchemaDrift;
import dev.seatport.ports.failure.VendorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the fast reader with databind. Unsupported input is left to databind. */
class LicenseReportDecoderTest {
    private static final String SAMPLE =
            "{\"ActiveUnits\":65,\"AvailableUnits\":5,\"TotalUnits\":2048,\"ProducName\":\"Office 365 E1\","
                    + "\"ProductSkuId\":\"3f4babde-90ec-47c6-995d-d223749065d1\",\"ConsumedUnits\":60,\"SubcriptionNames\":\" Office 365 E1(Monthly)\"}";
    private static final String EXPLAINED =
            "{\"ActiveUnits\":-2,\"AvaiableUnits\":-1,\"Totalunits\":null,\"Productname\":\"Caf\u00e9 \u6771\u4eac\","
                    + "\"ProductSkuId\":\"sku\",\"ConsumedUnits\":3,\"SubscriptionNames\":\"Caf\\u00e9(1 Year),B\"}";
    private static final String REPORT = report(
            "\"OperationType\":null,\"Status\":\"Success\",\"RequestCorrelationID\":\"c-1\","
                    + "\"ErrorMessage\":null,\"ErrorDetail\":null,",
            "");
    private static final String STATUS_LAST = report("\"ErrorDetail\":\"none\",", ", \"Status\":\"Success\"");
    private static final List<String> REPLACEMENTS =
            List.of("null", "[]", "{}", "\"", "-1", "0", ",", "}", " ", "1", "e");

    private static final CustomerId CUSTOMER = new CustomerId(C3ResponseConventions.VENDOR, "customer-1");
    private static final TenantId TENANT = new TenantId("tenant-1");
    private static final LicenseMapper MAPPER = new LicenseMapperImpl();
    private static final LicenseReportDecoder READER = new LicenseReportDecoder(CUSTOMER, TENANT);
    private static final JsonMapper DATABIND = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    static List<String> reports() {
        return List.of(REPORT, STATUS_LAST);
    }

    private static String report(String before, String after) {
        return "{" + before + "\"Data\":[" + SAMPLE + ", " + EXPLAINED + "," + SAMPLE + "]" + after + "}";
    }

    /** Decoded page, its rows and the reported drift. */
    private record Result(LicenseReportDto page, List<LicenseConsumption> rows, List<SchemaDrift> drifts) {}

    private static ResponseContext response(List<SchemaDrift> drifts) {
        CallListener callListener = new CallListener() {
            @Override
            public void drifted(Vendor vendor, String operation, SchemaDrift schemaDrift) {
                drifts.add(schemaDrift);
            }
        };
        Provenance provenance = new Provenance(C3ResponseConventions.VENDOR, "licenses", Instant.EPOCH, null);
        return new ResponseContext(provenance, callListener, 200, 1);
    }

    private static Result read(byte[] bytes) {
        List<SchemaDrift> drifts = new ArrayList<>();
        List<LicenseConsumption> rows = new ArrayList<>();
        FastJsonReader json = new FastJsonReader(bytes, 0, bytes.length);
        LicenseReportDto page = READER.decode(json, rows, response(drifts));
        json.requireEnd();
        return new Result(page, rows, drifts);
    }

    private static Result databind(byte[] bytes) throws IOException {
        List<SchemaDrift> drifts = new ArrayList<>();
        RowContext rowContext = new RowContext(CUSTOMER, TENANT, "$", response(drifts));
        LicenseReportDto page = DATABIND.readValue(bytes, LicenseReportDto.class);
        List<LicenseConsumption> rows = page.data() == null
                ? List.of()
                : page.data().stream()
                        .map(row -> MAPPER.toConsumption(row, rowContext))
                        .toList();
        return new Result(
                new LicenseReportDto(page.status(), page.correlationId(), page.data() == null ? null : List.of()),
                rows,
                drifts);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void allSpellingsAreDecoded(String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        Result result = read(bytes);
        assertThat(result.rows()).hasSize(3);
        assertThat(result).isEqualTo(databind(bytes));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void changedBytesGiveTheResultOfDatabind(String page) throws IOException {
        SplittableRandom random = new SplittableRandom(page.length());
        int accepted = 0;
        for (int i = 0; i < 4_000; i++) {
            byte[] bytes = changed(page, random);
            Result result;
            try {
                result = read(bytes);
            } catch (FastJsonReader.UnsupportedJsonException | VendorException e) {
                continue;
            }
            accepted++;
            assertThat(result).as(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(databind(bytes));
        }
        assertThat(accepted).isGreaterThan(100);
    }

    @Test
    void rowWithoutAnIdIsLeftToDatabind() {
        byte[] bytes = "{\"Status\":\"Success\",\"Data\":[{\"ProducName\":\"a\"}]}".getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowable(() -> read(bytes))).isInstanceOf(VendorException.class);
    }

    private static byte[] changed(String page, SplittableRandom random) {
        if (random.nextBoolean()) {
            byte[] flipped = page.getBytes(StandardCharsets.UTF_8);
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            return flipped;
        }
        int from = random.nextInt(page.length());
        int to = Math.min(page.length(), from + random.nextInt(8));
        return (page.substring(0, from) + REPLACEMENTS.get(random.nextInt(REPLACEMENTS.size())) + page.substring(to))
                .getBytes(StandardCharsets.UTF_8);
    }
}
