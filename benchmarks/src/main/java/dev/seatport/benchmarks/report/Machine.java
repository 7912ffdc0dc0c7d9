package dev.seatport.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Description of the machine in one line, without the host name. */
final class Machine {
    private static final long GIB = 1L << 30;

    private Machine() {}

    static String describe() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.availableProcessors() + " cores (" + processor() + "), " + memory() + ", "
                + System.getProperty("java.vm.name") + " " + Runtime.version() + ", " + System.getProperty("os.name");
    }

    private static String processor() {
        return line("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch"));
    }

    private static String memory() {
        return line("/proc/meminfo", "MemTotal")
                .map(total -> Math.round(Double.parseDouble(total.replaceAll("\\D", "")) * 1024 / GIB) + " GiB")
                .orElse("memory unknown");
    }

    private static Optional<String> line(String file, String key) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
