package dev.seatport.demo.cli;

import dev.seatport.demo.wiring.SeatportComponent;
import dev.seatport.demo.wiring.Vendors;
import dev.seatport.ports.listing.Arrivals;
import dev.seatport.ports.review.Progress;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.policy.Policy;
import dev.seatport.reports.review.Journal;
import dev.seatport.reports.review.JournalException;
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
    private final Vendors vendors;

    ReviewCommand(CommandContext context, ReviewSetup setup, SeatportComponent component) {
        this.context = context;
        this.console = context.console();
        this.setup = setup;
        this.component = component;
        this.vendors = component.vendors();
    }

    static CommandSpec review(CommandContext context) {
        ReviewSetup setup = new ReviewSetup();
        return context.command(
                () -> new CommandRunner(context).run(component -> new ReviewCommand(context, setup, component).run()),
                setup.options().toArray(ArgSpec[]::new));
    }

    int run() throws Exception {
        Duration within = setup.resumeWithin();
        Policy policy = setup.policy(vendors);
        Path file = setup.resume().orElse(null);
        if (file == null) {
            return write(policy, null);
        }
        Instant now = Instant.now();
        Journal opened = Journal.open(
                file,
                new Journal.Terms(
                        setup.identity(vendors, policy),
                        policy.review().exclusions().size(),
                        now.minus(within),
                        now));
        try (Journal journal = opened) {
            journal.remarks().forEach(console::say);
            if (journal.size() > 0) {
                console.say("going on with " + journal.size()
                        + " customers that were read before, the first of them at " + journal.oldest());
            }
            return write(policy, journal);
        } catch (JournalException e) {
            // The journal could be opened, so its place takes no more.
            throw new OutputException(String.valueOf(e.getMessage()));
        }
    }

    private int write(Policy policy, @Nullable Journal journal) throws Exception {
        Progress progress = journal == null ? Progress.none() : journal;
        Flow.Publisher<ReviewEvent> events = component.review().review(setup.request(vendors, policy, progress));
        try (Output out = context.openOutput();
                ReviewWriter writer =
                        context.reviewFormat().writer(head(), out.writer(), context.palette(), context.onTerminal());
                ReviewBar bar = ReviewBar.of(context)) {
            ReviewReporter result = new ReviewReporter(
                    writer, policy.review().exclusions(), setup.only(), vendors.ofLicenses(), journal, bar);
            ReviewSummary certificate = read(events, result, out);
            out.complete();
            printCompleteness(certificate, result.gaps());
            if (journal != null && certificate.whole()) {
                journal.finish();
            }
            return code(certificate, result);
        }
    }

    private static ReviewSummary read(Flow.Publisher<ReviewEvent> events, ReviewReporter result, Output out)
            throws OutputException, JournalException, InterruptedException {
        try (Arrivals<ReviewEvent> arrivals = Arrivals.of(events)) {
            Optional<ReviewEvent> next = arrivals.next();
            while (next.isPresent()) {
                result.take(next.get());
                next = arrivals.next();
            }
            return result.end(LocalDate.now(ZoneId.systemDefault()));
        } catch (JournalException e) {
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
                vendors.ofSeats().name(),
                vendors.ofLicenses().name(),
                setup.only());
    }
}
