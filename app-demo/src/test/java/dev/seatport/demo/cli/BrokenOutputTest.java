package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes and messages if the standard output is broken or an internal error occurs. */
class BrokenOutputTest {
    private static FakeVendors vendors;

    @BeforeAll
    static void start() {
        vendors = FakeVendors.start();
    }

    @BeforeEach
    void reset() {
        vendors.reset();
    }

    @AfterAll
    static void stop() {
        vendors.close();
    }

    private static InProcessShell shell() {
        return InProcessShell.with(vendors.settings());
    }

    @Nested
    class AFullStandardOutput {
        @ParameterizedTest
        @ValueSource(strings = {"table", "json", "csv"})
        void endsACommand(String format) {
            vendors.customers(FakeVendors.customer("a", "A"));

            for (String[] arguments : new String[][] {
                {"customers", "--format", format}, {"products", "--format", format}, {"report", "--format", format}
            }) {
                CommandResult commandResult = shell().runInto(new Full(), arguments);
                assertThat(commandResult.code()).isEqualTo(5);
                assertThat(commandResult.errLines()).hasSize(1);
                assertThat(commandResult.err()).contains("standard output cannot be written");
            }
        }

        @Test
        void endsAHelpAndAVersion() {
            assertThat(shell().runInto(new Full(), "--help").code()).isEqualTo(5);
            assertThat(shell().runInto(new Full(), "customers", "--version").code())
                    .isEqualTo(5);
        }

        @Test
        void endsTheSandbox() {
            assertThat(InProcessShell.bare().runInto(new Full(), "sandbox").code())
                    .isEqualTo(5);
        }
    }

    @Nested
    class AStandardOutputWhoseReaderEnded {
        @Test
        void endsACommandSilentlyWithTheCodeOfSigpipe() {
            vendors.customers(FakeVendors.customer("a", "A"));

            for (String[] arguments :
                    new String[][] {{"customers"}, {"products", "--format", "csv"}, {"--help"}, {"report"}}) {
                CommandResult result = shell().runInto(new StandardOutput(new Closed()), arguments);

                assertThat(result.code()).isEqualTo(141);
                assertThat(result.err()).isEmpty();
            }
        }
    }

    @Nested
    class AnInternalError {
        @Test
        void isReportedInOneLineWithoutTheMessageOfItsException() {
            OutputStream buggy = new OutputStream() {
                @Override
                public void write(int b) {
                    throw new IllegalStateException("CANARY");
                }
            };

            CommandResult commandResult = shell().runInto(buggy, "products");

            assertThat(commandResult.code()).isEqualTo(70);
            assertThat(commandResult.errLines()).hasSize(1);
            assertThat(commandResult.err())
                    .contains(
                            "internal error; please report it with the output of -v: java.lang.IllegalStateException at ")
                    .doesNotContain("CANARY");
        }

        @Test
        void mayBeAnErrorOfTheVirtualMachine() {
            OutputStream buggy = new OutputStream() {
                @Override
                public void write(int b) {
                    throw new StackOverflowError("CANARY");
                }
            };

            CommandResult commandResult = shell().runInto(buggy, "products");

            assertThat(commandResult.code()).isEqualTo(70);
            assertThat(commandResult.err())
                    .contains("java.lang.StackOverflowError")
                    .doesNotContain("CANARY");
        }
    }

    /** Output stream to a pipe without a reader. */
    private static final class Closed extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    /** Output stream on a full disk. */
    private static final class Full extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("CANARY");
        }
    }
}
