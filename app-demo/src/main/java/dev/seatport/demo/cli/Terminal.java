package dev.seatport.demo.cli;

import java.lang.reflect.Method;

/** Whether a person looks at what this process prints. */
final class Terminal {
    private Terminal() {}

    /** From Java 22 on, a console exists without a terminal, and says so itself. */
    @SuppressWarnings("SystemConsoleNull") // The null check is right up to Java 21; after that the method decides.
    static boolean attached() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method asked = java.io.Console.class.getMethod("isTerminal");
            return Boolean.TRUE.equals(asked.invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
