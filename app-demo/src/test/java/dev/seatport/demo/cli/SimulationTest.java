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

/** Commands that simulate the vendors. */
class SimulationTest {
    private static Sandbox sandbox;
    private static InProcessShell inProcessShell;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        inProcessShell = SandboxedShell.of(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Nested
    class Demo {
        @Test
        void reviewsItsOwnSandbox() {
            CommandResult commandResult = InProcessShell.bare()
                    .run("demo", "--customers", "12", "--format", "json")
                    .fine();

            assertThat(commandResult.json().path("customers")).hasSize(12);
            assertThat(commandResult.errLines())
                    .last()
                    .isEqualTo("seatport: 11 of 12 customers complete; 1 PERMISSION_DENIED");
        }

        @Test
        void showsFortyCustomersByDefault() {
            CommandResult commandResult =
                    InProcessShell.bare().run("demo", "--format", "json").fine();

            assertThat(commandResult.json().path("customers")).hasSize(40);
            assertThat(commandResult.errLines())
                    .last()
                    .isEqualTo("seatport: 37 of 40 customers complete; 2 PERMISSION_DENIED, 1 MALFORMED_ANSWER");
        }

        /** No simulated vendor reports license states, so no license is in grace. */
        @Test
        void showsEveryKindOfFinding() {
            JsonNode findings = InProcessShell.bare()
                    .run("demo", "--format", "json")
                    .fine()
                    .json()
                    .at("/totals/findings");

            for (FindingKind kind : EnumSet.complementOf(EnumSet.of(FindingKind.LICENSES_IN_GRACE))) {
                assertThat(findings.path(kind.name()).asLong()).as(kind.name()).isPositive();
            }
        }

        @Test
        void ignoresTheSettingsOfRealVendors() {
            int before = sandbox.requests().size();

            assertThat(inProcessShell
                            .variable("SEATPORT_AVEPOINT_BASE_URL", sandbox.avePointBaseUrl())
                            .run("demo", "--customers", "3", "--format", "json")
                            .fine()
                            .json()
                            .path("customers"))
                    .hasSize(3);
            assertThat(sandbox.requests()).hasSize(before);
        }

        @Test
        void showsAnEmptyFleet() {
            assertThat(InProcessShell.bare()
                            .run("demo", "--customers", "0", "--format", "json")
                            .fine()
                            .json()
                            .path("customers"))
                    .isEmpty();
            assertThat(InProcessShell.bare()
                            .run("demo", "--customers", "0")
                            .fine()
                            .out())
                    .contains("customer")
                    .contains("lists no customers");
        }

        @Test
        void rejectsAnInvalidFleetSize() {
            assertThat(InProcessShell.bare()
                            .run("demo", "--customers", "-1")
                            .refused(2)
                            .err())
                    .contains("0 to 1000000");
        }
    }

    @Nested
    class SandboxCommands {
        @Test
        void rejectAnInvalidPort() {
            assertThat(InProcessShell.bare()
                            .run("sandbox", "--port", "65536")
                            .refused(2)
                            .err())
                    .contains("0 to 65535");
            assertThat(InProcessShell.bare()
                            .run("sandbox", "--port", "-1")
                            .refused(2)
                            .err())
                    .contains("0 to 65535");
        }

        @Test
        void rejectAPortInUse() {
            assertThat(InProcessShell.bare()
                            .run("sandbox", "--port", "" + sandbox.port())
                            .refused(2)
                            .err())
                    .contains("" + sandbox.port());
        }

        @Test
        void rejectAnInvalidFleetSize() {
            assertThat(InProcessShell.bare()
                            .run("sandbox", "--customers", "1000001")
                            .refused(2)
                            .err())
                    .contains("0 to 1000000");
        }
    }
}
