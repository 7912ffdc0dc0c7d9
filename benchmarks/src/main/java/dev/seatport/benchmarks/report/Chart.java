package dev.seatport.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Bar chart as SVG for light and dark backgrounds. The first bar is Seatport.
 *
 * @param name name in the file name
 * @param title figure and unit
 */
record Chart(String name, String title, Map<String, Double> bars) {
    private static final int WIDTH = 720;
    private static final int LABEL_WIDTH = 230;
    private static final int NUMBER_WIDTH = 90;
    private static final int ROW_HEIGHT = 30;
    private static final int BAR_HEIGHT = 20;
    private static final int HEADER_HEIGHT = 34;
    private static final String FIRST_COLOR = "#2f6f9f";
    private static final String OTHER_COLOR = "#9aa5b1";

    List<String> lines() {
        double max =
                bars.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH, HEADER_HEIGHT + bars.size() * ROW_HEIGHT, escape(title)));
        lines.add("<style>text{font:14px system-ui,sans-serif;fill:#1f2933}"
                + "@media(prefers-color-scheme:dark){text{fill:#e4e7eb}}</style>");
        lines.add(line("<text x=\"0\" y=\"18\" font-weight=\"600\">%s</text>", escape(title)));
        int row = 0;
        for (Map.Entry<String, Double> bar : bars.entrySet()) {
            lines.addAll(bar(row, bar.getKey(), bar.getValue(), max));
            row++;
        }
        lines.add("</svg>");
        return lines;
    }

    private static List<String> bar(int row, String label, double number, double max) {
        int top = HEADER_HEIGHT + row * ROW_HEIGHT;
        int base = top + BAR_HEIGHT - 5;
        double width = Math.max(1, (WIDTH - LABEL_WIDTH - NUMBER_WIDTH) * number / max);
        return List.of(
                line("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LABEL_WIDTH - 10, base, escape(label)),
                line(
                        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"3\" fill=\"%s\"/>",
                        LABEL_WIDTH, top, width, BAR_HEIGHT, row == 0 ? FIRST_COLOR : OTHER_COLOR),
                line("<text x=\"%.1f\" y=\"%d\">%s</text>", LABEL_WIDTH + width + 8, base, Results.number(number)));
    }

    private static String line(String format, Object... parts) {
        return String.format(Locale.ROOT, format, parts);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
