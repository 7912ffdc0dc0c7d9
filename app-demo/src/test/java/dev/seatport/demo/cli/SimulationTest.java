package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The commands that simulate the vendors. */
class SimulationTest {
    private static Sandbox sandbox;
    private static Shell shell;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        shell = SandboxedShell.of(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Nested
    class Demo {
        @Test
        void reportsOnASandboxOfItsOwn() {
            Outcome outcome = Shell.bare()
                    .run("demo", "--customers", "12", "--format", "json")
                    .fine();

            assertThat(outcome.json().path("customers")).hasSize(12);
            assertThat(outcome.errLines())
                    .last()
                    .isEqualTo("seatport: 11 of 12 customers complete; 1 PERMISSION_DENIED");
        }

        @Test
        void showsFortyCustomersUnlessToldOtherwise() {
            Outcome outcome = Shell.bare().run("demo", "--format", "json").fine();

            assertThat(outcome.json().path("customers")).hasSize(40);
            assertThat(outcome.errLines())
                    .last()
                    .isEqualTo("seatport: 37 of 40 customers complete; 2 PERMISSION_DENIED, 1 MALFORMED_ANSWER");
        }

        /** No simulated vendor reports states of licenses, so none can be in grace. */
        @Test
        void showsEveryKindOfFinding() {
            JsonNode findings =
                    Shell.bare().run("demo", "--format", "json").fine().json().at("/totals/findings");

            for (FindingKind kind : EnumSet.complementOf(EnumSet.of(FindingKind.LICENSES_IN_GRACE))) {
                assertThat(findings.path(kind.name()).asLong()).as(kind.name()).isPositive();
            }
        }

        @Test
        void letsNoSettingOfRealVendorsIn() {
            int before = sandbox.requests().size();

            assertThat(shell.variable("SEATPORT_AVEPOINT_BASE_URL", sandbox.avePointBaseUrl())
                            .run("demo", "--customers", "3", "--format", "json")
                            .fine()
                            .json()
                            .path("customers"))
                    .hasSize(3);
            assertThat(sandbox.requests()).hasSize(before);
        }

        @Test
        void showsNobodyWhereThereIsNobody() {
            assertThat(Shell.bare()
                            .run("demo", "--customers", "0", "--format", "json")
                            .fine()
                            .json()
                            .path("customers"))
                    .isEmpty();
            assertThat(Shell.bare().run("demo", "--customers", "0").fine().out())
                    .contains("customer")
                    .contains("lists no customers");
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
