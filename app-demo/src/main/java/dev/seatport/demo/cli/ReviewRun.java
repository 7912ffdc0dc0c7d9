package dev.seatport.demo.cli;

import dev.seatport.demo.wiring.SeatportComponent;
import dev.seatport.demo.wiring.Vendors;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.ports.listing.Arrivals;
import dev.seatport.ports.review.Progress;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.output.Palette;
import dev.seatport.reports.policy.Policy;
import dev.seatport.reports.review.Certificate;
import dev.seatport.reports.review.Journal;
import dev.seatport.reports.review.JournalException;
import dev.seatport.reports.review.ReviewHead;
import dev.seatport.reports.review.ReviewResult;
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

/** Runs a review, writes it, and says on stderr how complete it is. */
final class ReviewRun {
    private final SeatportCommand root;
    private final ReviewPlan plan;

    ReviewRun(SeatportCommand root, ReviewPlan plan) {
        this.root = root;
        this.plan = plan;
    }

    int run(Session session) throws Exception {
        return session.wired(this::reviewed);
    }

    private int reviewed(SeatportComponent component) throws Exception {
        Duration within = plan.options().resumeWithin();
        Policy policy = plan.policy(component.vendors());
        Path file = plan.options().resume().orElse(null);
        if (file == null) {
            return written(component, policy, null);
        }
        Instant now = Instant.now();
        Journal opened = Journal.open(
                file,
                new Journal.Terms(
                        plan.identity(component.vendors(), policy),
                        policy.review().exclusions().size(),
                        now.minus(within),
                        now));
        try (Journal journal = opened) {
            Aside.resumed(root.console(), journal);
            return written(component, policy, journal);
        } catch (JournalException e) {
            // What could be opened was good: from here on it is a place that takes no more.
            throw new OutputException(String.valueOf(e.getMessage()));
        }
    }

    private int written(SeatportComponent component, Policy policy, @Nullable Journal journal) throws Exception {
        Vendors vendors = component.vendors();
        Progress progress = journal == null ? Progress.none() : journal;
        Flow.Publisher<ReviewEvent> events = component.review().review(plan.request(vendors, policy, progress));
        List<Exclusion> exclusions = policy.review().exclusions();
        try (Output out = root.openOutput();
                ReviewWriter writer =
                        root.reviewFormat().writer(head(vendors), out.writer(), palette(), root.onTerminal());
                ReviewBar bar = ReviewBar.of(root)) {
            ReviewResult result =
                    new ReviewResult(writer, exclusions, plan.options().only(), vendors.ofLicenses(), journal, bar);
            Certificate certificate = told(events, result, out);
            out.complete();
            new Aside(root.console(), certificate).tell(result.gaps(), plan.options());
            if (journal != null && certificate.whole()) {
                journal.finish();
            }
            return code(certificate, result);
        }
    }

    private static Certificate told(Flow.Publisher<ReviewEvent> events, ReviewResult result, Output out)
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

    /** What is missing matters more than what was found: it may hide worse. */
    private int code(Certificate certificate, ReviewResult result) {
        if (!certificate.whole()) {
            return ExitCode.INCOMPLETE;
        }
        return plan.options()
                .failOn()
                .filter(least -> result.worst()
                        .filter(worst -> worst.compareTo(least) >= 0)
                        .isPresent())
                .map(reached -> ExitCode.FOUND)
                .orElse(ExitCode.FINE);
    }

    private ReviewHead head(Vendors vendors) {
        return new ReviewHead(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Version.number(),
                vendors.ofSeats().name(),
                vendors.ofLicenses().name(),
                plan.options().only());
    }

    private Palette palette() {
        return root.onTerminal() ? root.console().palette() : Palette.PLAIN;
    }
}
