package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process uses only the settings that its user gave. */
class ProcessSettingsTest {
    @TempDir
    private Path directory;

    @BeforeAll
    static void unix() {
        assumeTrue(Files.exists(Path.of("/bin/sh")) && Files.exists(Path.of("/dev/null")));
    }

    private SeatportProcess.Start process() {
        return SeatportProcess.in(directory);
    }

    private static String properties(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }

    @Nested
    class Planted {
        private final List<String> places = List.of(
                "microprofile-config.properties",
                "application.properties",
                "config/application.properties",
                "seatport.properties",
                ".seatport",
                ".env",
                "META-INF/microprofile-config.properties",
                "META-INF/application.properties",
                "application.yaml");

        @Test
        void settingsInTheWorkingDirectoryOrOnTheClassPathAreNotRead() throws IOException, InterruptedException {
            try (FakeVendors trap = FakeVendors.start()) {
                Files.createDirectories(directory.resolve("config"));
                Files.createDirectories(directory.resolve("META-INF"));
                String planted = properties(trap.settings())
                        + "SEATPORT_AVEPOINT_BASE_URL="
                        + trap.settings().get("seatport.avepoint.base-url") + "\nSEATPORT_C3_RESOURCE=x\n";
                for (String place : places) {
                    Files.writeString(directory.resolve(place), planted);
                }

                // One setting is missing, so that no request leaves this machine if a planted setting is read.
                CommandResult c3 = process()
                        .classPath(directory)
                        .variable("SEATPORT_C3_CLIENT_ID", "client")
                        .variable("SEATPORT_C3_CLIENT_SECRET", "secret")
                        .variable("SEATPORT_C3_RESOURCE", "resource")
                        .run("customers", "--vendor", "c3")
                        .refused(2);
                CommandResult avePoint = process()
                        .classPath(directory)
                        .variable("SEATPORT_AVEPOINT_CLIENT_ID", "client")
                        .run("customers")
                        .refused(2);

                assertThat(c3.err()).contains("seatport.c3.base-url is missing");
                assertThat(avePoint.err()).contains("seatport.avepoint.client-secret is missing");
                assertThat(trap.requests()).isEmpty();
            }
        }
    }

    @Nested
    class Settings {
        @Test
        void arriveUnchangedFromEnvironmentAndCommandLine() throws IOException, InterruptedException {
            String strange = "p$s ${HOME} \\n,#=;%'\"~ \\";
            try (FakeVendors vendors = FakeVendors.start()) {
                vendors.customers();
                Map<String, String> settings = vendors.settings();
                settings.remove("seatport.avepoint.client-secret");

                process()
                        .settings(settings)
                        .variable("SEATPORT_AVEPOINT_CLIENT_SECRET", strange)
                        .run("customers")
                        .fine();
                assertThat(vendors.tokenForm()).containsEntry("client_secret", strange);

                vendors.reset();
                vendors.customers();
                settings.put("seatport.avepoint.client-secret", strange);
                process().settings(settings).run("customers").fine();
                assertThat(vendors.tokenForm()).containsEntry("client_secret", strange);
            }
        }
    }
}
