package dev.seatport.demo.cli;

import dev.seatport.demo.cli.BaselineOption.FailThreshold;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.demo.wiring.SeatportComponent;
import dev.seatport.demo.wiring.VendorRegistry;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Severity;
import dev.seatport.ports.listing.BlockingRows;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewedCustomerLookup;
import dev.seatport.reports.format.ReviewFormat;
import dev.seatport.reports.format.ReviewOutputOptions;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.policy.Policy;
import dev.seatport.reports.review.BaselineException;
import dev.seatport.reports.review.CheckpointException;
import dev.seatport.reports.review.ComparedReviewWriter;
import dev.seatport.reports.review.PricedReviewWriter;
import dev.seatport.reports.review.ReviewBaseline;
import dev.seatport.reports.review.ReviewCheckpointFile;
import dev.seatport.reports.review.ReviewEventProcessor;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewSummary.ExclusionView;
import dev.seatport.reports.review.ReviewSummary.GapCause;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a review, writes its result, and prints its completeness on stderr. */
final class ReviewCommand {
    private static final int MAX_CAUSES = 20;

    private final CommandContext context;
    private final CommandEnvironment environment;
    private final ReviewOptions options;
    private final ReviewOutputOptions layout;
    private final SeatportComponent component;
    private final VendorRegistry vendorRegistry;

    ReviewCommand(CommandContext context, ReviewOptions options, SeatportComponent component) {
        this.context = context;
        this.environment = context.environment();
        this.options = options;
        this.layout = options.output(context);
        this.component = component;
        this.vendorRegistry = component.vendors();
    }

    static CommandSpec review(CommandContext context) {
        ReviewOptions options = new ReviewOptions();
        return context.command(
                () -> {
                    options.requireUsable(context);
                    return new VendorCommandRunner(context)
                            .run(component -> new ReviewCommand(context, options, component).run());
                },
                options.options().toArray(ArgSpec[]::new));
    }

    int run() throws Exception {
        Duration maxAge = options.resumeWithin();
        Policy policy = options.policy(vendorRegistry);
        options.requirePrices(policy);
        // Before the file of --resume is opened, because its header names the customers.
        List<CustomerId> customers = options.customers(context, vendorRegistry);
        Path file = options.resume().orElse(null);
        if (file == null) {
            return write(policy, customers, null);
        }
        Instant now = Instant.now();
        ReviewCheckpointFile opened = ReviewCheckpointFile.open(
                file,
                new ReviewCheckpointFile.ReuseCriteria(
                        options.fingerprint(vendorRegistry, policy, customers),
                        policy.review().exclusions().size(),
                        now.minus(maxAge),
                        now));
        try (ReviewCheckpointFile reviewCheckpointFile = opened) {
            reviewCheckpointFile.remarks().forEach(environment::printMessage);
            if (reviewCheckpointFile.size() > 0) {
                environment.printMessage("resuming with " + reviewCheckpointFile.size()
                        + " customers from an earlier run; the first of them was read at "
                        + reviewCheckpointFile.oldest());
            }
            return write(policy, customers, reviewCheckpointFile);
        } catch (CheckpointException e) {
            // The checkpoint file could be opened, so a write to it failed.
            throw new OutputException(String.valueOf(e.getMessage()));
        }
    }

    private int write(Policy policy, List<CustomerId> customers, @Nullable ReviewCheckpointFile reviewCheckpointFile)
            throws Exception {
        ReviewedCustomerLookup reviewCheckpoint =
                reviewCheckpointFile == null ? ReviewedCustomerLookup.none() : reviewCheckpointFile;
        Flow.Publisher<ReviewEvent> events =
                component.review().review(options.request(vendorRegistry, policy, customers, reviewCheckpoint));
        ReviewOutputHeader head = header(policy);
        ReviewBaseline baseline = options.baseline(head);
        try (Output out = context.openOutput();
                ReviewWriter writer = context.reviewFormat().writer(head, out.writer(), layout);
                ReviewWriter pages = pages(head);
                ReviewProgressBar bar = ReviewProgressBar.of(context);
                InterruptMessage interrupt =
                        new InterruptMessage(environment, () -> interrupted(reviewCheckpointFile))) {
            interrupt.arm();
            ReviewWriter priced = policy.prices().isEmpty() ? writer : new PricedReviewWriter(writer, policy.prices());
            ComparedReviewWriter compared = baseline == null
                    ? null
                    : compared(priced, baseline, head, policy.review().exclusions());
            ReviewWriter result = compared == null ? priced : compared;
            ReviewEventProcessor processor = new ReviewEventProcessor(
                    // Prices are for the partner, so pages of customers are written without them.
                    pages == null ? result : result.andThen(pages),
                    policy.review(),
                    options.only(),
                    reviewCheckpointFile,
                    bar);
            ReviewSummary summary = read(events, processor, out);
            out.complete();
            printCompleteness(summary);
            if (compared != null) {
                environment.printMessage(compared.comparison().text());
            }
            if (reviewCheckpointFile != null && summary.whole()) {
                reviewCheckpointFile.finish();
            }
            return exitCode(
                    summary,
                    processor.worst(),
                    compared == null ? Optional.empty() : compared.worstNew(),
                    compared == null ? Map.of() : compared.comparison().newSeverities());
        }
    }

    private String interrupted(@Nullable ReviewCheckpointFile kept) {
        if (kept != null) {
            int count = kept.kept();
            return "interrupted; " + count + (count == 1 ? " customer" : " customers") + " kept in "
                    + options.resume().orElseThrow() + ", run the same command again";
        }
        return options.isResumable()
                ? "interrupted; nothing was kept (--resume FILE keeps complete customers for the next run)"
                : "interrupted";
    }

    /** Returns the writer of the pages for customers; {@code null} without {@code --per-customer}. */
    private @Nullable ReviewWriter pages(ReviewOutputHeader head) throws OutputException {
        Path folder = options.perCustomer().orElse(null);
        return folder == null ? null : ReviewFormat.customerPages(head, folder);
    }

    private static ReviewSummary read(Flow.Publisher<ReviewEvent> events, ReviewEventProcessor processor, Output out)
            throws OutputException, CheckpointException, InterruptedException {
        try (BlockingRows<ReviewEvent> blockingRows = BlockingRows.of(events)) {
            Optional<ReviewEvent> next = blockingRows.next();
            while (next.isPresent()) {
                processor.accept(next.get());
                next = blockingRows.next();
            }
            return processor.end(LocalDate.now(ZoneId.systemDefault()));
        } catch (CheckpointException | OutputException e) {
            throw e;
        } catch (IOException e) {
            throw out.unwritable();
        }
    }

    /** Prints gaps, expired exclusions and the completeness line on stderr, unless the terminal shows them in the table. */
    private void printCompleteness(ReviewSummary summary) {
        if (!context.writesToTerminal() || context.reviewFormat() != ReviewFormat.TABLE) {
            summary.causes().stream().limit(MAX_CAUSES).map(GapCause::text).forEach(environment::printMessage);
            if (summary.causes().size() > MAX_CAUSES) {
                environment.printMessage("other data is also missing; the result lists every gap");
            }
            summary.exclusions().stream()
                    .filter(exclusion -> !exclusion.inForce())
                    .map(ReviewCommand::expired)
                    .forEach(environment::printMessage);
            summary.unseen().forEach(entry -> environment.printMessage(entry.text()));
            environment.printMessage(summary.text());
        } else if (!layout.allCustomers()) {
            environment.printMessage("--all lists every customer and every finding");
        }
        options.resume()
                .filter(file -> !summary.whole())
                .ifPresent(file -> environment.printMessage("run the same command again with --resume " + file
                        + "; it reads only the customers with missing data"));
    }

    private static String expired(ExclusionView exclusion) {
        String sku = exclusion.skuId() == null ? "" : " and SKU " + exclusion.skuId();
        return "the exclusion of " + exclusion.label() + sku + " (" + exclusion.reason() + ") expired on "
                + exclusion.until() + "; its findings are reported again";
    }

    /** Returns the exit code. Gaps take precedence over findings, because a gap may hide a worse finding. */
    private int exitCode(
            ReviewSummary summary,
            Optional<Severity> worst,
            Optional<Severity> worstNew,
            Map<String, Long> newSeverities) {
        Optional<FailThreshold> reached =
                options.failOn().filter(threshold -> threshold.reachedBy(threshold.onlyNew() ? worstNew : worst));
        reached.ifPresent(threshold -> environment.printMessage(
                failing(threshold.onlyNew() ? newSeverities : summary.totals().severities(), threshold)));
        if (!summary.whole()) {
            return ExitCode.INCOMPLETE;
        }
        return reached.isPresent() ? ExitCode.FINDINGS : ExitCode.SUCCESS;
    }

    /** Returns a line such as {@code 4 critical and 2 warning findings (--fail-on warning)}. */
    private static String failing(Map<String, Long> severities, FailThreshold threshold) {
        String counts = Arrays.stream(Severity.values())
                .filter(severity ->
                        severity.compareTo(threshold.severity()) >= 0 && severities.containsKey(severity.name()))
                .sorted(Comparator.reverseOrder())
                .map(severity ->
                        severities.get(severity.name()) + " " + severity.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
        boolean isOne = counts.startsWith("1 ") && !counts.contains(" and ");
        return counts + (threshold.onlyNew() ? " new" : "") + (isOne ? " finding" : " findings") + " (--fail-on "
                + threshold.text() + ")";
    }

    private static ComparedReviewWriter compared(
            ReviewWriter writer, ReviewBaseline baseline, ReviewOutputHeader head, List<Exclusion> exclusions)
            throws BaselineException {
        return new ComparedReviewWriter(writer, baseline, head, exclusions, LocalDate.now(ZoneId.systemDefault()));
    }

    private ReviewOutputHeader header(Policy policy) {
        return new ReviewOutputHeader(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                HelpText.version(),
                vendorRegistry.seats().name(),
                vendorRegistry.licensesOfReview().map(VendorPlugin::name).orElse(null),
                options.only(),
                options.customers(),
                vendorRegistry.plugins().stream()
                        .collect(Collectors.toMap(VendorPlugin::name, VendorPlugin::displayName)),
                options.reviewFingerprint(vendorRegistry, policy));
    }
}
