package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.Trait;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The report joins what both vendors say. */
class ReportTest {
    private static final int CUSTOMERS = 130;

    private static Sandbox sandbox;
    private static Shell shell;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(CUSTOMERS));
        shell = SandboxedShell.of(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static SimulatedCustomer customer(Trait trait) {
        return sandbox.fleet().firstWith(trait).orElseThrow();
    }

    @Test
    void joinsSeatsBackupSeatsAndLicensesByTenant() {
        Outcome outcome = shell.run("report", "--format", "json").fine();

        JsonNode printed = outcome.json();
        assertThat(printed).hasSize(CUSTOMERS);
        for (int i = 0; i < CUSTOMERS; i++) {
            assertReported(printed.get(i), sandbox.fleet().customer(i));
        }
        assertThat(outcome.errLines()).containsExactly("seatport: 130 of 130 customers complete");
    }

    private void assertReported(JsonNode row, SimulatedCustomer customer) {
        assertThat(row.path("id").asText()).isEqualTo(customer.avePointId());
        assertThat(row.path("organization").asText()).isEqualTo(customer.organization());
        Printed.assertRows(row.path("tenants"), Printed.objects(Truth.tenantSeats(customer, 0)));
        assertThat(row.path("products")).hasSize(1);
        assertThat(row.path("products").get(0).path("productCode").asText()).isEqualTo("2048");
        Long purchased = customer.purchasedByProduct().get(2048);
        assertThat(row.path("products").get(0).path("purchased").isNull()).isEqualTo(purchased == null);
        assertThat(row.path("products").get(0).path("purchased").asLong()).isEqualTo(purchased == null ? 0 : purchased);
        List<String> licenses = Truth.joinedLicenses(customer).stream()
                .map(ObjectNode::toString)
                .toList();
        assertThat(Printed.objects(row.path("licenses")).stream()
                        .map(license -> Printed.known(
                                license,
                                Truth.joinedLicenses(customer(Trait.NOTHING)).get(0)))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(licenses);
        assertThat(row.path("gaps")).isEmpty();
    }

    @Test
    void isATableWithWhatIsWorthNoticingUnlessToldOtherwise() {
        SimulatedCustomer shorted = customer(Trait.BACKUP_SHORTFALL);

        String out = shell.run("report").fine().out();

        assertThat(out.lines().filter(line -> line.contains(" | ")).count()).isEqualTo(CUSTOMERS + 1L);
        assertThat(out.substring(out.indexOf("Worth noticing")))
                .contains("CRITICAL  " + shorted.organization())
                .contains("short");
    }

    @Test
    void isARowPerCustomerInCsv() {
        List<String> lines =
                shell.run("report", "--format", "csv").fine().out().lines().toList();

        assertThat(lines).hasSize(CUSTOMERS + 1);
        assertThat(lines.get(0)).startsWith("vendor,id,organization,").endsWith(",findings,gaps");
    }
}
