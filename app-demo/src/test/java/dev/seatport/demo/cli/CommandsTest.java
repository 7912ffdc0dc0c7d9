package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seatport.demo.WiredVendors;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.fleet.CustomerTrait;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands print the data of the simulated fleet. */
class CommandsTest {
    private static final int CUSTOMERS = 130;

    private static Sandbox sandbox;
    private static InProcessShell inProcessShell;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(CUSTOMERS));
        inProcessShell = SandboxedShell.of(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static JsonNode json(String... arguments) {
        CommandResult commandResult = inProcessShell.run(withFormat(arguments)).fine();
        assertThat(commandResult.err()).isEmpty();
        return commandResult.json();
    }

    private static String[] withFormat(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--format");
        all.add("json");
        return all.toArray(String[]::new);
    }

    private static SimulatedCustomer customer(CustomerTrait customerTrait) {
        return sandbox.fleet().firstWith(customerTrait).orElseThrow();
    }

    @Nested
    class Customers {
        @Test
        void areThoseOfAvePointByDefault() {
            PrintedReview.assertRows(
                    json("customers"),
                    sandbox.fleet().customers().stream()
                            .map(customer -> FleetTruth.avePointCustomer(customer, true))
                            .toList());
        }

        @Test
        void areThoseOfC3WithTheTenantsOfAllTheirRows() {
            PrintedReview.assertRows(json("customers", "--vendor", "C3"), FleetTruth.c3Customers(sandbox.fleet()));
        }

        @Test
        void areListedOnceToFindOneOfThemByName() {
            String name = customer(CustomerTrait.BACKUP_SHORTFALL).organization();
            long listing = requests("customers", "--vendor", "c3");

            assertThat(listing).isPositive();
            assertThat(requests("customer", name, "--vendor", "c3")).isEqualTo(listing);
        }

        private long requests(String... command) {
            int before = sandbox.requests().size();
            inProcessShell.run(command).fine();
            return (long) sandbox.requests().size() - before;
        }

        @Test
        void haveNamesInATableAndInCsvToo() {
            String name = sandbox.fleet().customer(0).organization();

            assertThat(inProcessShell.run("customers").fine().out()).contains(name);
            assertThat(inProcessShell.run("customers", "--format", "csv").fine().out())
                    .startsWith("vendor,id,organization,ownerEmail,status,statusText,country,tenants")
                    .contains(name);
        }

        @Test
        void ofAnUnknownVendorAreRejectedWithTheListOfVendors() {
            assertThat(inProcessShell
                            .run("customers", "--vendor", "acme")
                            .refused(2)
                            .err())
                    .contains("acme")
                    .contains("allowed values: " + WiredVendors.names());
        }
    }

    @Nested
    class OneCustomer {
        @Test
        void isShownWithoutTenantsWhereTheCallReportsNone() {
            SimulatedCustomer customer = sandbox.fleet().customer(5);
            ObjectNode truth = FleetTruth.avePointCustomer(customer, false);

            assertThat(PrintedReview.known(json("customer", customer.avePointId()), truth))
                    .isEqualTo(truth.toString());
        }

        @Test
        void isFoundInC3() {
            SimulatedCustomer customer = customer(CustomerTrait.SEVERAL_TENANTS);
            ObjectNode truth = FleetTruth.c3Customers(sandbox.fleet()).stream()
                    .filter(row -> row.path("id").asText().equals(customer.c3CustomerId()))
                    .findFirst()
                    .orElseThrow();

            JsonNode printed = json("customer", String.valueOf(customer.c3CustomerId()), "--vendor", "c3");

            assertThat(PrintedReview.known(printed, truth)).isEqualTo(truth.toString());
            assertThat(printed.path("tenants")).hasSize(3);
        }

        @Test
        void isOneLinePerFieldInATable() {
            SimulatedCustomer customer = sandbox.fleet().customer(5);

            assertThat(inProcessShell
                            .run("customer", customer.avePointId())
                            .fine()
                            .out()
                            .lines())
                    .anyMatch(line -> line.matches("organization +.*") && line.endsWith(customer.organization()))
                    .anyMatch(line -> line.matches("tenants +-"));
        }

        @Test
        void thatIsUnknownIsAVendorFailure() {
            assertThat(inProcessShell.run("customer", "nobody").refused(3).err())
                    .startsWith("seatport: avepoint customers: NOT_FOUND: customer \"nobody\" was not found");
            assertThat(inProcessShell
                            .run("customer", "nobody", "--vendor", "c3")
                            .refused(3)
                            .err())
                    .startsWith("seatport: c3 customers: NOT_FOUND: customer \"nobody\" was not found");
        }

        @Test
        void isFoundByItsNameOrTheBeginningOfIt() {
            SimulatedCustomer customer = sandbox.fleet().customer(5);
            String name = customer.organization();

            CommandResult exact = inProcessShell
                    .run("customer", name.toUpperCase(Locale.ROOT))
                    .fine();
            CommandResult prefix = inProcessShell
                    .run("customer", name.substring(0, name.length() - 1))
                    .fine();

            assertThat(exact.out()).contains(customer.avePointId()).isEqualTo(prefix.out());
            assertThat(exact.err()).isEmpty();
            assertThat(prefix.err()).isEqualTo("seatport: reading " + name + " (" + customer.avePointId() + ")\n");
        }

        @Test
        void thatIsAmbiguousIsRefusedWithTheCandidates() {
            String id = sandbox.fleet().customer(0).avePointId();

            assertThat(inProcessShell.run("customer", "F").refused(2).err())
                    .contains("customer \"F\" is ambiguous: Fenbourne Bäckereien B.V. (" + id + "), ");
        }
    }

    @Nested
    class TenantSeats {
        @ParameterizedTest
        @CsvSource({"microsoft-365, 0", "Microsoft-365, 0", "salesforce, 1", "google, 2", "Google, 2", "dynamics-365, 3"
        })
        void areThoseOfTheRequestedKind(String kind, int code) {
            SimulatedCustomer customer = customer(CustomerTrait.OTHER_KINDS);

            JsonNode printed = json("tenant-seats", customer.avePointId(), "--kind", kind);

            assertThat(printed).isNotEmpty();
            PrintedReview.assertRows(printed, PrintedReview.objects(FleetTruth.tenantSeats(customer, code)));
        }

        @Test
        void areThoseOfMicrosoft365ByDefault() {
            SimulatedCustomer customer = customer(CustomerTrait.OTHER_KINDS);

            PrintedReview.assertRows(
                    json("tenant-seats", customer.avePointId()),
                    PrintedReview.objects(FleetTruth.tenantSeats(customer, 0)));
        }

        @Test
        void areOnlyThoseOfTheNamedTenants() {
            SimulatedCustomer customer = customer(CustomerTrait.SEVERAL_TENANTS);
            List<ObjectNode> all = PrintedReview.objects(FleetTruth.tenantSeats(customer, 0));
            String first = all.get(0).path("tenantId").asText();
            String third = all.get(2).path("tenantId").asText();

            PrintedReview.assertRows(
                    json("tenant-seats", customer.avePointId(), "--tenant", first, "--tenant", third),
                    List.of(all.get(0), all.get(2)));
        }

        @Test
        void areNullWhereTheVendorReportsNone() {
            JsonNode row = json(
                            "tenant-seats", customer(CustomerTrait.NULL_COUNTS).avePointId())
                    .get(0);

            assertThat(row.path("assigned").isNull()).isTrue();
            assertThat(row.path("available").isNull()).isTrue();
        }

        @Test
        void areFoundByTheNameOfTheCustomer() {
            SimulatedCustomer customer = customer(CustomerTrait.SEVERAL_TENANTS);

            PrintedReview.assertRows(
                    json("tenant-seats", customer.organization()),
                    PrintedReview.objects(FleetTruth.tenantSeats(customer, 0)));
        }

        @Test
        void areAnEmptyListWhereThereAreNoTenants() {
            assertThat(json("tenant-seats", customer(CustomerTrait.NO_TENANTS).avePointId()))
                    .isEmpty();
        }

        @Test
        void anUnknownTenantIsNamedAndNotTakenForOneWithoutSeats() {
            SimulatedCustomer customer = customer(CustomerTrait.SEVERAL_TENANTS);
            String known = json("tenant-seats", customer.avePointId())
                    .get(0)
                    .path("tenantId")
                    .asText();

            CommandResult some = inProcessShell.run(
                    "tenant-seats",
                    customer.avePointId(),
                    "--tenant",
                    known,
                    "--tenant",
                    "nowhere",
                    "--format",
                    "json");

            assertThat(some.code()).isEqualTo(4);
            assertThat(some.json()).hasSize(1);
            assertThat(some.err()).startsWith("seatport: tenant nowhere was not found: customer ");
            assertThat(inProcessShell
                            .run("tenant-seats", customer.avePointId(), "--tenant", "nowhere")
                            .refused(3)
                            .err())
                    .contains("tenant nowhere was not found");
        }

        @Test
        void ofAnUnknownKindAreRejectedWithTheListOfKinds() {
            assertThat(inProcessShell
                            .run("tenant-seats", "x", "--kind", "slack")
                            .refused(2)
                            .err())
                    .contains("slack")
                    .contains("microsoft-365, salesforce, google, dynamics-365");
        }

        @Test
        void ofAnEmptyTenantAreRejected() {
            assertThat(inProcessShell
                            .run("tenant-seats", "x", "--tenant", "")
                            .refused(2)
                            .err())
                    .contains("tenant id is empty");
        }
    }

    @Nested
    class ProductSeats {
        @Test
        void areCorrectForEveryProductOfACustomer() {
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
        void areFoundByProductNameIgnoringCase() {
            SimulatedCustomer customer = sandbox.fleet().customer(0);

            JsonNode printed =
                    json("product-seats", customer.avePointId(), "--product", "cloud backup FOR microsoft 365");

            assertThat(printed.path("productCode").textValue()).isEqualTo("2048");
            assertThat(printed.path("productName").textValue()).isEqualTo("Cloud Backup for Microsoft 365");
            assertThat(printed.path("purchased").longValue())
                    .isEqualTo(customer.purchasedByProduct().get(2048));
        }

        @Test
        void ofAnUnknownNameAreRejectedWithTheListOfProductsEvenWithoutSettings() {
            assertThat(InProcessShell.bare()
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
            JsonNode printed = InProcessShell.bare()
                    .run("products", "--format", "json")
                    .fine()
                    .json();

            assertThat(printed).hasSize(22);
            assertThat(printed.findValuesAsText("productCode")).contains("2048", "1073741824", "41");
            assertThat(printed.get(10).path("productName").textValue()).isEqualTo("Cloud Backup for Microsoft 365");
        }
    }

    @Nested
    class Licenses {
        @Test
        void areCorrectForEveryTenantOfC3() {
            for (SimulatedCustomer customer : sandbox.fleet().customers().subList(0, CustomerTrait.PERIOD)) {
                for (SimulatedC3Customer account : customer.accounts()) {
                    PrintedReview.assertRows(
                            json("licenses", account.c3CustomerId(), account.tenantId()),
                            PrintedReview.objects(FleetTruth.licenses(account)));
                }
            }
        }

        @Test
        void ofAnUnknownCustomerFailWithItsName() {
            assertThat(inProcessShell
                            .run("licenses", "no-such-customer", "no-such-tenant")
                            .refused(3)
                            .err())
                    .startsWith("seatport: c3 customers: NOT_FOUND: customer \"no-such-customer\" was not found");
        }

        @Test
        void ofAnUnknownTenantFailWithTheInvalidFieldButWithoutItsValue() {
            SimulatedC3Customer account = sandbox.fleet().customer(0).accounts().get(0);

            assertThat(inProcessShell
                            .run("licenses", account.c3CustomerId(), "no-such-tenant")
                            .refused(3)
                            .err())
                    .startsWith("seatport: c3 licenses: INVALID_REQUEST: ")
                    .contains("TenantId INVALID_TENANT_ID")
                    .doesNotContain("no-such-tenant");
        }

        @Test
        void areFoundByTheNameOfTheCustomer() {
            SimulatedCustomer customer = sandbox.fleet().customer(0);
            SimulatedC3Customer account = customer.accounts().get(0);

            PrintedReview.assertRows(
                    json("licenses", customer.organization(), account.tenantId()),
                    PrintedReview.objects(FleetTruth.licenses(account)));
        }

        @Test
        void ofAnEmptyTenantAreRejected() {
            assertThat(inProcessShell.run("licenses", "x", "").refused(2).err()).contains("tenant id is empty");
        }
    }
}
