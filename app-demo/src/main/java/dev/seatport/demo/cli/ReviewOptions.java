package dev.seatport.demo.cli;

import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.Severity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code seatport review}. */
final class ReviewOptions {
    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "what is worth telling, in YAML or as properties (see docs/review-policy.md)")
    private @Nullable Path policy;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "exit with 1 if there is a finding as bad as this: info, warning or critical")
    private @Nullable Severity failOn;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "KIND",
            description = "tell only findings of these kinds, such as backup-shortfall,over-assigned-licenses")
    private List<String> only = List.of();

    @Option(
            names = "--customer",
            paramLabel = "ID",
            description = "review only this customer of the seat vendor; may be given several times")
    private List<String> customers = List.of();

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description =
                    "keep in this file what was read, and go on from it after an interruption or for what was missing")
    private @Nullable Path resume;

    Optional<Path> policy() {
        return Optional.ofNullable(policy);
    }

    Optional<Severity> failOn() {
        return Optional.ofNullable(failOn);
    }

    Optional<Path> resume() {
        return Optional.ofNullable(resume);
    }

    List<String> customers() {
        customers.forEach(VendorName::requireCustomer);
        return customers;
    }

    /** The names of the kinds that are told; empty for all. */
    Set<String> only() {
        return only.stream()
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
