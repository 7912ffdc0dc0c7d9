package dev.seatport.reports.review;

import dev.seatport.reports.output.Printable;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes HTML. What this project wrote goes through {@link #html}, as it is; all that a vendor or a policy said goes through
 * {@link #text}, which leaves nothing in it that a browser would act upon. Such text never becomes part of an attribute.
 */
final class HtmlOut {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String UNREPORTED = "<span class=\"na\">not reported</span>";

    private final Writer out;

    HtmlOut(Writer out) {
        this.out = out;
    }

    /** What it writes to. */
    Writer writer() {
        return out;
    }

    /** Markup of our own. */
    HtmlOut html(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    /** A number of our own, such as the number of a customer on the page. */
    HtmlOut html(long number) throws IOException {
        out.write(Long.toString(number));
        return this;
    }

    /** Text of others. */
    HtmlOut text(String text) throws IOException {
        out.write(escaped(text));
        return this;
    }

    /** A name of others, that must not turn around the words beside it. */
    HtmlOut name(String text) throws IOException {
        return html("<bdi>").text(text).html("</bdi>");
    }

    /** Text of others, or that there was none. */
    HtmlOut orUnreported(@Nullable String text) throws IOException {
        return text == null ? html(UNREPORTED) : name(text);
    }

    /** A count, or that there was none. */
    HtmlOut count(@Nullable Long count) throws IOException {
        return count == null ? html(UNREPORTED) : html(grouped(count));
    }

    /** A point in time in ISO 8601, as people read it. */
    HtmlOut time(String iso) throws IOException {
        try {
            Instant at = Instant.parse(iso);
            return html("<time datetime=\"" + at + "\">" + TIME.format(at) + "</time>");
        } catch (DateTimeParseException e) {
            return text(iso);
        }
    }

    /** A number with its thousands apart. */
    static String grouped(long number) {
        return (number < 0 ? "\u2212" : "")
                + String.format(Locale.ROOT, "%,d", number).replace("-", "");
    }

    /** "1 customer", "2 customers". */
    static String plural(long count, String one, String many) {
        return grouped(count) + " " + (count == 1 ? one : many);
    }

    private static String escaped(String text) {
        String readable = Printable.of(text);
        StringBuilder safe = new StringBuilder(readable.length() + 16);
        for (int i = 0; i < readable.length(); i++) {
            char c = readable.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
