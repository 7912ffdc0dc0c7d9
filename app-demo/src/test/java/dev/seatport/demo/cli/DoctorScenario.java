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

/** Base class of the doctor tests: working vendors, and access to the checks of a result. */
abstract class DoctorScenario {
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
    void removeFaults() {
        sandbox.faults(FaultPlan.none());
        sandbox.quirks(VendorQuirks.none());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        fakes.close();
    }

    static InProcessShell shell() {
        return SandboxedShell.of(sandbox);
    }

    /** Returns the checks, each as {@code vendor check status}. */
    static List<String> lines(CommandResult commandResult) {
        List<String> lines = new ArrayList<>();
        commandResult
                .json()
                .forEach(row -> lines.add(row.path("vendor").asText() + " "
                        + row.path("check").asText() + " " + row.path("status").asText()));
        return lines;
    }

    static JsonNode check(CommandResult commandResult, String vendor, String name) {
        for (JsonNode row : commandResult.json()) {
            if (row.path("vendor").asText().equals(vendor)
                    && row.path("check").asText().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("no check " + name + " of " + vendor + " in " + commandResult.out());
    }

    static CommandResult examined(InProcessShell inProcessShell, int code) {
        CommandResult commandResult = inProcessShell.run("doctor", "--format", "json");
        assertThat(commandResult.code())
                .as(commandResult.err() + commandResult.out())
                .isEqualTo(code);
        return commandResult;
    }
}
