package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that one option reads and another would write: what is read must still be there in the end. */
class OneFileForTwoThingsTest {
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

    private void assertRefused(Shell shell, String... arguments) throws IOException {
        assertThat(shell.run(arguments).refused(2).err()).contains("name one file; legal: a file for each");
        assertThat(Files.readString(config)).isEqualTo(written);
        assertThat(vendors.requests()).isEmpty();
    }

    @Test
    void isRefusedForSettingsByWhateverPath() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), config);
        Path roundabout = directory.resolve("x").resolve("..").resolve("partner.properties");

        for (Path output : new Path[] {config, link, roundabout}) {
            assertRefused(Shell.bare(), "customers", "--config", config.toString(), "--output", output.toString());
            assertRefused(Shell.bare(), "customers", "--config", config.toString(), "--metrics", output.toString());
        }
    }

    @Test
    void isRefusedForSettingsThatTheEnvironmentNames() throws IOException {
        Shell shell = Shell.bare().variable("SEATPORT_CONFIG", config.toString());

        assertRefused(shell, "customers", "--output", config.toString());
        assertRefused(shell, "customers", "--metrics", config.toString());
    }

    @Test
    void isNoneWhereADeviceIsNamedTwice() {
        Shell.bare()
                .run("customers", "--config", config.toString(), "--output", "/dev/null", "--metrics", "/dev/null")
                .fine();
    }

    @Test
    void areTwoWhereTheyDiffer() throws IOException {
        Path output = directory.resolve("out");
        Path metrics = directory.resolve("metrics");

        Shell.bare()
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
