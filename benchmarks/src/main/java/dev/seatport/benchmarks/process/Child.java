package dev.seatport.benchmarks.process;

/** What a process that {@link Jvm} starts does. */
@FunctionalInterface
public interface Child {
    /** Does it, and says what there is to say on stdout. */
    void run() throws Exception;

    /** Does it and ends the process, also if it fails: its libraries have threads that would keep it alive. */
    static void main(Child child) {
        int code = 1;
        try {
            child.run();
            code = 0;
        } catch (Exception e) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, e);
        } finally {
            System.exit(code);
        }
    }
}
