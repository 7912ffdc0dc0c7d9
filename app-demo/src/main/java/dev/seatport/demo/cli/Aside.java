package dev.seatport.demo.cli;

import dev.seatport.reports.review.Certificate;
import dev.seatport.reports.review.Certificate.ExclusionEntry;
import dev.seatport.reports.review.Journal;
import java.util.List;

/** What a review says on stderr, beside its result. */
final class Aside {
    private static final int MOST_GAPS = 20;

    private final Console console;
    private final Certificate certificate;

    Aside(Console console, Certificate certificate) {
        this.console = console;
        this.certificate = certificate;
    }

    /** What a journal spares. */
    static void resumed(Console console, Journal journal) {
        journal.remarks().forEach(console::say);
        if (journal.size() > 0) {
            console.say("going on with " + journal.size() + " customers that were read before, the first of them at "
                    + journal.oldest());
        }
    }

    /**
     * What is missing and what has expired.
     *
     * @param gaps the first of what is missing, a line each
     */
    void tell(List<String> gaps, ReviewOptions options) {
        gaps.stream().limit(MOST_GAPS).forEach(console::say);
        if (gaps.size() > MOST_GAPS) {
            console.say("and more is missing; every gap is in the result");
        }
        certificate.exclusions().stream()
                .filter(exclusion -> !exclusion.inForce())
                .forEach(this::expired);
        console.say(certificate.text());
        options.resume()
                .filter(file -> !certificate.whole())
                .ifPresent(file -> console.say("run it again with --resume " + file
                        + " to ask only for the customers of whom something is missing"));
    }

    private void expired(ExclusionEntry exclusion) {
        String whose = exclusion.customer() == null ? "everybody" : exclusion.customer();
        String what = exclusion.skuId() == null ? "" : " and SKU " + exclusion.skuId();
        console.say("the exclusion of " + whose + what + " (" + exclusion.reason() + ") expired on " + exclusion.until()
                + "; its findings are told again");
    }
}
