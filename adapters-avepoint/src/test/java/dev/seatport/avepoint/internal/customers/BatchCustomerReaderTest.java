package dev.seatport.avepoint.internal.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seatport.avepoint.internal.RandomPages;
import dev.seatport.avepoint.internal.customers.CustomerMapper.RowContext;
import dev.seatport.domain.customer.Customer;
import dev.seatport.http.json.FastJsonReader;
import dev.seatport.ports.events.SchemaDrift;
import dev.seatport.ports.failure.VendorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the fast reader with databind. Unsupported input is left to databind. */
class BatchCustomerReaderTest {
    private static final String PAGE =
            "{\"data\":[{\"id\":\"c-1\",\"organization\":\"B\\u00e4cker\",\"ownerEmail\":\"o@b.example\",\"jobStatus\":1,"
                    + "\"countryOrRegion\":\"DE\",\"managementMode\":1,\"tenants\":[{\"id\":\"t-1\",\"name\":\"Café\"},"
                    + "{\"id\":\"t-2\",\"name\":null}]},{\"id\":\"c-2\",\"organization\":\"東京\",\"jobStatus\":\"2\",\"tenants\":[]},"
                    + "{\"id\":\"c-3\",\"ownerEmail\":null,\"jobStatus\":77,\"countryOrRegion\":\"FR\"}],"
                    + "\"metadata\":{\"pageIndex\":1,\"pageSize\":50,\"totalCount\":3}}";

    private static final CustomerMapper MAPPER = new CustomerMapperImpl();
    private static final BatchCustomersQuery READER = new BatchCustomersQuery();

    /** Decoded page, its rows and the reported drift. */
    private record Result(BatchCustomerPageDto page, List<Customer> rows, List<SchemaDrift> drifts) {}

    private static Result read(byte[] bytes) {
        List<SchemaDrift> drifts = new ArrayList<>();
        List<Customer> rows = new ArrayList<>();
        FastJsonReader json = new FastJsonReader(bytes, 0, bytes.length);
        BatchCustomerPageDto page = READER.decode(json, rows, RandomPages.response("customers", drifts));
        json.requireEnd();
        return new Result(page, rows, drifts);
    }

    private static Result databind(byte[] bytes) throws IOException {
        List<SchemaDrift> drifts = new ArrayList<>();
        RowContext rowContext = new RowContext("$.data[0]", RandomPages.response("customers", drifts));
        BatchCustomerPageDto page = RandomPages.DATABIND.readValue(bytes, BatchCustomerPageDto.class);
        List<Customer> rows = page.data() == null
                ? List.of()
                : page.data().stream()
                        .map(row -> MAPPER.fromBatch(row, rowContext))
                        .toList();
        return new Result(
                new BatchCustomerPageDto(page.data() == null ? null : List.of(), page.metadata()), rows, drifts);
    }

    @Test
    void pageIsDecodedWithItsTenantsAndDrift() throws IOException {
        byte[] bytes = PAGE.getBytes(StandardCharsets.UTF_8);
        Result result = read(bytes);
        assertThat(result.rows()).hasSize(3);
        assertThat(result.rows().get(0).tenants().orElseThrow()).hasSize(2);
        assertThat(result.drifts()).contains(new SchemaDrift("$.data[*].tenants", "missing"));
        assertThat(result).isEqualTo(databind(bytes));
    }

    @Test
    void tenantsWithoutAnIdAreCounted() throws IOException {
        byte[] bytes =
                "{\"data\":[{\"id\":\"c\",\"tenants\":[{\"id\":\"\"},{\"id\":null},{\"name\":\"n\"},{\"id\":\"t\"}]}]}"
                        .getBytes(StandardCharsets.UTF_8);
        Result result = read(bytes);
        assertThat(result.rows().get(0).tenantsWithoutId()).isEqualTo(3);
        assertThat(result).isEqualTo(databind(bytes));
    }

    @Test
    void changedBytesGiveTheResultOfDatabind() throws IOException {
        assertThat(RandomPages.assertSameAsDatabind(
                        PAGE, BatchCustomerReaderTest::read, BatchCustomerReaderTest::databind))
                .isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"organization\":\"without an id\",\"tenants\":[]}",
                "{\"id\":\"c\",\"tenants\":[{\"id\":5}]}",
                "{\"id\":\"c\",\"tenants\":[\"t\"]}",
                "{\"id\":\"c\",\"tenants\":{}}",
                "{\"id\":\"c\",\"tenants\":[null]}",
                "{\"id\":\"c\",\"tenants\":null}",
                "{\"id\":\"c\",\"added\":1}"
            })
    void unusualRowsAreLeftToDatabind(String row) {
        byte[] bytes = ("{\"data\":[" + row + "]}").getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowable(() -> read(bytes)))
                .isInstanceOfAny(VendorException.class, FastJsonReader.UnsupportedJsonException.class);
    }
}
