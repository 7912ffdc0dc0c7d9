package dev.seatport.demo.cli;

/** How the process ends; scripts rely on these numbers. */
final class ExitCode {
    static final int FINE = 0;
    /** The review is complete, and found what {@code --fail-on} watches for. */
    static final int FOUND = 1;
    /** The arguments or settings cannot be used; nothing was sent. */
    static final int USAGE = 2;
    /** A vendor call failed before the first row; nothing was printed. */
    static final int FAILED = 3;
    /** A result was printed, and is known to be incomplete. */
    static final int INCOMPLETE = 4;
    /** The result could not be written; what was there before still is. */
    static final int UNWRITABLE = 5;
    /** A bug of ours, or Java or the launcher could not start. */
    static final int BUG = 70;

    static final int INTERRUPTED = 130;
    /** The launcher was killed. */
    static final int KILLED = 137;

    /** Java ends with numbers of {@link #FINE} to {@link #UNWRITABLE} itself; with this added, the code is the command line's. */
    private static final int LAUNCHER_OFFSET = 200;

    private ExitCode() {}

    /** The code as the launcher expects it. The launcher takes the offset off; the codes above 5 pass as they are. */
    static int forLauncher(int code) {
        return code <= UNWRITABLE ? code + LAUNCHER_OFFSET : code;
    }
}
