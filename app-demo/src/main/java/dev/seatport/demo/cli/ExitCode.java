package dev.seatport.demo.cli;

/** Exit codes of the process. Contract of the command line. */
final class ExitCode {
    static final int SUCCESS = 0;
    /** The review is complete and has a finding that {@code --fail-on} selects. */
    static final int FINDINGS = 1;
    /** The arguments or settings are invalid; no request was sent. */
    static final int USAGE = 2;
    /** A vendor call failed before the first row; nothing was printed. */
    static final int FAILED = 3;
    /** A result was printed and is incomplete. */
    static final int INCOMPLETE = 4;
    /** The result could not be written; an existing file is unchanged. */
    static final int UNWRITABLE = 5;
    /** Internal error, or Java or the launcher could not start. */
    static final int INTERNAL_ERROR = 70;

    static final int INTERRUPTED = 130;
    /** The program that reads the standard output ended first. Shells report this code for a process that SIGPIPE ends. */
    static final int OUTPUT_CLOSED = 141;
    /** The launcher was killed. */
    static final int KILLED = 137;

    /** Marks a code of the command line, because Java itself may also exit with {@link #SUCCESS} to {@link #UNWRITABLE}. */
    private static final int LAUNCHER_OFFSET = 200;

    private ExitCode() {}

    /** Returns the code for the launcher, which subtracts the offset. Codes above {@link #UNWRITABLE} stay unchanged. */
    static int forLauncher(int code) {
        return code <= UNWRITABLE ? code + LAUNCHER_OFFSET : code;
    }
}
