package dev.seatport.demo.cli;

import dev.seatport.sandbox.Sandbox;

/** A shell whose settings lead to a sandbox. */
final class SandboxedShell {
    private SandboxedShell() {}

    static InProcessShell of(Sandbox sandbox) {
        return InProcessShell.with(SandboxCommands.settings(sandbox));
    }
}
