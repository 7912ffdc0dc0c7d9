package dev.seatport.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Bars beside each other, as an SVG picture that reads on light and on dark paper. The first bar is ours.
 *
 * @param name what its file is called beside others of its run
 * @param title what the figures are, and their unit
 */
record Chart(String name, String title, Map<String, Double> bars) {
    private static final int WIDTH = 720;
    private static final int LABELS = 230;
    private static final int NUMBERS = 90;
    private static final int LINE = 30;
    private static final int BAR = 20;
    private static final int HEAD = 34;
    private static final String OURS = "#2f6f9f";
    private static final String OTHERS = "#9aa5b1";

    List<String> lines() {
        double longest =
                bars.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH, HEAD + bars.size() * LINE, text(title)));
        lines.add("<style>text{font:14px system-ui,sans-serif;fill:#1f2933}"
                + "@media(prefers-color-scheme:dark){text{fill:#e4e7eb}}</style>");
        lines.add(line("<text x=\"0\" y=\"18\" font-weight=\"600\">%s</text>", text(title)));
        int row = 0;
        for (Map.Entry<String, Double> bar : bars.entrySet()) {
            lines.addAll(bar(row, bar.getKey(), bar.getValue(), longest));
            row++;
        }
        lines.add("</svg>");
        return lines;
    }

    private static List<String> bar(int row, String label, double number, double longest) {
        int top = HEAD + row * LINE;
        int base = top + BAR - 5;
        double width = Math.max(1, (WIDTH - LABELS - NUMBERS) * number / longest);
        return List.of(
                line("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LABELS - 10, base, text(label)),
                line(
                        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"3\" fill=\"%s\"/>",
                        LABELS, top, width, BAR, row == 0 ? OURS : OTHERS),
                line("<text x=\"%.1f\" y=\"%d\">%s</text>", LABELS + width + 8, base, Results.number(number)));
    }

    private static String line(String format, Object... parts) {
        return String.format(Locale.ROOT, format, parts);
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
