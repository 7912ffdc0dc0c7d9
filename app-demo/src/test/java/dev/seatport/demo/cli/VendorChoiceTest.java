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

/** Selection of vendors by settings and options. */
class VendorChoiceTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(5));
    }

    @BeforeEach
    void forget() {
        sandbox.clearRequests();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /** Creates a shell with the settings of one vendor only. */
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
    void aVendorOutsideTheSettingIsUnknown() {
        InProcessShell inProcessShell = only("avepoint").property("seatport.vendors", "avepoint");

        inProcessShell.run("customers").fine();
        assertThat(inProcessShell.run("customers", "--vendor", "c3").refused(2).err())
                .contains("unknown vendor 'c3'; allowed values: avepoint");
        assertThat(inProcessShell.run("review").refused(2).err())
                .contains(
                        "seatport.review.licenses-from has no possible vendor among avepoint, the vendors of seatport.vendors");
    }

    @Test
    void anUnknownNameIsRejectedWithTheAllowedOnes() {
        InProcessShell inProcessShell = SandboxedShell.of(sandbox);

        assertThat(inProcessShell
                        .property("seatport.review.seats-from", "globex")
                        .run("review")
                        .refused(2)
                        .err())
                .contains("seatport.review.seats-from names globex, which is not one of avepoint;");
        assertThat(inProcessShell
                        .property("seatport.review.licenses-from", "avepoint")
                        .run("review")
                        .refused(2)
                        .err())
                .contains("seatport.review.licenses-from names avepoint, which is not one of c3;");
        assertThat(inProcessShell
                        .property("seatport.vendors", "avepoint,globex")
                        .run("review")
                        .refused(2)
                        .err())
                .contains("seatport.vendors names globex, which is not one of avepoint, c3;");
        assertThat(sandbox.requests()).isEmpty();
    }
}
