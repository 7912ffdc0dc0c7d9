package dev.seatport.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.fleet.SimulatedTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the example for Java 21, if the build's JDK or one in the same folder is new enough. */
@Timeout(120)
class VirtualThreadsTest {
    private static final int FIRST_JAVA_WITH_VIRTUAL_THREADS = 21;
    private static final Pattern FEATURE = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    @TempDir
    Path directory;

    private static Optional<Path> newerJdk() throws IOException {
        Path current = Path.of(System.getProperty("java.home"));
        try (Stream<Path> others = Files.list(current.getParent())) {
            return Stream.concat(Stream.of(current), others.sorted())
                    .filter(home -> Files.isExecutable(home.resolve("bin").resolve("javac")))
                    .filter(home -> feature(home) >= FIRST_JAVA_WITH_VIRTUAL_THREADS)
                    .findFirst();
        }
    }

    /** Returns 0 if the folder does not name its version. */
    private static int feature(Path javaHome) {
        try {
            Matcher version = FEATURE.matcher(Files.readString(javaHome.resolve("release")));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Test
    void readsEachCustomerOnAVirtualThread() throws Exception {
        Optional<Path> jdk = newerJdk();
        assumeTrue(jdk.isPresent(), "no JDK 21 or newer in the folder of this JDK");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(30))) {
            Path out = directory.resolve("out.txt");
            Path err = directory.resolve("err.txt");
            ProcessBuilder example = new ProcessBuilder(
                            jdk.get().resolve("bin").resolve("java").toString(),
                            "-cp",
                            Files.readString(Path.of(System.getProperty("seatport.example.modules")))
                                    .strip(),
                            SourceRegions.module()
                                    .resolve("src/main/java21/SeatsOnVirtualThreads.java")
                                    .toString(),
                            sandbox.avePointBaseUrl(),
                            sandbox.avePointTokenUrl())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            example.environment().put("CLIENT_ID", sandbox.avePointClientId());
            example.environment().put("CLIENT_SECRET", sandbox.avePointClientSecret());
            List<String> tenants = sandbox.fleet().customers().stream()
                    .flatMap(customer -> customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365).stream())
                    .map(SimulatedTenant::id)
                    .toList();

            Process process = example.start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();

            assertThat(ended).as(Files.readString(err)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(err)).isZero();
            List<String> printed = Files.readAllLines(out);
            assertThat(printed).hasSameSizeAs(tenants);
            assertThat(tenants).allSatisfy(id -> assertThat(printed).anyMatch(line -> line.contains(id)));
        }
    }
}
