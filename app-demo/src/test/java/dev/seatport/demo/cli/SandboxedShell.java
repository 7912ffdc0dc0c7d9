package dev.seatport.demo.cli;

import dev.seatport.demo.WiredVendors;
import dev.seatport.sandbox.Sandbox;
import java.util.Map;

/** Creates shells with the settings of a sandbox. */
final class SandboxedShell {
    private SandboxedShell() {}

    static InProcessShell of(Sandbox sandbox) {
        return InProcessShell.with(settings(sandbox));
    }

    /** Returns the settings of all vendors that a sandbox simulates. */
    static Map<String, String> settings(Sandbox sandbox) {
        return SandboxCommands.settings(sandbox, WiredVendors.plugins());
    }
}
