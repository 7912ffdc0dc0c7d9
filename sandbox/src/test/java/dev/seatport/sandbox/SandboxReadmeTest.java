package dev.seatport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.faults.ByteOffset;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.SandboxVendorName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SandboxReadmeTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    @Test
    void showsAValidPlan() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(1))) {
            // begin: plan
            sandbox.faults(FaultPlan.none()
                    .withSeed(7)
                    .with(Fault.latency(Duration.ofMillis(1), Duration.ofMillis(20)))
                    .with(Fault.status(503)
                            .retryAfter("2")
                            .at(RequestMatcher.of(RequestKind.TENANT_SEATS)
                                    .share(0.2)
                                    .atMostInARow(2)))
                    .with(Fault.reset(ByteOffset.at(100))
                            .at(RequestMatcher.all()
                                    .ofVendor(SandboxVendorName.C3)
                                    .next(3))));
            // end: plan
            String text = readme().lines()
                    .filter(line -> line.startsWith("seed=7;"))
                    .findFirst()
                    .orElseThrow();
            assertThat(FaultPlan.parse(text)).isEqualTo(sandbox.faults());
        }
        String source = Files.readString(Path.of("src/test/java/dev/seatport/sandbox/SandboxReadmeTest.java"));
        String region = source.substring(
                source.indexOf("// begin: plan\n") + "// begin: plan\n".length(), source.indexOf("// end: plan"));
        assertThat(unindented(readme())).contains(unindented(region));
    }

    @Test
    void listsValidItems() throws IOException {
        List<FaultPlan> plans = items("| item |").stream().map(FaultPlan::parse).toList();
        assertThat(plans.stream()
                        .flatMap(plan -> plan.faults().stream())
                        .map(fault -> fault.action().kind()))
                .contains(FaultKind.values());
    }

    @Test
    void listsValidOptions() throws IOException {
        assertThat(items("| option of every fault |"))
                .isNotEmpty()
                .allSatisfy(
                        option -> assertThat(FaultPlan.parse("503:" + option)).isNotNull());
    }

    /** Returns the code in the first column of a table. */
    private static List<String> items(String header) throws IOException {
        return readme().lines()
                .dropWhile(line -> !line.startsWith(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.asList(line.split(" \\| ", 2)).get(0))
                .flatMap(cell -> CODE.matcher(cell).results())
                .map(match -> Objects.requireNonNull(match.group(1)))
                .toList();
    }
}
