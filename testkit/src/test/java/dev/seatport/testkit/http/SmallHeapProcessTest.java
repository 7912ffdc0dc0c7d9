package dev.seatport.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallHeapProcessTest {
    private static final long LARGEST_HEAP_BYTES = 64L * 1024 * 1024;

    @TempDir
    private Path folder = Path.of("");

    /** Prints its maximum heap size and its arguments. Fails without arguments. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            if (arguments.length == 0) {
                throw new IllegalArgumentException("no arguments");
            }
            System.out.println(Runtime.getRuntime().maxMemory());
            System.out.println(String.join(" ", arguments));
        }
    }

    @Test
    void returnsThePrintedLinesOfAProcessWithASmallHeap() throws Exception {
        List<String> printed = SmallHeapProcess.run(folder, Program.class, List.of("one", "two"));

        assertThat(printed).hasSize(2);
        assertThat(Long.parseLong(printed.get(0))).isLessThanOrEqualTo(LARGEST_HEAP_BYTES);
        assertThat(printed.get(1)).isEqualTo("one two");
    }

    @Test
    void failsTheTestIfTheProcessFails() {
        assertThatThrownBy(() -> SmallHeapProcess.run(folder, Program.class, List.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no arguments");
    }
}
