package dev.seatport.reports.format;

import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.Severity;
import dev.seatport.reports.format.SortedRows.Row;
import dev.seatport.reports.output.CellText;
import dev.seatport.reports.output.Palette;
import dev.seatport.reports.output.TextWidth;
import dev.seatport.reports.review.CustomerView.FindingView;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Findings of a table, grouped by severity and kind. The worst groups come first, and in a group the largest differences. Confined to
 * one thread.
 */
final class ProblemGroups implements AutoCloseable {
    /** Kinds of one severity, the most urgent first. Other kinds follow. */
    private static final List<String> URGENCY = List.of(
            FindingKind.BACKUP_SHORTFALL.name(),
            FindingKind.OVER_ASSIGNED_LICENSES.name(),
            FindingKind.LICENSES_IN_GRACE.name(),
            FindingKind.TENANT_WITHOUT_BACKUP.name(),
            FindingKind.TENANT_UNKNOWN_TO_VENDOR.name(),
            FindingKind.UNASSIGNED_LICENSES.name(),
            FindingKind.VENDORS_DISAGREE.name(),
            FindingKind.COUNTS_INCONSISTENT.name(),
            FindingKind.NO_LICENSES_LEFT.name(),
            FindingKind.BACKUP_SURPLUS.name());

    private static final Comparator<GroupKey> WORST_FIRST = Comparator.comparing(GroupKey::severity)
            .reversed()
            .thenComparing(key -> URGENCY.contains(key.kind()) ? URGENCY.indexOf(key.kind()) : URGENCY.size())
            .thenComparing(GroupKey::kind);

    private static final String INDENT = "  ";
    private static final String GAP = "  ";
    /** Columns of the longest severity. */
    private static final int LABEL = 8;

    private static final int AMOUNT = 0;
    private static final int COUNTS = 1;
    private static final int SUBJECT = 2;
    private static final int MARK = 3;
    /** Columns of a name and of a subject that a narrow terminal keeps, if the text is that long. */
    private static final int MIN_NAME = 22;

    private static final int MIN_SUBJECT = 18;
    /** Findings of a critical kind that come before those of other kinds. */
    private static final int CRITICAL_FINDINGS = 3;

    private final Palette palette;
    private final int width;
    private final int limit;
    private boolean whole;
    private final Map<GroupKey, Group> groups = new TreeMap<>(WORST_FIRST);

    private record GroupKey(Severity severity, String kind) {
        private String name() {
            return kind.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Findings of one severity and kind. */
    private static final class Group {
        private final SortedRows rows;
        private @Nullable String subject;
        private boolean differentSubjects;
        private boolean hasCounts;
        private int shown;

        private Group(int limit) {
            this.rows = new SortedRows(SortedRows.WORST_FIRST, limit);
        }

        private void add(Row row) throws IOException {
            String another = row.cells().get(SUBJECT);
            differentSubjects |= subject != null && !subject.equals(another);
            subject = another;
            hasCounts |= !row.cells().get(COUNTS).isEmpty();
            rows.add(row);
        }

        /**
         * Returns the subject that all findings share; empty if there is none. Without counts the subject of a single finding is its
         * text, which stays in its row.
         */
        private String commonSubject() {
            return differentSubjects || subject == null || (rows.added() < 2 && !hasCounts) ? "" : subject;
        }

        /** Returns the number of lines below the heading if {@code count} findings are shown, at least one. */
        private long lines(long count) {
            return count == rows.added() ? count : count + 1;
        }
    }

    /**
     * Creates groups.
     *
     * @param limit the greatest number of findings to keep of each group
     */
    ProblemGroups(Palette palette, int width, int limit) {
        this.palette = palette;
        this.width = width;
        this.limit = limit;
    }

    /**
     * Adds a finding.
     *
     * @param number the position of the customer in the result
     */
    void add(long number, String customer, FindingView finding) throws IOException {
        FindingPhrase phrase = FindingPhrase.of(finding);
        GroupKey key = new GroupKey(Severity.valueOf(finding.severity()), finding.kind());
        groups.computeIfAbsent(key, added -> new Group(limit))
                .add(new Row(
                        0,
                        finding.difference() == null ? -1 : finding.difference(),
                        CellText.shown(customer),
                        number,
                        List.of(
                                phrase.amount(),
                                phrase.counts(),
                                CellText.shown(phrase.subject()),
                                FindingPhrase.mark(finding))));
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Writes all groups with the findings that are kept, and without shortening their text. */
    void writeAll(Writer out) throws IOException {
        whole = true;
        groups.values().forEach(group -> group.shown = (int) group.rows.size());
        writeChosen(out);
    }

    /** Returns whether {@link #write} shows a finding of each critical kind. */
    boolean namesEachCriticalKind(int budget) {
        choose(budget);
        boolean named = groups.entrySet().stream()
                .filter(entry -> entry.getKey().severity() == Severity.CRITICAL)
                .allMatch(entry -> entry.getValue().shown > 0);
        groups.values().forEach(group -> group.shown = 0);
        return named;
    }

    /** Writes the groups in at most {@code budget} lines, but at least the kinds of each severity. */
    void write(Writer out, int budget) throws IOException {
        choose(budget);
        writeChosen(out);
    }

    private void writeChosen(Writer out) throws IOException {
        int mark = 0;
        int amount = 0;
        int name = 0;
        List<Layout> layouts = new ArrayList<>();
        for (Group group : groups.values()) {
            Layout layout = new Layout();
            group.rows.forEach(group.shown, layout::measure);
            layout.subject = group.commonSubject().isEmpty() ? layout.subject : 0;
            layouts.add(layout);
            mark = Math.max(mark, layout.mark);
            amount = Math.max(amount, layout.amount);
            name = Math.max(name, layout.name);
        }
        int i = 0;
        List<String> counted = new ArrayList<>();
        @Nullable Severity last = null;
        for (Map.Entry<GroupKey, Group> entry : groups.entrySet()) {
            Group group = entry.getValue();
            Severity severity = entry.getKey().severity();
            if (severity != last) {
                writeCounted(out, last, counted);
                last = severity;
            }
            Layout layout = layouts.get(i++);
            layout.mark = mark;
            layout.amount = amount;
            int columns = width - INDENT.length() - mark - amount - GAP.length();
            layout.dropCountsUnlessTheyFit(columns);
            layout.name = Math.min(name, layout.nameWidth(columns));
            if (group.shown == 0) {
                counted.add(counted(entry.getKey(), group));
                continue;
            }
            String subject = group.commonSubject().isEmpty() ? "" : ": " + group.commonSubject();
            heading(out, severity, counted(entry.getKey(), group) + subject);
            group.rows.forEach(group.shown, row -> layout.write(out, row));
            if (group.shown < group.rows.added()) {
                out.write(INDENT + "… and " + (group.rows.added() - group.shown) + " more\n");
            }
        }
        writeCounted(out, last, counted);
    }

    private void writeCounted(Writer out, @Nullable Severity severity, List<String> counted) throws IOException {
        if (severity == null || counted.isEmpty()) {
            return;
        }
        List<String> lines = countedLines(counted);
        heading(out, severity, lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            out.write(" ".repeat(LABEL) + GAP + line + "\n");
        }
        counted.clear();
    }

    /** Returns the kinds of which no finding is shown. A kind is never cut off, because it may be the only mark of its findings. */
    private List<String> countedLines(List<String> counted) {
        return TextWidth.wrap("also " + String.join(", ", counted), Math.max(1, width - LABEL - GAP.length()));
    }

    private static String counted(GroupKey key, Group group) {
        return key.name() + " (" + group.rows.added() + ")";
    }

    private void heading(Writer out, Severity severity, String text) throws IOException {
        String label = TextWidth.pad(severity.name(), LABEL);
        if (whole) {
            List<String> lines = TextWidth.wrap(text, Math.max(1, width - label.length() - GAP.length()));
            out.write(palette.paint(severity, label) + GAP + String.join("\n" + " ".repeat(LABEL) + GAP, lines) + "\n");
            return;
        }
        out.write(palette.paint(severity, label) + GAP + TextWidth.fit(text, width - label.length() - GAP.length())
                + "\n");
    }

    /**
     * Distributes the lines: one finding of each critical kind, two more of each, one of each other kind, then more of the worst
     * kinds.
     */
    private void choose(int budget) {
        groups.forEach((key, group) -> {
            if (key.severity() == Severity.CRITICAL) {
                grow(group, budget);
            }
        });
        for (int round = 0; round < budget; round++) {
            for (Map.Entry<GroupKey, Group> entry : groups.entrySet()) {
                if (round > 0 || entry.getKey().severity() != Severity.CRITICAL) {
                    grow(entry.getValue(), budget);
                } else {
                    for (int i = 1; i < CRITICAL_FINDINGS; i++) {
                        grow(entry.getValue(), budget);
                    }
                }
            }
        }
    }

    /** Shows one more finding, or the last two instead of a line with their number, if the lines suffice. */
    private void grow(Group group, int budget) {
        int before = group.shown;
        if (before == group.rows.size()) {
            return;
        }
        group.shown++;
        if (group.shown == group.rows.added() - 1 && group.shown < group.rows.size()) {
            group.shown++;
        }
        if (lines() > budget) {
            group.shown = before;
        }
    }

    /** Returns the number of lines of all groups: a line per severity counts the findings that are not shown at all. */
    private long lines() {
        long lines = 0;
        Map<Severity, List<String>> counted = new EnumMap<>(Severity.class);
        for (Map.Entry<GroupKey, Group> entry : groups.entrySet()) {
            Group group = entry.getValue();
            if (group.shown == 0) {
                counted.computeIfAbsent(entry.getKey().severity(), severity -> new ArrayList<>())
                        .add(counted(entry.getKey(), group));
            } else {
                lines += 1 + group.lines(group.shown);
            }
        }
        return lines
                + counted.values().stream()
                        .mapToLong(kinds -> countedLines(kinds).size())
                        .sum();
    }

    /** Widths of the columns of one group. */
    private final class Layout {
        private int mark;
        private int amount;
        private int name;
        private int counts;
        private int subject;

        private void measure(Row row) {
            mark = Math.max(mark, TextWidth.of(row.cells().get(MARK)));
            amount = Math.max(amount, TextWidth.of(row.cells().get(AMOUNT)));
            name = Math.max(name, TextWidth.of(row.name()));
            counts = Math.max(counts, TextWidth.of(row.cells().get(COUNTS)));
            subject = Math.max(subject, TextWidth.of(row.cells().get(SUBJECT)));
        }

        /** A name and a product matter more than the counts, whose difference stays. A list of all findings has the counts. */
        private void dropCountsUnlessTheyFit(int columns) {
            if (!whole && subject > 0 && (long) name + counts + subject + 2L * GAP.length() > columns) {
                counts = 0;
            }
        }

        /** Returns the greatest width of the names that leaves enough columns for the rest of the line. */
        private int nameWidth(int columns) {
            int rest = columns - (counts == 0 ? 0 : counts + GAP.length());
            return subject == 0 || whole
                    ? Math.max(1, rest)
                    : Math.max(MIN_NAME, rest - GAP.length() - Math.min(subject, MIN_SUBJECT));
        }

        /** Writes a row. In a list of all findings nothing is cut: what does not fit follows in further lines. */
        private void write(Writer out, Row row) throws IOException {
            String indent = INDENT + " ".repeat(mark) + (amount > 0 ? " ".repeat(amount) + GAP : "");
            String begin = INDENT
                    + TextWidth.pad(row.cells().get(MARK), mark)
                    + (amount > 0 ? TextWidth.pad(row.cells().get(AMOUNT), amount) + GAP : "");
            String named = begin + TextWidth.pad(whole ? row.name() : TextWidth.fit(row.name(), name), name);
            String numbers = counts > 0 ? row.cells().get(COUNTS) : "";
            String counted = counts > 0 ? named + GAP + TextWidth.pad(numbers, counts) : named;
            String text = subject > 0 ? row.cells().get(SUBJECT) : "";
            String line = (counted + GAP + text).stripTrailing();
            if (!whole || TextWidth.of(line) <= width) {
                out.write(TextWidth.fit(line, width) + "\n");
            } else if (!text.isEmpty() && TextWidth.of(counted) <= width) {
                out.write(counted.stripTrailing() + "\n");
                write(out, indent, text);
            } else {
                out.write(TextWidth.fit(named.stripTrailing(), width) + "\n");
                write(out, indent, numbers + (numbers.isEmpty() || text.isEmpty() ? "" : ", ") + text);
            }
        }

        private void write(Writer out, String indent, String text) throws IOException {
            for (String part : TextWidth.wrap(text, Math.max(1, width - indent.length()))) {
                out.write(indent + part + "\n");
            }
        }
    }

    @Override
    public void close() {
        groups.values().forEach(group -> group.rows.close());
    }
}
