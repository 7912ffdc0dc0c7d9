package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which vendors are asked, as far as the command line tells. */
class VendorChoiceTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(5));
    }

    @BeforeEach
    void forget() {
        sandbox.forgetRequests();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /** With the settings of one vendor, and no other. */
    private static InProcessShell only(String vendor) {
        Map<String, String> settings = new TreeMap<>(SandboxCommands.settings(sandbox));
        settings.keySet().removeIf(key -> !key.startsWith("seatport." + vendor + "."));
        return InProcessShell.with(settings);
    }

    @Test
    void oneVendorIsEnough() {
        assertThat(only("avepoint").run("customers", "--format", "json").fine().json())
                .hasSize(5);
        only("c3").run("customers", "--vendor", "c3", "--format", "json").fine();
    }

    @Test
    void aVendorThatIsLeftOutIsNoVendor() {
        InProcessShell inProcessShell = only("avepoint").property("seatport.vendors", "avepoint");

        inProcessShell.run("customers").fine();
        assertThat(inProcessShell.run("customers", "--vendor", "c3").refused(2).err())
                .contains("no vendor is called 'c3'; legal: avepoint");
        assertThat(inProcessShell.run("review").refused(2).err())
                .contains(
                        "seatport.review.licenses-from has nobody to name among avepoint, which seatport.vendors leaves in");
    }

    @Test
    void aNameOfNobodyIsRefusedWithTheLegalOnes() {
        InProcessShell inProcessShell = SandboxedShell.of(sandbox);

        assertThat(inProcessShell
                        .property("seatport.review.seats-from", "globex")
                        .run("review")
                        .refused(2)
                        .err())
                .contains("seatport.review.seats-from names globex, which is none of avepoint;");
        assertThat(inProcessShell
                        .property("seatport.review.licenses-from", "avepoint")
                        .run("review")
                        .refused(2)
                        .err())
                .contains("seatport.review.licenses-from names avepoint, which is none of c3;");
        assertThat(inProcessShell
                        .property("seatport.vendors", "avepoint,globex")
                        .run("review")
                        .refused(2)
                        .err())
                .contains("seatport.vendors names globex, which is none of avepoint, c3;");
        assertThat(sandbox.requests()).isEmpty();
    }
}
