package dev.seatport.reports.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.tenant.TenantId;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Columns of {@code seatport licenses}. */
class LicenseColumnsTest {
    private static final LicenseConsumption PLAIN = license("s1", null, true, null);
    private static final LicenseConsumption COMPANY = license(
            "s2",
            new LapsedLicenses(Quantity.of(5), Quantity.unreported(), Quantity.unlimited()),
            false,
            Instant.parse("2027-01-15T00:00:00Z"));

    private static LicenseConsumption license(
            String sku, @Nullable LapsedLicenses states, boolean assignable, @Nullable Instant renewal) {
        return new LicenseConsumption(
                new CustomerId(new Vendor("globex"), "c"),
                new TenantId("t"),
                new SkuId(sku),
                "Plan",
                Quantity.of(10),
                Quantity.of(9),
                Quantity.unreported(),
                Quantity.of(30),
                states,
                assignable,
                List.of(),
                renewal);
    }

    private static List<String> table(LicenseConsumption... licenses) throws IOException {
        StringWriter out = new StringWriter();
        TableRowWriter<LicenseConsumption> writer = new TableRowWriter<>(QueryResultColumns.LICENSES, out);
        for (LicenseConsumption license : licenses) {
            writer.row(license);
        }
        writer.end();
        return out.toString().lines().map(line -> line.replaceAll(" +", " ")).toList();
    }

    @Test
    void areMembersOfJsonAndNullIfTheVendorDoesNotReportThem() {
        assertThat(JsonText.object(QueryResultColumns.LICENSES, PLAIN, false))
                .isEqualTo(
                        "{\"skuId\":\"s1\",\"productName\":\"Plan\",\"purchased\":10,\"assigned\":9,\"available\":null,"
                                + "\"tenantTotal\":30,\"warning\":null,\"suspended\":null,\"lockedOut\":null,\"assignable\":true,"
                                + "\"offers\":[],\"renewal\":null,\"note\":null}");
        assertThat(JsonText.object(QueryResultColumns.LICENSES, COMPANY, false))
                .contains("\"warning\":5,\"suspended\":null,\"lockedOut\":null,\"assignable\":false")
                .contains("\"renewal\":\"2027-01-15T00:00:00.000Z\"")
                .contains("\"note\":\"SKU that is not assignable; locked out: unlimited\"");
    }

    @Test
    void areColumnsOfCsv() throws IOException {
        StringWriter out = new StringWriter();
        CsvRowWriter<LicenseConsumption> writer = new CsvRowWriter<>(QueryResultColumns.LICENSES, out, false);
        writer.row(PLAIN);
        writer.row(COMPANY);
        writer.end();

        assertThat(out.toString().lines())
                .containsExactly(
                        "skuId,productName,purchased,assigned,available,tenantTotal,warning,suspended,lockedOut,"
                                + "assignable,offers,renewal,note",
                        "s1,Plan,10,9,,30,,,,true,,,",
                        "s2,Plan,10,9,,30,5,,,false,,2027-01-15T00:00:00.000Z,"
                                + "SKU that is not assignable; locked out: unlimited");
    }

    @Test
    void areInATableOnlyIfTheVendorReportsThem() throws IOException {
        assertThat(table(PLAIN).get(0))
                .isEqualTo(" SKU | product | purchased | assigned | available | tenant total | offers");
        assertThat(table(PLAIN, COMPANY))
                .contains(
                        " SKU | product | purchased | assigned | available | tenant total | warning | offers | renewal | note")
                .anySatisfy(line ->
                        assertThat(line).contains("| 5 |", "2027-01-15T00:00:00.000Z", "SKU that is not assignable"));
    }
}
