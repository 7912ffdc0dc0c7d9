package dev.seatport.reports.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Small pages, and parts of pages. */
final class HtmlPages {
    private HtmlPages() {}

    /** The page of some customers of which nothing is missing at large. */
    static String page(CustomerEntry... customers) {
        return page(HtmlFleet.HEAD, customers);
    }

    static String page(ReviewHead head, CustomerEntry... customers) {
        StringWriter out = new StringWriter();
        try (HtmlReviewWriter writer = new HtmlReviewWriter(head, out)) {
            for (CustomerEntry customer : customers) {
                writer.customer(customer);
            }
            writer.end(HtmlFleet.certificate(List.of(customers), List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static HtmlCase alder() {
        return new HtmlCase("alder", "Alder & Birch");
    }

    static String between(String page, String from, String to) {
        int start = page.indexOf(from);
        assertThat(start).as("where %s is", from).isNotNegative();
        return page.substring(start, page.indexOf(to, start));
    }

    static String certificate(String page) {
        return between(page, "<section id=\"certificate\"", "</section>");
    }

    static String rows(String page) {
        return between(page, "<tbody role=\"rowgroup\"", "</table>\n");
    }
}
