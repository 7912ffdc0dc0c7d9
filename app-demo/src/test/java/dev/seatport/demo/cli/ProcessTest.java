package dev.seatport.demo.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behaviour that is visible only outside the process. */
@Tag("slow")
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

    @Nested
    class TheStandardOutput {
        @Test
        void whoseReaderEndsFirstEndsTheCommandSilently() throws IOException, InterruptedException {
            Path code = directory.resolve("code");
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(2_000))) {
                CommandResult result = process()
                        .settings(SandboxedShell.settings(sandbox))
                        .outReadOnce(code)
                        .run("customers", "--format", "ndjson");

                assertThat(result.out().lines()).hasSize(1);
                assertThat(result.err()).isEmpty();
                assertThat(Files.readString(code)).isEqualTo("141\n");
            }
        }

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
        void needsATemporaryFolderForAReview() throws IOException, InterruptedException {
            Path file = Files.createFile(directory.resolve("file"));

            assertThat(process()
                            .java("-Djava.io.tmpdir=" + file.resolve("nowhere"))
                            .run("demo", "--customers", "3", "--format", "json")
                            .refused(5)
                            .err())
                    .contains("temporary folder cannot be written");
        }

        @Test
        void mayBeAPipeWithAFileName() throws IOException, InterruptedException {
            assumeTrue(Files.exists(Path.of("/dev/stdout")));

            assertThat(process()
                            .outPiped()
                            .run("products", "--format", "json", "--output", "/dev/stdout")
                            .json())
                    .hasSize(22);
        }

        @Test
        void isUtf8InEveryLocale() throws IOException, InterruptedException {
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
        void hasNoColoursWithoutATerminal() throws IOException, InterruptedException {
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
                vendors.respond(403, "{}");

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
    class TheLog {
        @Test
        void goesToStandardErrorAndContainsNoSecret() throws IOException, InterruptedException {
            try (FakeVendors vendors = FakeVendors.start()) {
                vendors.customers(
                        "{\"id\":\"a\",\"organization\":\"CANARY-name\",\"new\\u001b[31m\\nfield\":1,\"jobStatus\":99}",
                        "{\"id\":\"a\",\"organization\":\"CANARY-name\"}");

                CommandResult commandResult =
                        process().settings(vendors.settings()).run("customers", "-v", "--format", "json");

                assertThat(commandResult.out()).startsWith("[").contains("CANARY-name");
                assertThat(commandResult.err()).contains("dev.seatport").doesNotContain("CANARY", "Bearer", "\u001b");
            }
        }

        @Test
        void containsNoSecretAfterAFailure() throws IOException, InterruptedException {
            try (FakeVendors vendors = FakeVendors.start()) {
                vendors.respond(aResponse().withStatus(500).withBody("CANARY-body"));
                CommandResult failed = process().settings(vendors.settings()).run("--verbose", "customers");
                vendors.token(aResponse().withStatus(400).withBody("{\"error\":\"CANARY-error\"}"));
                CommandResult refused = process().settings(vendors.settings()).run("customers", "--verbose=true");

                assertThat(failed.code()).isEqualTo(3);
                assertThat(refused.code()).isEqualTo(3);
                assertThat(failed.out() + refused.out()).isEmpty();
                assertThat(failed.err() + refused.err()).doesNotContain("CANARY");
            }
        }

        @Test
        void isOffByDefault() throws IOException, InterruptedException {
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
    class ALargeListing {
        @Test
        void needsLittleMemory() throws IOException, InterruptedException {
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(50_000))) {
                for (String format : List.of("json", "csv")) {
                    Path out = directory.resolve("customers." + format);

                    CommandResult commandResult = process()
                            .java("-Xmx24m")
                            .settings(SandboxedShell.settings(sandbox))
                            .out(out)
                            .run("customers", "--format", format)
                            .fine();

                    assertThat(commandResult.err()).isEmpty();
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
