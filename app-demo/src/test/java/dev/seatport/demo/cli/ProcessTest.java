package dev.seatport.demo.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can only be seen from outside of the process. */
class ProcessTest {
    @TempDir
    private Path directory;

    @BeforeAll
    static void unix() {
        assumeTrue(Files.exists(Path.of("/bin/sh")) && Files.exists(Path.of("/dev/null")));
    }

    private SeatportProcess.Start process() {
        return SeatportProcess.in(directory);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Waits for something that shows in the directory. */
    private void await(SeatportProcess process, BooleanSupplier there) throws IOException, InterruptedException {
        try (WatchService watch = directory.getFileSystem().newWatchService()) {
            directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            for (int i = 0; i < 600 && process.running() && !there.getAsBoolean(); i++) {
                var key = watch.poll(100, TimeUnit.MILLISECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
            if (!there.getAsBoolean()) {
                throw new AssertionError("ended: " + process.end());
            }
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.exists(file) && Files.readString(file).contains(text);
        } catch (IOException e) {
            return false;
        }
    }

    private static String properties(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }

    @Nested
    class TheSandbox {
        @Test
        void printsSettingsForAnotherProcessAndWaitsUntilItIsInterrupted() throws IOException, InterruptedException {
            Path settings = directory.resolve("sandbox.properties");
            try (SeatportProcess sandbox = process().out(settings).start("sandbox", "--customers", "7")) {
                await(sandbox, () -> holds(settings, "seatport.c3.resource="));

                Outcome avePoint = process()
                        .run("customers", "--config", settings.toString(), "--format", "json")
                        .fine();
                Outcome c3 = process()
                        .variable("SEATPORT_CONFIG", settings.toString())
                        .run("report", "--format", "json")
                        .fine();

                assertThat(avePoint.json()).hasSize(7);
                assertThat(avePoint.err()).isEmpty();
                assertThat(c3.json()).hasSize(7);
                assertThat(sandbox.running()).isTrue();
                sandbox.interrupt();
                Outcome outcome = sandbox.end();
                assertThat(outcome.code()).isEqualTo(130);
                assertThat(outcome.errLines()).hasSize(1);
            }
        }

        @Test
        void listensWhereItIsTold() throws IOException, InterruptedException {
            int port;
            try (Sandbox free = Sandbox.start(SandboxOptions.defaults())) {
                port = free.port();
            }
            Path settings = directory.resolve("out");
            try (SeatportProcess sandbox =
                    process().start("sandbox", "--port", "" + port, "--output", settings.toString())) {
                await(sandbox, () -> Files.exists(settings));

                assertThat(Files.readString(settings))
                        .contains("seatport.c3.base-url=http://127.0.0.1:" + port + "/c3\n");
                sandbox.interrupt();
                assertThat(sandbox.end().code()).isEqualTo(130);
                assertThat(names()).containsExactly("out");
            }
        }
    }

    @Nested
    class AnInterrupt {
        @Test
        void leavesNoFileOfAReportThatWasBeingWritten() throws IOException, InterruptedException {
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(500))) {
                sandbox.switches().latency(Duration.ofMillis(300));
                Path old = Files.writeString(directory.resolve("old.json"), "old");
                for (String name : List.of("new.json", "old.json")) {
                    try (SeatportProcess report = process()
                            .settings(SandboxSettings.of(sandbox))
                            .start("report", "--format", "json", "--output", name)) {
                        await(report, () -> drafts() == 1);

                        report.interrupt();

                        assertThat(report.end().code()).isEqualTo(130);
                    }
                }
                assertThat(names()).containsExactly("old.json");
                assertThat(Files.readString(old)).isEqualTo("old");
            }
        }

        private long drafts() {
            try {
                return names().stream().filter(name -> name.endsWith(".part")).count();
            } catch (IOException e) {
                return 0;
            }
        }
    }

    @Nested
    class TheStandardOutput {
        @Test
        void thatIsFullEndsWith5() throws IOException, InterruptedException {
            Path full = Path.of("/dev/full");
            assumeTrue(Files.exists(full));

            assertThat(process().out(full).run("products").refused(5).err()).contains("standard output");
            process().out(full).run("--help").refused(5);
        }

        @Test
        void thatIsClosedEndsWith5() throws IOException, InterruptedException {
            process().outClosed().run("products").refused(5);
            process().outClosed().run("demo", "--customers", "3").refused(5);
        }

        @Test
        void mayBeAPipeThatIsNamedAsAFile() throws IOException, InterruptedException {
            assumeTrue(Files.exists(Path.of("/dev/stdout")));

            assertThat(process()
                            .outPiped()
                            .run("products", "--format", "json", "--output", "/dev/stdout")
                            .json())
                    .hasSize(22);
        }

        @Test
        void isUtf8WhateverTheLocale() throws IOException, InterruptedException {
            try (FakeVendors vendors = FakeVendors.start()) {
                vendors.customers(FakeVendors.customer("a", "Größe 日本 😀"));

                for (String format : List.of("table", "json", "csv")) {
                    assertThat(process()
                                    .variable("LC_ALL", "C")
                                    .settings(vendors.settings())
                                    .run("customers", "--format", format)
                                    .fine()
                                    .out())
                            .contains("Größe 日本 😀");
                }
            }
        }

        @Test
        void isNotColouredWhereNobodyLooks() throws IOException, InterruptedException {
            assertThat(process().run("demo", "--customers", "12").fine().out())
                    .contains("CRITICAL")
                    .doesNotContain("\u001b");
        }
    }

    @Nested
    class ExitCodes {
        @Test
        void reachTheProcess() throws IOException, InterruptedException {
            try (FakeVendors vendors = FakeVendors.start()) {
                vendors.page(1, 3, FakeVendors.customer("a", "A"));
                vendors.brokenPage(2, 500);
                vendors.answer(403, "{}");

                process().run("products").fine();
                process().run("nothing").refused(2);
                process().settings(vendors.settings()).run("customer", "x").refused(3);
                assertThat(process()
                                .settings(vendors.settings())
                                .run("customers")
                                .code())
                        .isEqualTo(4);
                process().run("products", "--output", "no/where").refused(5);
            }
        }
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

                // All but one setting, so that nothing leaves this machine if another one is planted.
                Outcome c3 = process()
                        .classPath(directory)
                        .variable("SEATPORT_C3_CLIENT_ID", "client")
                        .variable("SEATPORT_C3_CLIENT_SECRET", "secret")
                        .variable("SEATPORT_C3_RESOURCE", "resource")
                        .run("customers", "--vendor", "c3")
                        .refused(2);
                Outcome avePoint = process()
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
    class TheLog {
        @Test
        void goesToTheStandardErrorAndHoldsNoSecret() throws IOException, InterruptedException {
            try (FakeVendors vendors = FakeVendors.start()) {
                vendors.customers(
                        "{\"id\":\"a\",\"organization\":\"CANARY-name\",\"new\\u001b[31m\\nfield\":1,\"jobStatus\":99}",
                        "{\"id\":\"a\",\"organization\":\"CANARY-name\"}");

                Outcome outcome = process().settings(vendors.settings()).run("customers", "-v", "--format", "json");

                assertThat(outcome.out()).startsWith("[").contains("CANARY-name");
                assertThat(outcome.err()).contains("dev.seatport").doesNotContain("CANARY", "Bearer", "\u001b");
            }
        }

        @Test
        void holdsNoSecretWhereThereIsTroubleEither() throws IOException, InterruptedException {
            try (FakeVendors vendors = FakeVendors.start()) {
                vendors.answer(aResponse().withStatus(500).withBody("CANARY-body"));
                Outcome failed = process().settings(vendors.settings()).run("--verbose", "customers");
                vendors.token(aResponse().withStatus(400).withBody("{\"error\":\"CANARY-error\"}"));
                Outcome refused = process().settings(vendors.settings()).run("-v", "customers");

                assertThat(failed.code()).isEqualTo(3);
                assertThat(refused.code()).isEqualTo(3);
                assertThat(failed.out() + refused.out()).isEmpty();
                assertThat(failed.err() + refused.err()).doesNotContain("CANARY");
            }
        }

        @Test
        void isSilentUnlessAskedFor() throws IOException, InterruptedException {
            try (FakeVendors vendors = FakeVendors.start()) {
                vendors.customers("{\"id\":\"a\",\"newField\":1}");

                assertThat(process()
                                .settings(vendors.settings())
                                .run("customers")
                                .fine()
                                .err())
                        .isEmpty();
            }
        }
    }

    @Nested
    class Settings {
        @Test
        void arriveUnchangedFromARealEnvironmentAndARealCommandLine() throws IOException, InterruptedException {
            String strange = "p$s ${HOME} \\n,#=;%'\"ä密🔑 ";
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

    @Nested
    class ALargeListing {
        @Test
        void needsLittleMemory() throws IOException, InterruptedException {
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(50_000))) {
                for (String format : List.of("json", "csv")) {
                    Path out = directory.resolve("customers." + format);

                    Outcome outcome = process()
                            .java("-Xmx24m")
                            .settings(SandboxSettings.of(sandbox))
                            .out(out)
                            .run("customers", "--format", format)
                            .fine();

                    assertThat(outcome.err()).isEmpty();
                    try (Stream<String> lines = Files.lines(out)) {
                        assertThat(lines.filter(line -> line.contains("avepoint"))
                                        .count())
                                .isEqualTo(50_000);
                    }
                }
            }
        }
    }
}
