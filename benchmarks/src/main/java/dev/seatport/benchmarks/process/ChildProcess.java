package dev.seatport.benchmarks.process;

/** Work of a process that {@link Jvm} starts. */
@FunctionalInterface
public interface ChildProcess {
    /** Does the work and prints the results to standard output. */
    void run() throws Exception;

    /** Runs the work and exits, even after a failure, because threads of libraries would keep the process alive. */
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
