package dev.seatport.demo.cli;

import dev.seatport.domain.review.Severity;
import dev.seatport.reports.review.BaselineException;
import dev.seatport.reports.review.ReviewBaseline;
import dev.seatport.reports.review.ReviewOutputHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options {@code --baseline} and {@code --fail-on} of a review. */
final class BaselineOption {
    private static final String NEW = "new-";

    private final OptionSpec baseline = OptionSpec.builder("--baseline")
            .type(Path.class)
            .paramLabel("FILE")
            .description(
                    "compare the findings with FILE, an earlier result of --format json: new, still open, resolved")
            .build();

    private final OptionSpec failOn = OptionSpec.builder("--fail-on")
            .type(String.class)
            .paramLabel("SEVERITY")
            .description("exit with 1 if a finding has at least this severity: info, warning or critical; with"
                    + " --baseline also new-info, new-warning or new-critical, for new findings only")
            .build();

    /**
     * The severity of {@code --fail-on}.
     *
     * @param onlyNew whether only new findings count
     */
    record FailThreshold(Severity severity, boolean onlyNew) {
        private static Stream<FailThreshold> all() {
            return Stream.of(false, true)
                    .flatMap(onlyNew ->
                            Arrays.stream(Severity.values()).map(severity -> new FailThreshold(severity, onlyNew)));
        }

        /** Returns the value of the option. */
        String text() {
            return (onlyNew ? NEW : "") + severity.name().toLowerCase(Locale.ROOT);
        }

        boolean reachedBy(Optional<Severity> worst) {
            return worst.filter(one -> one.compareTo(severity) >= 0).isPresent();
        }
    }

    List<ArgSpec> options() {
        return List.of(failOn, baseline);
    }

    /**
     * Returns the severity of {@code --fail-on}; empty without the option.
     *
     * @throws UsageException if the value is not allowed, or is about new findings without {@code --baseline}
     */
    Optional<FailThreshold> failOn() {
        String text = failOn.getValue();
        if (text == null) {
            return Optional.empty();
        }
        FailThreshold threshold = FailThreshold.all()
                .filter(one -> one.text().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException("--fail-on '" + text + "' is no severity; allowed values: "
                        + FailThreshold.all().map(FailThreshold::text).collect(Collectors.joining(", "))));
        if (threshold.onlyNew() && baseline.getValue() == null) {
            throw new UsageException("--fail-on " + threshold.text() + " needs --baseline FILE");
        }
        return Optional.of(threshold);
    }

    /**
     * Checks that {@code --baseline} names a file.
     *
     * @throws UsageException if there is no such file
     */
    void requireFile() {
        Path file = baseline.getValue();
        if (file != null && !Files.isRegularFile(file)) {
            throw unusable(file, Files.exists(file) ? "is not a file" : "does not exist");
        }
    }

    /**
     * Reads the file of {@code --baseline}.
     *
     * @return {@code null} without the option
     * @throws UsageException if the file cannot be read, is no result of a review in JSON, or is of another account
     */
    @Nullable
    ReviewBaseline read(ReviewOutputHeader review) {
        Path file = baseline.getValue();
        if (file == null) {
            return null;
        }
        requireFile();
        try (InputStream in = Files.newInputStream(file)) {
            ReviewBaseline read = ReviewBaseline.read(in);
            read.requireComparable(review);
            return read;
        } catch (BaselineException e) {
            throw unusable(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw unusable(file, "cannot be read");
        }
    }

    private static UsageException unusable(Path file, String reason) {
        return new UsageException("--baseline " + file + " " + reason
                + "; allowed values: a result of 'seatport review --format json' of the same accounts");
    }
}
