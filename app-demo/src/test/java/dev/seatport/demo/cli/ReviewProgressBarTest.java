package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.seat.Quantity;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The progress bar always takes one line of the terminal. */
@Timeout(60)
class ReviewProgressBarTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final CommandEnvironment environment = new CommandEnvironment(
            Map.of(),
            Map.of(),
            OutputStream.nullOutputStream(),
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            true);

    private List<String> drawn() {
        return List.of(printed.toString(StandardCharsets.UTF_8).split("\r", -1));
    }

    private void draw(Quantity customers, int columns) {
        try (ReviewProgressBar bar = new ReviewProgressBar(environment, true, () -> columns)) {
            bar.onStart(customers);
            bar.onProgress(12_345);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 20, 40, 79, 80, 81, 100, 101, 300})
    void leavesTheLastColumnOfTheTerminalFree(int columns) {
        draw(Quantity.of(98_765), columns);

        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("\n");
        assertThat(drawn()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Math.max(1, columns - 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 100})
    void fitsWithoutAKnownTotal(int columns) {
        draw(Quantity.unreported(), columns);

        assertThat(drawn()).allSatisfy(line -> assertThat(line).hasSizeLessThan(columns));
    }

    @Test
    void showsTheNumberOfCustomersIn80Columns() {
        draw(Quantity.of(20_000), 80);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("reviewing")
                .contains("12345/20000 customers");
    }

    @Test
    void isClearedAtItsEnd() {
        draw(Quantity.of(20_000), 80);

        List<String> lines = drawn();
        assertThat(lines.get(lines.size() - 1)).isEmpty();
        assertThat(lines.get(lines.size() - 2)).isBlank().hasSize(79);
    }

    @Test
    void followsASmallerWindow() throws InterruptedException {
        CountDownLatch reads = new CountDownLatch(2);
        IntSupplier columns = () -> {
            reads.countDown();
            return reads.getCount() == 1 ? 80 : 40;
        };
        try (ReviewProgressBar bar = new ReviewProgressBar(environment, true, columns)) {
            bar.onStart(Quantity.of(1_000_000));
            // The library redraws a bar only after progress.
            for (long read = 1; !reads.await(50, TimeUnit.MILLISECONDS); read++) {
                bar.onProgress(read);
            }
        }

        assertThat(drawn().subList(2, drawn().size()))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(40));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "40 | 24 80 | 40",
                "200 | 24 80 | 80",
                "'' | 24 132 | 132",
                "'' | '' | 80",
                "'' | 0 0 | 80",
                "0 | '' | 80",
                "-5 | '' | 80",
                "wide | '' | 80",
                "99999999999 | 24 60 | 60",
                "120 | stty: no terminal | 120",
            },
            delimiter = '|')
    void takesTheSmallerOfTheVariableAndTheTerminalWidth(String variable, String size, int columns) {
        assertThat(TerminalInfo.columns(Map.of("COLUMNS", variable), size + (size.isEmpty() ? "" : "\n")))
                .isEqualTo(columns);
    }

    @Test
    void takes80WithoutTheVariable() {
        assertThat(TerminalInfo.columns(Map.of(), "")).isEqualTo(80);
    }
}
