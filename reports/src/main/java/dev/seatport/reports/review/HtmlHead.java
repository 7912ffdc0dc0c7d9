package dev.seatport.reports.review;

import java.io.IOException;
import java.util.stream.Collectors;

/** Which review this is: at the top of the page, in the window's title, and at the bottom. */
final class HtmlHead {
    private HtmlHead() {}

    static void title(HtmlOut page, ReviewHead head, Certificate certificate) throws IOException {
        String asOf = asOf(head, certificate);
        page.html("Seats and licenses, ").text(asOf.length() < 10 ? asOf : asOf.substring(0, 10));
    }

    /** The oldest reading on the page: no number on it is newer than its date promises. */
    private static String asOf(ReviewHead head, Certificate certificate) {
        return certificate.asOf() == null ? head.generatedAt() : certificate.asOf();
    }

    static void masthead(HtmlOut page, ReviewHead head, Certificate certificate) throws IOException {
        page.html("<dl class=\"facts\"><div><dt>Seats from</dt><dd>").name(HtmlWords.of(head.seatsFrom()));
        page.html("</dd></div><div><dt>Licenses from</dt><dd>").name(HtmlWords.of(head.licensesFrom()));
        page.html("</dd></div><div><dt>As of</dt><dd>")
                .time(asOf(head, certificate))
                .html("</dd></div></dl>");
        if (!head.only().isEmpty()) {
            page.html("<p class=\"only\"><b>Not all findings are here.</b> Asked for: ");
            page.text(head.only().stream().sorted().map(HtmlWords::of).collect(Collectors.joining(", ")));
            page.html(".</p>");
        }
    }

    static void footer(HtmlOut page, ReviewHead head) throws IOException {
        page.html("<footer><p>Written by Seatport ").text(head.seatportVersion());
        page.html(". This file holds all that it shows and loads nothing from anywhere. "
                + "It names customers and their numbers: share it as you would share them.</p></footer>");
    }
}
