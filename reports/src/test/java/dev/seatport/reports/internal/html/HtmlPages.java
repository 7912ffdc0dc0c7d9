package dev.seatport.reports.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.HtmlCase;
import dev.seatport.reports.review.HtmlFleet;
import dev.seatport.reports.review.ReviewOutputHeader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Pages and parts of pages for tests. */
final class HtmlPages {
    private HtmlPages() {}

    /** Returns the page of some customers, without gaps outside of them. */
    static String page(CustomerView... customers) {
        return page(HtmlFleet.HEAD, customers);
    }

    static String page(ReviewOutputHeader head, CustomerView... customers) {
        StringWriter out = new StringWriter();
        try (HtmlReviewWriter writer = new HtmlReviewWriter(head, out)) {
            for (CustomerView customer : customers) {
                writer.customer(customer);
            }
            writer.end(HtmlFleet.summary(List.of(customers), List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Returns the page of the whole fleet. */
    static String fleet() {
        StringWriter out = new StringWriter();
        write(HtmlFleet.customers(), out);
        return out.toString();
    }

    static void write(List<CustomerView> customers, Writer out) {
        try (HtmlReviewWriter writer = new HtmlReviewWriter(HtmlFleet.HEAD, out)) {
            HtmlFleet.write(customers, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HtmlCase alder() {
        return new HtmlCase("alder", "Alder & Birch");
    }

    static String between(String page, String from, String to) {
        int start = page.indexOf(from);
        assertThat(start).as("where %s is", from).isNotNegative();
        return page.substring(start, page.indexOf(to, start));
    }

    static String completeness(String page) {
        return between(page, "<section id=\"completeness\"", "</section>");
    }

    static String rows(String page) {
        return between(page, "<tbody role=\"rowgroup\"", "<section id=\"unmatched\"");
    }
}
