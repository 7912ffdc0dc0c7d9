package dev.seatport.demo.cli;

import dev.seatport.sandbox.Sandbox;

/** A shell whose settings lead to a sandbox. */
final class SandboxedShell {
    private SandboxedShell() {}

    static Shell of(Sandbox sandbox) {
        return Shell.with(SandboxCommands.settings(sandbox));
    }
}
