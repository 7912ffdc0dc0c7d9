package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.fleet.SimulatedAccount;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.Trait;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands print is what is true. */
class CommandsTest {
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

    private static JsonNode json(String... arguments) {
        Outcome outcome = shell.run(withFormat(arguments)).fine();
        assertThat(outcome.err()).isEmpty();
        return outcome.json();
    }

    private static String[] withFormat(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--format");
        all.add("json");
        return all.toArray(String[]::new);
    }

    private static SimulatedCustomer customer(Trait trait) {
        return sandbox.fleet().firstWith(trait).orElseThrow();
    }

    /** The members of an object that the truth tells of, in the order of the truth. */
    private static String known(JsonNode printed, ObjectNode truth) {
        ObjectNode known = truth.objectNode();
        truth.fieldNames().forEachRemaining(name -> known.set(name, printed.path(name)));
        return known.toString();
    }

    private static void assertRows(JsonNode printed, List<ObjectNode> truth) {
        assertThat(printed.isArray()).isTrue();
        assertThat(printed).hasSize(truth.size());
        for (int i = 0; i < truth.size(); i++) {
            assertThat(known(printed.get(i), truth.get(i)))
                    .isEqualTo(truth.get(i).toString());
        }
    }

    private static List<ObjectNode> objects(Iterable<JsonNode> rows) {
        List<ObjectNode> objects = new ArrayList<>();
        rows.forEach(row -> objects.add((ObjectNode) row));
        return objects;
    }

    @Nested
    class Customers {
        @Test
        void areThoseOfAvePointUnlessToldOtherwise() {
            assertRows(
                    json("customers"),
                    sandbox.fleet().customers().stream()
                            .map(customer -> Truth.avePointCustomer(customer, true))
                            .toList());
        }

        @Test
        void areThoseOfC3WithTheTenantsOfAllTheirRows() {
            assertRows(json("customers", "--vendor", "C3"), Truth.c3Customers(sandbox.fleet()));
        }

        @Test
        void haveNamesInATableAndInCsvToo() {
            String name = sandbox.fleet().customer(0).organization();

            assertThat(shell.run("customers").fine().out()).contains(name);
            assertThat(shell.run("customers", "--format", "csv").fine().out())
                    .startsWith("vendor,id,organization,ownerEmail,status,statusText,country,tenants")
                    .contains(name);
        }

        @Test
        void ofAnUnknownVendorAreRefusedWithTheListOfVendors() {
            assertThat(shell.run("customers", "--vendor", "acme").refused(2).err())
                    .contains("acme")
                    .contains("avepoint, c3");
        }
    }

    @Nested
    class OneCustomer {
        @Test
        void isShownWithoutTenantsWhereTheCallReportsNone() {
            SimulatedCustomer customer = sandbox.fleet().customer(5);
            ObjectNode truth = Truth.avePointCustomer(customer, false);

            assertThat(known(json("customer", customer.avePointId()), truth)).isEqualTo(truth.toString());
        }

        @Test
        void isFoundInC3() {
            SimulatedCustomer customer = customer(Trait.SEVERAL_TENANTS);
            ObjectNode truth = Truth.c3Customers(sandbox.fleet()).stream()
                    .filter(row -> row.path("id").asText().equals(customer.c3CustomerId()))
                    .findFirst()
                    .orElseThrow();

            JsonNode printed = json("customer", String.valueOf(customer.c3CustomerId()), "--vendor", "c3");

            assertThat(known(printed, truth)).isEqualTo(truth.toString());
            assertThat(printed.path("tenants")).hasSize(3);
        }

        @Test
        void isALinePerMemberInATable() {
            SimulatedCustomer customer = sandbox.fleet().customer(5);

            assertThat(shell.run("customer", customer.avePointId()).fine().out().lines())
                    .anyMatch(line -> line.matches("organization +.*") && line.endsWith(customer.organization()))
                    .anyMatch(line -> line.matches("tenants +-"));
        }

        @Test
        void thatIsUnknownIsAFailureOfTheVendorCall() {
            assertThat(shell.run("customer", "nobody").refused(3).err())
                    .startsWith("seatport: avepoint customer: NOT_FOUND: ");
            assertThat(shell.run("customer", "nobody", "--vendor", "c3")
                            .refused(3)
                            .err())
                    .startsWith("seatport: c3 customer");
        }
    }

    @Nested
    class TenantSeats {
        @ParameterizedTest
        @CsvSource({"microsoft-365, 0", "Microsoft-365, 0", "salesforce, 1", "google, 2", "Google, 2", "dynamics-365, 3"
        })
        void areThoseOfTheKindAskedFor(String kind, int code) {
            SimulatedCustomer customer = customer(Trait.OTHER_KINDS);

            JsonNode printed = json("tenant-seats", customer.avePointId(), "--kind", kind);

            assertThat(printed).isNotEmpty();
            assertRows(printed, objects(Truth.tenantSeats(customer, code)));
        }

        @Test
        void areMicrosoft365UnlessToldOtherwise() {
            SimulatedCustomer customer = customer(Trait.OTHER_KINDS);

            assertRows(json("tenant-seats", customer.avePointId()), objects(Truth.tenantSeats(customer, 0)));
        }

        @Test
        void areThoseOfTheTenantsNamedOnly() {
            SimulatedCustomer customer = customer(Trait.SEVERAL_TENANTS);
            List<ObjectNode> all = objects(Truth.tenantSeats(customer, 0));
            String first = all.get(0).path("tenantId").asText();
            String third = all.get(2).path("tenantId").asText();

            assertRows(
                    json("tenant-seats", customer.avePointId(), "--tenant", first, "--tenant", third),
                    List.of(all.get(0), all.get(2)));
        }

        @Test
        void areNullWhereTheVendorReportsNone() {
            JsonNode row = json("tenant-seats", customer(Trait.NULL_COUNTS).avePointId())
                    .get(0);

            assertThat(row.path("assigned").isNull()).isTrue();
            assertThat(row.path("available").isNull()).isTrue();
        }

        @Test
        void areAnEmptyListWhereThereAreNoTenants() {
            assertThat(json("tenant-seats", customer(Trait.NO_TENANTS).avePointId()))
                    .isEmpty();
        }

        @Test
        void ofAnUnknownKindAreRefusedWithTheListOfKinds() {
            assertThat(shell.run("tenant-seats", "x", "--kind", "slack")
                            .refused(2)
                            .err())
                    .contains("slack")
                    .contains("microsoft-365, salesforce, google, dynamics-365");
        }

        @Test
        void ofAnEmptyTenantAreRefused() {
            assertThat(shell.run("tenant-seats", "x", "--tenant", "").refused(2).err())
                    .contains("tenant id is empty");
        }
    }

    @Nested
    class ProductSeats {
        @Test
        void areTrueForEveryProductThatACustomerOwns() {
            SimulatedCustomer customer = sandbox.fleet().customer(0);

            assertThat(customer.purchasedByProduct()).isNotEmpty();
            customer.purchasedByProduct().forEach((code, purchased) -> {
                JsonNode printed = json("product-seats", customer.avePointId(), "--product", "" + code);
                assertThat(printed.path("productCode").textValue()).isEqualTo("" + code);
                assertThat(printed.path("productName").isTextual()).isTrue();
                assertThat(printed.path("purchased").longValue()).isEqualTo(purchased);
            });
        }

        @Test
        void areFoundByTheNameOfTheProductWhateverItsLetterCase() {
            SimulatedCustomer customer = sandbox.fleet().customer(0);

            JsonNode printed =
                    json("product-seats", customer.avePointId(), "--product", "cloud backup FOR microsoft 365");

            assertThat(printed.path("productCode").textValue()).isEqualTo("2048");
            assertThat(printed.path("productName").textValue()).isEqualTo("Cloud Backup for Microsoft 365");
            assertThat(printed.path("purchased").longValue())
                    .isEqualTo(customer.purchasedByProduct().get(2048));
        }

        @Test
        void ofAnUnknownNameAreRefusedWithTheListOfProductsEvenWithoutSettings() {
            assertThat(Shell.bare()
                            .run("product-seats", "x", "--product", "Cloud Backup Express")
                            .refused(2)
                            .err())
                    .contains("'Cloud Backup Express'")
                    .contains("Cloud Backup for Microsoft 365")
                    .contains("EnPower");
        }
    }

    @Nested
    class Products {
        @Test
        void areListedWithoutAnySetting() {
            JsonNode printed =
                    Shell.bare().run("products", "--format", "json").fine().json();

            assertThat(printed).hasSize(22);
            assertThat(printed.findValuesAsText("productCode")).contains("2048", "1073741824", "41");
            assertThat(printed.get(10).path("productName").textValue()).isEqualTo("Cloud Backup for Microsoft 365");
        }
    }

    @Nested
    class Licenses {
        @Test
        void areTrueForEveryTenantThatC3Knows() {
            for (SimulatedCustomer customer : sandbox.fleet().customers().subList(0, Trait.PERIOD)) {
                for (SimulatedAccount account : customer.accounts()) {
                    assertRows(
                            json("licenses", account.c3CustomerId(), account.tenantId()),
                            objects(Truth.licenses(account)));
                }
            }
        }

        @Test
        void ofUnknownIdsAreRefusedByTheVendorWhichSaysWhatIsWrongButNotTheValue() {
            assertThat(shell.run("licenses", "no-such-customer", "no-such-tenant")
                            .refused(3)
                            .err())
                    .startsWith("seatport: c3 ")
                    .contains("INVALID_REQUEST: ")
                    .contains("CustomerId INVALID_C3_CUSTOMER_ID, TenantId INVALID_TENANT_ID")
                    .doesNotContain("no-such-customer")
                    .doesNotContain("no-such-tenant");
        }

        @Test
        void ofAnEmptyTenantAreRefused() {
            assertThat(shell.run("licenses", "x", "").refused(2).err()).contains("tenant id is empty");
        }
    }

    @Nested
    class Report {
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
            assertRows(row.path("tenants"), objects(Truth.tenantSeats(customer, 0)));
            assertThat(row.path("products")).hasSize(1);
            assertThat(row.path("products").get(0).path("productCode").asText()).isEqualTo("2048");
            Long purchased = customer.purchasedByProduct().get(2048);
            assertThat(row.path("products").get(0).path("purchased").isNull()).isEqualTo(purchased == null);
            assertThat(row.path("products").get(0).path("purchased").asLong())
                    .isEqualTo(purchased == null ? 0 : purchased);
            List<String> licenses = Truth.joinedLicenses(customer).stream()
                    .map(ObjectNode::toString)
                    .toList();
            assertThat(objects(row.path("licenses")).stream()
                            .map(license -> known(
                                    license,
                                    Truth.joinedLicenses(customer(Trait.NOTHING))
                                            .get(0)))
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

    @Nested
    class Demo {
        @Test
        void reportsOnASandboxOfItsOwn() {
            Outcome outcome = Shell.bare()
                    .run("demo", "--customers", "12", "--format", "json")
                    .fine();

            assertThat(outcome.json()).hasSize(12);
            assertThat(outcome.errLines()).containsExactly("seatport: 12 of 12 customers complete");
        }

        @Test
        void showsFortyCustomersUnlessToldOtherwise() {
            assertThat(Shell.bare().run("demo", "--format", "json").fine().json())
                    .hasSize(40);
        }

        @Test
        void letsNoSettingOfRealVendorsIn() {
            int before = sandbox.requests().size();

            assertThat(shell.variable("SEATPORT_AVEPOINT_BASE_URL", sandbox.avePointBaseUrl())
                            .run("demo", "--customers", "3", "--format", "json")
                            .fine()
                            .json())
                    .hasSize(3);
            assertThat(sandbox.requests()).hasSize(before);
        }

        @Test
        void showsNobodyWhereThereIsNobody() {
            assertThat(Shell.bare()
                            .run("demo", "--customers", "0", "--format", "json")
                            .fine()
                            .json())
                    .isEmpty();
            assertThat(Shell.bare().run("demo", "--customers", "0").fine().out())
                    .contains("customer")
                    .contains("Nothing is worth noticing.");
        }

        @Test
        void refusesAFleetThatCannotBe() {
            assertThat(Shell.bare().run("demo", "--customers", "-1").refused(2).err())
                    .contains("0 to 1000000");
        }
    }

    @Nested
    class SandboxCommands {
        @Test
        void refuseAPortThatCannotBe() {
            assertThat(Shell.bare().run("sandbox", "--port", "65536").refused(2).err())
                    .contains("0 to 65535");
            assertThat(Shell.bare().run("sandbox", "--port", "-1").refused(2).err())
                    .contains("0 to 65535");
        }

        @Test
        void refuseAPortThatIsTaken() {
            assertThat(Shell.bare()
                            .run("sandbox", "--port", "" + sandbox.port())
                            .refused(2)
                            .err())
                    .contains("" + sandbox.port());
        }

        @Test
        void refuseAFleetThatCannotBe() {
            assertThat(Shell.bare()
                            .run("sandbox", "--customers", "1000001")
                            .refused(2)
                            .err())
                    .contains("0 to 1000000");
        }
    }
}
