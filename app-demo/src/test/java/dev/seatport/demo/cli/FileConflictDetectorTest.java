package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.demo.WiredVendors;
import dev.seatport.demo.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A command rejects a file that one option or setting reads and another option writes. */
class FileConflictDetectorTest {
    @TempDir
    private Path directory;

    private FakeVendors vendors;
    private Path config;
    private String written;

    @BeforeEach
    void start() throws IOException {
        vendors = FakeVendors.start();
        vendors.customers(FakeVendors.customer("a", "A"));
        written = vendors.settings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
        config = Files.writeString(directory.resolve("partner.properties"), written);
    }

    @AfterEach
    void stop() {
        vendors.close();
    }

    private void assertRejected(InProcessShell inProcessShell, String... arguments) throws IOException {
        assertThat(inProcessShell.run(arguments).refused(2).err())
                .contains("name the same file; use a different file for each");
        assertThat(Files.readString(config)).isEqualTo(written);
        assertThat(vendors.requests()).isEmpty();
    }

    @Test
    void isRejectedForTheSettingsFileByEveryPath() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), config);
        Path indirect = directory.resolve("x").resolve("..").resolve("partner.properties");

        for (Path output : new Path[] {config, link, indirect}) {
            assertRejected(
                    InProcessShell.bare(), "customers", "--config", config.toString(), "--output", output.toString());
            assertRejected(
                    InProcessShell.bare(), "customers", "--config", config.toString(), "--metrics", output.toString());
        }
    }

    @Test
    void isRejectedForALinkToTheSameNewFile() throws IOException {
        Path file = directory.resolve("new");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);

        assertRejected(
                InProcessShell.bare(),
                "customers",
                "--config",
                config.toString(),
                "--output",
                link.toString(),
                "--metrics",
                file.toString());
        assertThat(file).doesNotExist();
    }

    @Test
    void isRejectedForASettingsFileOfTheEnvironment() throws IOException {
        InProcessShell inProcessShell = InProcessShell.bare().variable("SEATPORT_CONFIG", config.toString());

        assertRejected(inProcessShell, "customers", "--output", config.toString());
        assertRejected(inProcessShell, "customers", "--metrics", config.toString());
    }

    static Stream<String> fileSettings() {
        return WiredVendors.settings().filter(Setting::isFile).map(Setting::key);
    }

    /** Tries each source of the setting, each kind of path and each command that writes. */
    @ParameterizedTest
    @MethodSource("fileSettings")
    void isRejectedForEveryFileOfASetting(String setting) throws IOException {
        Path file = Files.writeString(directory.resolve("precious"), setting.endsWith("config") ? "" : "content");
        byte[] before = Files.readAllBytes(file);
        Path link = Files.createSymbolicLink(directory.resolve("symbolic"), file);
        Path hard = Files.createLink(directory.resolve("hard"), file);
        Path folder = Files.createSymbolicLink(directory.resolve("folder"), directory);
        String variable = setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        Path named = setting.endsWith("config")
                ? config
                : Files.writeString(directory.resolve("names.properties"), setting + "=" + file + "\n");
        List<InProcessShell> shells = new ArrayList<>(List.of(
                InProcessShell.bare().property(setting, file.toString()),
                InProcessShell.bare().variable(variable, file.toString())));
        if (named != config) {
            shells.add(InProcessShell.bare().variable("SEATPORT_CONFIG", named.toString()));
        }

        for (InProcessShell inProcessShell : shells) {
            for (Path path : List.of(file, link, hard, folder.resolve("precious"))) {
                for (List<String> command : List.of(
                        List.of("customers", "--output"),
                        List.of("customers", "--metrics"),
                        List.of("doctor", "--output"),
                        List.of("products", "--output"),
                        List.of("sandbox", "--output"),
                        List.of("demo", "--customers", "1", "--output"),
                        List.of("demo", "--customers", "1", "--resume"),
                        List.of("review", "--resume"))) {
                    List<String> arguments = new ArrayList<>(command);
                    arguments.add(path.toString());
                    assertThat(inProcessShell
                                    .run(arguments.toArray(String[]::new))
                                    .refused(2)
                                    .err())
                            .contains(command.get(command.size() - 1) + " and " + setting + " name the same file");
                }
            }
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }

    @Test
    void isRejectedForPolicyAndResumeFiles() throws IOException {
        Path policy = Files.writeString(directory.resolve("policy.yaml"), "version: 1\n");
        Path hard = Files.createLink(directory.resolve("hard.yaml"), policy);
        String settings = config.toString();

        for (String option : List.of("--output", "--metrics", "--resume")) {
            for (Path path : List.of(policy, hard)) {
                assertRejected(
                        InProcessShell.bare(),
                        "review",
                        "--config",
                        settings,
                        "--policy",
                        policy.toString(),
                        option,
                        path.toString());
            }
            assertRejected(InProcessShell.bare(), "review", "--config", settings, option, settings);
        }
        Path fresh = directory.resolve("fresh");
        Path folder = Files.createSymbolicLink(directory.resolve("folder"), directory);
        for (String option : List.of("--output", "--metrics")) {
            assertRejected(
                    InProcessShell.bare(),
                    "review",
                    "--config",
                    settings,
                    option,
                    fresh.toString(),
                    "--resume",
                    folder.resolve("fresh").toString());
        }
        assertThat(policy).hasContent("version: 1\n");
        assertThat(fresh).doesNotExist();
    }

    @Test
    void isRejectedForAnOverriddenSettingAndInAnInvalidSettingsFile() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "s");
        Path wrong = Files.writeString(
                directory.resolve("wrong.properties"),
                "seatport.misspelt=1\nseatport.c3.client-secret-file=" + secret + "\n");

        assertRejected(
                InProcessShell.bare()
                        .property("seatport.c3.client-secret-file", secret.toString())
                        .variable(
                                "SEATPORT_C3_CLIENT_SECRET_FILE",
                                directory.resolve("other").toString()),
                "customers",
                "--output",
                secret.toString());
        assertRejected(
                InProcessShell.bare().variable("SEATPORT_CONFIG", wrong.toString()),
                "sandbox",
                "--output",
                secret.toString());
        assertRejected(
                InProcessShell.bare().variable("SEATPORT_CONFIG", wrong.toString()),
                "customers",
                "--config",
                config.toString(),
                "--output",
                wrong.toString());
        assertThat(secret).hasContent("s");
    }

    @Test
    void mayBeADeviceForTwoOptions() {
        InProcessShell.bare()
                .run("customers", "--config", config.toString(), "--output", "/dev/null", "--metrics", "/dev/null")
                .fine();
    }

    @Test
    void areAcceptedIfTheyDiffer() throws IOException {
        Path output = directory.resolve("out");
        Path metrics = directory.resolve("metrics");

        InProcessShell.bare()
                .run(
                        "customers",
                        "--config",
                        config.toString(),
                        "--output",
                        output.toString(),
                        "--metrics",
                        metrics.toString())
                .fine();

        assertThat(output).isNotEmptyFile();
        assertThat(metrics).isNotEmptyFile();
    }
}
