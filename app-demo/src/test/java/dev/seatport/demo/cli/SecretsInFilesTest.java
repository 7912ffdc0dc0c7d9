package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secret files and the other files of settings. */
class SecretsInFilesTest {
    @TempDir
    Path directory;

    private Sandbox sandbox;
    private InProcessShell inProcessShell;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(2));
        inProcessShell =
                InProcessShell.with(SandboxedShell.settings(sandbox)).without("seatport.avepoint.client-secret");
    }

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("secret"), content);
    }

    @Test
    void areReadWithoutTheLastLineEnd() throws IOException {
        Path secret = file(sandbox.avePointClientSecret() + "\n");
        inProcessShell
                .property("seatport.avepoint.client-secret-file", secret.toString())
                .run("customers")
                .fine();
    }

    @Test
    void areRejectedTogetherWithTheSecretItself() throws IOException {
        Path secret = file("canary");
        CommandResult commandResult = inProcessShell
                .property("seatport.avepoint.client-secret", "canary")
                .property("seatport.avepoint.client-secret-file", secret.toString())
                .run("customers")
                .refused(2);
        assertThat(commandResult.err())
                .contains("seatport.avepoint.client-secret-file")
                .doesNotContain("canary");
    }

    @Test
    void areReportedIfTheyAreEmptyOrMissing() throws IOException {
        for (Path secret : new Path[] {file("\n"), directory.resolve("missing")}) {
            CommandResult commandResult = inProcessShell
                    .property("seatport.avepoint.client-secret-file", secret.toString())
                    .run("customers")
                    .refused(2);
            assertThat(commandResult.err()).contains("seatport.avepoint.client-secret-file names a");
        }
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void withoutACertificateAreReported() throws IOException {
        CommandResult commandResult = inProcessShell
                .property(
                        "seatport.avepoint.certificate", file("no certificate").toString())
                .run("customers")
                .refused(2);
        assertThat(commandResult.err()).contains("seatport.avepoint.certificate: the certificate file");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void withoutAuthoritiesAreReported() throws IOException {
        CommandResult commandResult = inProcessShell
                .property("seatport.avepoint.client-secret", sandbox.avePointClientSecret())
                .property("seatport.ca-file", file("no certificate").toString())
                .run("customers")
                .refused(2);
        assertThat(commandResult.err()).contains("seatport.ca-file: the CA file");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void mayNameAProxyUrlWithALoginThatTheLoopbackHostBypasses() {
        CommandResult commandResult = inProcessShell
                .property("seatport.proxy", "http://canary:canary@127.0.0.1:1")
                .property("seatport.avepoint.client-secret", sandbox.avePointClientSecret())
                .run("customers");
        assertThat(commandResult.code()).as(commandResult.err()).isZero();
        assertThat(commandResult.out() + commandResult.err()).doesNotContain("canary");
    }

    @Test
    void rejectAnInvalidProxy() {
        for (String proxy : new String[] {
            "proxy",
            "proxy:0",
            ":8080",
            "proxy:http",
            "https://canary:3128",
            "socks5://canary:1080",
            "http://canary@proxy:3128",
            "http://user:canary/@proxy:3128",
            "http://user:canary%zz@proxy:3128",
            "http://proxy:3128/canary"
        }) {
            CommandResult commandResult = inProcessShell
                    .property("seatport.proxy", proxy)
                    .property("seatport.avepoint.client-secret", "s")
                    .run("customers")
                    .refused(2);
            assertThat(commandResult.err())
                    .contains(
                            "seatport.proxy ",
                            "; allowed values: host:port of an HTTP proxy, or http://user:password@host:port")
                    .doesNotContain("canary");
        }
        assertThat(sandbox.requests()).isEmpty();
    }
}
