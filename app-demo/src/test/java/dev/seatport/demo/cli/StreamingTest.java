package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.seatport.sandbox.Sandbox;
import dev.seatport.sandbox.SandboxOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are written as they arrive, and no thread or request outlives a command. */
class StreamingTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Nested
    class AListing {
        @ParameterizedTest
        @ValueSource(strings = {"json", "csv"})
        void isWrittenWhileItIsRead(String format) {
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(3_000))) {
                FirstWrite sink = new FirstWrite(sandbox);

                assertThat(SandboxedShell.of(sandbox)
                                .runInto(sink, "customers", "--format", format)
                                .code())
                        .isEqualTo(0);

                // 30 pages of 100 rows.
                assertThat(sink.requestsBefore).isBetween(2, 15);
                assertThat(sandbox.requests()).hasSizeGreaterThan(30);
            }
        }

        @Test
        void isCancelledIfItsOutputIsClosed() {
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(20_000))) {
                CommandResult commandResult =
                        SandboxedShell.of(sandbox).runInto(new ClosedPipe(), "customers", "--format", "json");

                assertThat(commandResult.code()).isEqualTo(5);
                assertThat(sandbox.requests()).hasSizeLessThan(100);
            }
        }
    }

    @Nested
    class AStalledVendor {
        @Test
        void doesNotBlockACommandWithAClosedOutput() throws IOException {
            try (StallingVendor vendor = StallingVendor.start()) {
                CommandResult commandResult = assertTimeoutPreemptively(
                        TIMEOUT,
                        () -> InProcessShell.with(vendor.settings())
                                .runInto(new ClosedPipe(), "customers", "--format", "json"));

                assertThat(commandResult.code()).isEqualTo(5);
                assertThat(commandResult.errLines()).hasSize(1);
            }
        }

        @Test
        void leavesTheRowsBeforeTheStallAndNoThread() throws IOException, InterruptedException {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            Set<Thread> left;
            try (StallingVendor vendor = StallingVendor.start()) {
                CommandResult commandResult = assertTimeoutPreemptively(
                        TIMEOUT,
                        () -> InProcessShell.with(vendor.settings())
                                .property("seatport.avepoint.request-timeout", "PT0.5S")
                                .run("customers", "--format", "json"));

                assertThat(commandResult.code()).isEqualTo(4);
                assertThat(commandResult.json()).hasSize(100);
                assertThat(commandResult.err()).contains("TIMED_OUT");
                left = new HashSet<>(Thread.getAllStackTraces().keySet());
            }
            left.removeAll(before);
            left.removeIf(thread -> !thread.getName().startsWith("vert"));
            for (Thread thread : left) {
                thread.join(TIMEOUT.toMillis());
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }

        @Test
        void doesNotBlockAnInterruptedCommand() throws IOException, InterruptedException {
            try (StallingVendor vendor = StallingVendor.start()) {
                CommandResult[] commandResult = new CommandResult[1];
                Thread command = new Thread(() -> commandResult[0] =
                        InProcessShell.with(vendor.settings()).run("customer", "x"));
                command.start();
                vendor.awaitStall();

                command.interrupt();
                command.join(TIMEOUT.toMillis());

                assertThat(command.isAlive()).isFalse();
                assertThat(commandResult[0].code()).isEqualTo(130);
                assertThat(commandResult[0].err()).isEmpty();
            }
        }

        @Test
        void doesNotBlockAnInterruptedListing() throws IOException, InterruptedException {
            try (StallingVendor vendor = StallingVendor.start()) {
                CommandResult[] commandResult = new CommandResult[1];
                Thread command = new Thread(() -> commandResult[0] =
                        InProcessShell.with(vendor.settings()).run("customers", "--format", "json"));
                command.start();
                vendor.awaitStall();

                command.interrupt();
                command.join(TIMEOUT.toMillis());

                assertThat(command.isAlive()).isFalse();
                assertThat(commandResult[0].code()).isEqualTo(130);
            }
        }
    }

    /** Records the number of requests before the first write. */
    private static final class FirstWrite extends OutputStream {
        private final Sandbox sandbox;
        private int requestsBefore;

        private FirstWrite(Sandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public void write(int b) {
            if (requestsBefore == 0) {
                requestsBefore = sandbox.requests().size();
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            write(0);
        }
    }

    /** Fails after some bytes, as {@code | head} does. */
    private static final class ClosedPipe extends OutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

        @Override
        public void write(int b) throws IOException {
            taken.write(b);
            if (taken.size() > 1_000) {
                throw new IOException("Broken pipe");
            }
        }
    }
}
