package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.VendorQuirks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A doctor to ask, vendors that work until they are told otherwise, and what a test wants to know of the findings. */
abstract class Consultation {
    static Sandbox sandbox;
    static FakeVendors fakes;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(4));
        fakes = FakeVendors.start();
    }

    @BeforeEach
    void reset() {
        fakes.reset();
    }

    @AfterEach
    void mend() {
        sandbox.faults(FaultPlan.none());
        sandbox.quirks(VendorQuirks.none());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        fakes.close();
    }

    static Shell shell() {
        return SandboxedShell.of(sandbox);
    }

    /** Its checks, as {@code vendor check status}. */
    static List<String> lines(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        outcome.json()
                .forEach(row -> lines.add(row.path("vendor").asText() + " "
                        + row.path("check").asText() + " " + row.path("status").asText()));
        return lines;
    }

    static JsonNode check(Outcome outcome, String vendor, String name) {
        for (JsonNode row : outcome.json()) {
            if (row.path("vendor").asText().equals(vendor)
                    && row.path("check").asText().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("no check " + name + " of " + vendor + " in " + outcome.out());
    }

    static Outcome examined(Shell shell, int code) {
        Outcome outcome = shell.run("doctor", "--format", "json");
        assertThat(outcome.code()).as(outcome.err() + outcome.out()).isEqualTo(code);
        return outcome;
    }
}
