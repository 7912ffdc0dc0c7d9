package dev.seatport.demo.cli;

import dev.seatport.sandbox.Sandbox;

/** Creates shells with the settings of a sandbox. */
final class SandboxedShell {
    private SandboxedShell() {}

    static InProcessShell of(Sandbox sandbox) {
        return InProcessShell.with(SandboxCommands.settings(sandbox));
    }
}
