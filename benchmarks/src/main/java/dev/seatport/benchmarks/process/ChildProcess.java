package dev.seatport.benchmarks.process;

/** What a process that {@link Jvm} starts does. */
@FunctionalInterface
public interface ChildProcess {
    /** Does it, and says what there is to say on stdout. */
    void run() throws Exception;

    /** Does it and ends the process, also if it fails: its libraries have threads that would keep it alive. */
    static void main(ChildProcess childProcess) {
        int code = 1;
        try {
            childProcess.run();
            code = 0;
        } catch (Exception e) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, e);
        } finally {
            System.exit(code);
        }
    }
}
