package dev.seatport.demo.cli;

import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code seatport review}. */
final class ReviewOptions {
    /** Long enough for a rerun in the same night, too short for the next night. */
    private static final Duration RESUME_WITHIN = Duration.ofHours(12);

    private static final Duration LONGEST_RESUME = Duration.ofDays(366);

    private final OptionSpec policy = OptionSpec.builder("--policy")
            .type(Path.class)
            .paramLabel("FILE")
            .description("what is worth telling, in YAML or as properties (see docs/review-policy.md)")
            .build();

    private final OptionSpec failOn = OptionSpec.builder("--fail-on")
            .type(Severity.class)
            .paramLabel("SEVERITY")
            .description("exit with 1 if there is a finding as bad as this: info, warning or critical")
            .build();

    private final OptionSpec only = OptionSpec.builder("--only")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .initialValue(List.of())
            .splitRegex(",")
            .paramLabel("KIND")
            .description("tell only findings of these kinds, such as backup-shortfall,over-assigned-licenses")
            .build();

    private final OptionSpec customers = OptionSpec.builder("--customer")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .initialValue(List.of())
            .paramLabel("ID")
            .description("review only this customer of the seat vendor; may be given several times")
            .build();

    private final OptionSpec resume = OptionSpec.builder("--resume")
            .type(Path.class)
            .paramLabel("FILE")
            .description(
                    "keep in this file what was read, and go on from it after an interruption or for what was missing")
            .build();

    private final OptionSpec resumeWithin = OptionSpec.builder("--resume-within")
            .type(String.class)
            .paramLabel("DURATION")
            .description(
                    "read customers again whose reading in the file of --resume is older; PT0S to P366D (default: PT12H)")
            .build();

    List<ArgSpec> specs() {
        return List.of(policy, failOn, only, customers, resume, resumeWithin);
    }

    Optional<Path> policy() {
        return Optional.ofNullable(policy.getValue());
    }

    Optional<Severity> failOn() {
        return Optional.ofNullable(failOn.getValue());
    }

    Optional<Path> resume() {
        return Optional.ofNullable(resume.getValue());
    }

    /** How old a reading may be that is not made again. */
    Duration resumeWithin() {
        String text = resumeWithin.getValue();
        if (text == null) {
            return RESUME_WITHIN;
        }
        if (resume().isEmpty()) {
            throw new UsageException("--resume-within needs --resume FILE");
        }
        try {
            Duration within = Duration.parse(text.strip());
            if (!within.isNegative() && within.compareTo(LONGEST_RESUME) <= 0) {
                return within;
            }
        } catch (DateTimeParseException e) {
            throw notWithin(text);
        }
        throw notWithin(text);
    }

    private static UsageException notWithin(String text) {
        return new UsageException("--resume-within '" + text
                + "' is no age of a reading; legal: an ISO-8601 duration from PT0S to P366D");
    }

    List<String> customers() {
        List<String> named = customers.getValue();
        named.forEach(VendorName::requireCustomer);
        return named;
    }

    /** The names of the kinds that are told; empty for all. */
    Set<String> only() {
        return only.<List<String>>getValue().stream()
                .map(ReviewOptions::kind)
                .map(FindingKind::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static FindingKind kind(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(FindingKind.values())
                .filter(kind -> kind.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UsageException("no kind of finding is called '" + name + "'; legal: "
                        + Arrays.stream(FindingKind.values())
                                .map(kind ->
                                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "))));
    }
}
