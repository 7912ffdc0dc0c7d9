package dev.seatport.demo.cli;

import dev.seatport.demo.wiring.SeatportComponent;
import dev.seatport.demo.wiring.VendorRegistry;
import dev.seatport.ports.listing.BlockingRows;
import dev.seatport.ports.review.ReviewCheckpoint;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.policy.Policy;
import dev.seatport.reports.review.CheckpointException;
import dev.seatport.reports.review.ReviewCheckpointFile;
import dev.seatport.reports.review.ReviewHeader;
import dev.seatport.reports.review.ReviewReporter;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewSummary.ExclusionView;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a review, writes it, and prints on stderr how complete it is. */
final class ReviewCommand {
    private static final int MAX_GAPS = 20;

    private final CommandContext context;
    private final Console console;
    private final ReviewSetup setup;
    private final SeatportComponent component;
    private final VendorRegistry vendorRegistry;

    ReviewCommand(CommandContext context, ReviewSetup setup, SeatportComponent component) {
        this.context = context;
        this.console = context.console();
        this.setup = setup;
        this.component = component;
        this.vendorRegistry = component.vendors();
    }

    static CommandSpec review(CommandContext context) {
        ReviewSetup setup = new ReviewSetup();
        return context.command(
                () -> new CommandRunner(context).run(component -> new ReviewCommand(context, setup, component).run()),
                setup.options().toArray(ArgSpec[]::new));
    }

    int run() throws Exception {
        Duration within = setup.resumeWithin();
        Policy policy = setup.policy(vendorRegistry);
        Path file = setup.resume().orElse(null);
        if (file == null) {
            return write(policy, null);
        }
        Instant now = Instant.now();
        ReviewCheckpointFile opened = ReviewCheckpointFile.open(
                file,
                new ReviewCheckpointFile.ReviewTerms(
                        setup.identity(vendorRegistry, policy),
                        policy.review().exclusions().size(),
                        now.minus(within),
                        now));
        try (ReviewCheckpointFile reviewCheckpointFile = opened) {
            reviewCheckpointFile.remarks().forEach(console::say);
            if (reviewCheckpointFile.size() > 0) {
                console.say("going on with " + reviewCheckpointFile.size()
                        + " customers that were read before, the first of them at " + reviewCheckpointFile.oldest());
            }
            return write(policy, reviewCheckpointFile);
        } catch (CheckpointException e) {
            // The journal could be opened, so its place takes no more.
            throw new OutputException(String.valueOf(e.getMessage()));
        }
    }

    private int write(Policy policy, @Nullable ReviewCheckpointFile reviewCheckpointFile) throws Exception {
        ReviewCheckpoint reviewCheckpoint =
                reviewCheckpointFile == null ? ReviewCheckpoint.none() : reviewCheckpointFile;
        Flow.Publisher<ReviewEvent> events =
                component.review().review(setup.request(vendorRegistry, policy, reviewCheckpoint));
        try (Output out = context.openOutput();
                ReviewWriter writer =
                        context.reviewFormat().writer(head(), out.writer(), context.palette(), context.onTerminal());
                ReviewProgressBar bar = ReviewProgressBar.of(context)) {
            ReviewReporter result = new ReviewReporter(
                    writer,
                    policy.review().exclusions(),
                    setup.only(),
                    vendorRegistry.ofLicenses(),
                    reviewCheckpointFile,
                    bar);
            ReviewSummary certificate = read(events, result, out);
            out.complete();
            printCompleteness(certificate, result.gaps());
            if (reviewCheckpointFile != null && certificate.whole()) {
                reviewCheckpointFile.finish();
            }
            return code(certificate, result);
        }
    }

    private static ReviewSummary read(Flow.Publisher<ReviewEvent> events, ReviewReporter result, Output out)
            throws OutputException, CheckpointException, InterruptedException {
        try (BlockingRows<ReviewEvent> blockingRows = BlockingRows.of(events)) {
            Optional<ReviewEvent> next = blockingRows.next();
            while (next.isPresent()) {
                result.take(next.get());
                next = blockingRows.next();
            }
            return result.end(LocalDate.now(ZoneId.systemDefault()));
        } catch (CheckpointException e) {
            throw e;
        } catch (IOException e) {
            throw out.unwritable();
        }
    }

    /**
     * Prints gaps and expired exclusions on stderr.
     *
     * @param gaps the first gaps, a line each
     */
    private void printCompleteness(ReviewSummary certificate, List<String> gaps) {
        gaps.stream().limit(MAX_GAPS).forEach(console::say);
        if (gaps.size() > MAX_GAPS) {
            console.say("and more is missing; every gap is in the result");
        }
        certificate.exclusions().stream()
                .filter(exclusion -> !exclusion.inForce())
                .map(ReviewCommand::expired)
                .forEach(console::say);
        console.say(certificate.text());
        setup.resume()
                .filter(file -> !certificate.whole())
                .ifPresent(file -> console.say("run it again with --resume " + file
                        + " to ask only for the customers of whom something is missing"));
    }

    private static String expired(ExclusionView exclusion) {
        String whose = exclusion.customer() == null ? "everybody" : exclusion.customer();
        String what = exclusion.skuId() == null ? "" : " and SKU " + exclusion.skuId();
        return "the exclusion of " + whose + what + " (" + exclusion.reason() + ") expired on " + exclusion.until()
                + "; its findings are told again";
    }

    /** Gaps come before findings: a gap may hide a worse finding. */
    private int code(ReviewSummary certificate, ReviewReporter result) {
        if (!certificate.whole()) {
            return ExitCode.INCOMPLETE;
        }
        return setup.failOn()
                .filter(least -> result.worst()
                        .filter(worst -> worst.compareTo(least) >= 0)
                        .isPresent())
                .map(reached -> ExitCode.FOUND)
                .orElse(ExitCode.FINE);
    }

    private ReviewHeader head() {
        return new ReviewHeader(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                HelpText.version(),
                vendorRegistry.ofSeats().name(),
                vendorRegistry.ofLicenses().name(),
                setup.only());
    }
}
