package dev.seatport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Only a vendor's adapter and its Dagger module name the vendor. So a new vendor changes no other main code. An adapter spells its own
 * vendor's words, which may be those of another vendor. The architecture rules keep it from depending on another adapter.
 */
class VendorNamesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    /** Simulated vendors, examples and measurements are about certain vendors. */
    private static final List<String> EXEMPT_MODULES = List.of("sandbox", "examples", "benchmarks");
    /** Lists the Dagger modules, one line per vendor. */
    private static final String COMPONENT = "SeatportComponent.java";

    private static final Pattern TEXT_FILE = Pattern.compile(".*\\.(java|jte|properties|json|xml|yaml|css|js|txt)");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern WORD_BOUNDARY =
            Pattern.compile("[_-]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private static List<String> vendors() {
        return WiredVendors.plugins().stream().map(plugin -> plugin.name()).toList();
    }

    private static List<String> violations(Path root, List<String> vendors) throws IOException {
        List<String> violations = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.sorted().toList()) {
                Path main = module.resolve("src/main");
                String name = module.getFileName().toString();
                boolean adapter = vendors.stream().anyMatch(vendor -> name.equals("adapters-" + vendor));
                if (Files.isDirectory(main) && !adapter && !EXEMPT_MODULES.contains(name)) {
                    violations.addAll(violationsIn(main, vendors));
                }
            }
        }
        return violations;
    }

    private static List<String> violationsIn(Path main, List<String> vendors) throws IOException {
        List<String> violations = new ArrayList<>();
        try (Stream<Path> files = Files.walk(main)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String fileName = file.getFileName().toString();
                if (!TEXT_FILE.matcher(fileName).matches() || fileName.equals(COMPONENT)) {
                    continue;
                }
                int number = 0;
                for (String line : Files.readAllLines(file)) {
                    number++;
                    for (String vendor : vendors) {
                        if (names(line, vendor) && !isModuleOf(fileName, vendor)) {
                            violations.add(fileName + ":" + number + " names " + vendor + ": " + line.strip());
                        }
                    }
                }
            }
        }
        return violations;
    }

    private static boolean isModuleOf(String fileName, String vendor) {
        return fileName.toLowerCase(Locale.ROOT).equals(vendor.replace("-", "") + "module.java");
    }

    /**
     * Compares words, also those of an identifier: {@code AvePointOptions} names avepoint, and {@code rgbac3} does not name c3. A
     * name may have dashes: {@code GlobexCloud}, {@code GLOBEX_CLOUD} and the text {@code globex-cloud} are equal.
     */
    private static boolean names(String line, String vendor) {
        String wanted = vendor.replace("-", "");
        Matcher identifiers = IDENTIFIER.matcher(line);
        while (identifiers.find()) {
            List<String> words =
                    WORD_BOUNDARY.splitAsStream(identifiers.group()).toList();
            for (int from = 0; from < words.size(); from++) {
                StringBuilder joined = new StringBuilder();
                for (int to = from; to < words.size() && joined.length() < wanted.length(); to++) {
                    joined.append(words.get(to).toLowerCase(Locale.ROOT));
                    if (joined.toString().equals(wanted)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Test
    void areOnlyInTheirOwnAdapterAndDaggerModule() throws IOException {
        assertThat(violations(ROOT, vendors())).isEmpty();
    }

    @Test
    void areFoundInTextsAndIdentifiers(@TempDir Path root) throws IOException {
        Path reports = Files.createDirectories(root.resolve("reports/src/main/java"));
        Path wiring = Files.createDirectories(root.resolve("app-demo/src/main/java"));
        Path own = Files.createDirectories(root.resolve("adapters-globex-cloud/src/main/java"));
        Files.writeString(reports.resolve("Bad.java"), """
                map.put("acme", 1);
                var x = acmeCustomerId;
                class Pacmen {}
                map.put("globex-cloud", 1);
                int GLOBEX_CLOUD_PORT;
                "globex-clouds";
                """);
        Files.writeString(wiring.resolve("AcmeModule.java"), "Acme.connect(); GlobexCloud.connect();\n");
        Files.writeString(own.resolve("Globex.java"), "class GlobexCloud {}\n");

        assertThat(violations(root, List.of("acme", "globex-cloud")))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("AcmeModule.java:1 names globex-cloud"),
                        one -> assertThat(one).startsWith("Bad.java:1 names acme"),
                        one -> assertThat(one).startsWith("Bad.java:2 names acme"),
                        one -> assertThat(one).startsWith("Bad.java:4 names globex-cloud"),
                        one -> assertThat(one).startsWith("Bad.java:5 names globex-cloud"));
    }
}
