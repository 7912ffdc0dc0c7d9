package dev.seatport.reports.review;

import java.io.IOException;
import java.util.Locale;

/** Bars as SVG: drawn for the eye only, since the numbers stand beside them. Sizes are attributes, which the page's policy allows. */
final class HtmlBars {
    private HtmlBars() {}

    /** How much of what was bought is in use: a bar within a bar, and what is in use beyond it as a block of full height. */
    static void use(HtmlOut out, HtmlSum purchased, HtmlSum assigned) throws IOException {
        if (!purchased.known() && !assigned.known()) {
            return;
        }
        long scale = Math.max(1, Math.max(purchased.sum(), assigned.sum()));
        begin(out, "use");
        if (purchased.known()) {
            rect(out, "b", 0, share(purchased.sum(), scale), 0, 10);
        }
        if (assigned.known()) {
            rect(out, "u", 0, share(assigned.sum(), scale), 3, 4);
        }
        if (purchased.known() && assigned.sum() > purchased.sum()) {
            double bought = share(purchased.sum(), scale);
            rect(out, "o", bought, 100 - bought, 0, 10);
        }
        out.html("</svg>");
    }

    /** One number among others of the same scale. */
    static void one(HtmlOut out, String look, long number, long scale) throws IOException {
        begin(out, "one");
        rect(out, look, 0, share(number, Math.max(1, scale)), 0, 10);
        out.html("</svg>");
    }

    private static void begin(HtmlOut out, String look) throws IOException {
        out.html("<svg class=\"bar " + look
                + "\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">");
    }

    private static double share(long number, long scale) {
        return 100.0 * Math.max(0, number) / scale;
    }

    private static void rect(HtmlOut out, String look, double x, double width, int y, int height) throws IOException {
        out.html(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                look,
                x,
                y,
                width,
                height));
    }
}
