package dev.seatport.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import dev.seatport.sandbox.fleet.SimulatedTenant;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the class path a missing {@code exports} or {@code opens} goes unnoticed: so this runs on the module path. */
class ModulePathTest {
    private static final int CUSTOMERS = 5;

    @TempDir
    Path directory;

    private Sandbox sandbox;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(CUSTOMERS));
    }

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    @Test
    void printsTheSeatsOfEveryTenantWhenRunAsAModule() throws Exception {
        List<String> tenants = sandbox.fleet().customers().stream()
                .flatMap(customer -> customer.tenantsOfKind(SimulatedTenant.MICROSOFT_365).stream())
                .map(SimulatedTenant::id)
                .toList();

        List<String> printed = runExample();

        assertThat(printed).hasSameSizeAs(tenants);
        for (int i = 0; i < tenants.size(); i++) {
            assertThat(printed.get(i)).contains(tenants.get(i)).contains("operation=tenant-seats");
        }
    }

    @Test
    void isTheSnippetOfTheReadme() throws IOException {
        String source = Files.readString(Path.of(System.getProperty("seatport.example.source")));
        String region = source.substring(
                        source.indexOf("// begin: embedding\n") + "// begin: embedding\n".length(),
                        source.indexOf("// end: embedding"))
                .stripTrailing()
                .stripIndent();

        assertThat(Files.readString(Path.of(System.getProperty("seatport.example.readme"))))
                .contains("```java\n" + region + "\n```");
    }

    private List<String> runExample() throws IOException, InterruptedException {
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        modulePath(),
                        "-m",
                        "dev.seatport.example/dev.seatport.example.SeatsOfEveryCustomer",
                        sandbox.avePointBaseUrl(),
                        sandbox.avePointTokenUrl())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("CLIENT_ID", sandbox.avePointClientId());
        builder.environment().put("CLIENT_SECRET", sandbox.avePointClientSecret());
        Process process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(Files.readString(err)).isEmpty();
        assertThat(ended).as("it ends by itself").isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(out, StandardCharsets.UTF_8);
    }

    private static String modulePath() throws IOException {
        String dependencies = Files.readString(Path.of(System.getProperty("seatport.example.modules")))
                .strip();
        return System.getProperty("seatport.example.classes") + File.pathSeparator + dependencies;
    }
}
