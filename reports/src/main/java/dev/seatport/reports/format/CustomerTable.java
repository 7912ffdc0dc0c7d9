package dev.seatport.reports.format;

import dev.seatport.domain.money.PriceList;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.Severity;
import dev.seatport.reports.format.ReviewOutputOptions.CustomerOrder;
import dev.seatport.reports.format.SortedRows.Row;
import dev.seatport.reports.format.SortedRows.SortAmount;
import dev.seatport.reports.output.CellText;
import dev.seatport.reports.output.TextWidth;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.CustomerView.MonthlyAmountView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatComparisonView;
import dev.seatport.reports.review.LicenseSums;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * List of customers with the seats of each product and the differences of their licenses. One line per customer if the lines fit the
 * width, otherwise one block per customer. Confined to one thread.
 */
final class CustomerTable implements AutoCloseable {
    private static final String GAP = "  ";
    private static final String NOT_REPORTED = "-";
    /** Narrowest column of names. */
    private static final int MIN_NAME = 20;

    private static final List<String> FIXED =
            List.of("problems", "licenses over", "licenses free", "missing data", "a month");
    private static final List<String> PER_PRODUCT = List.of("assigned", "purchased", "coverage");
    private static final int PROBLEMS = 0;
    private static final int OVER = 1;
    private static final int FREE = 2;
    private static final int MISSING = 3;
    private static final int MONEY = 4;
    private static final int ASSIGNED = 0;
    private static final int PURCHASED = 1;
    private static final int COVERAGE = 2;

    private final SortedRows rows;
    private final int width;
    private final int limit;
    private final boolean licenses;
    private final Map<String, String> products = new LinkedHashMap<>();

    /**
     * Creates a list.
     *
     * @param licenses whether the review reads licenses
     */
    CustomerTable(ReviewOutputOptions options, boolean licenses) {
        this.licenses = licenses;
        this.width = options.width();
        this.limit = options.limit();
        this.rows = new SortedRows(comparator(options.order()), options.limit());
    }

    private static Comparator<Row> comparator(CustomerOrder order) {
        Comparator<Row> byName =
                Comparator.comparing(Row::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Row::number);
        return switch (order) {
            case SEVERITY -> SortedRows.WORST_FIRST;
            case NAME -> byName;
            case DIFFERENCE ->
                Comparator.comparing(Row::difference, Comparator.reverseOrder()).thenComparing(byName);
            case MONEY ->
                Comparator.comparing(Row::money, SortAmount.LARGEST_FIRST).thenComparing(byName);
            case LISTING -> Comparator.comparing(Row::number);
        };
    }

    /**
     * Adds a customer.
     *
     * @param number its position in the result
     */
    void add(long number, CustomerView customer) throws IOException {
        List<String> cells = new ArrayList<>(Collections.nCopies(FIXED.size(), NOT_REPORTED));
        Optional<Severity> worst = worst(customer);
        cells.set(PROBLEMS, problems(customer, worst));
        if (!customer.licenses().isEmpty()) {
            LicenseSums sums = LicenseSums.of(customer);
            cells.set(OVER, sums.over().text("over"));
            cells.set(FREE, sums.free().text("free"));
        }
        cells.set(
                MISSING,
                customer.gaps().stream().map(MissingDataView::source).distinct().collect(Collectors.joining(", ")));
        Money money = Money.of(customer);
        cells.set(MONEY, money.text());
        for (PurchasedSeatComparisonView one : customer.coverage()) {
            products.putIfAbsent(
                    one.productCode(),
                    CellText.shown(one.productName() == null ? one.productCode() : one.productName()));
        }
        for (String product : products.keySet()) {
            cells.addAll(seats(customer, product));
        }
        rows.add(new Row(
                worst.map(Severity.CRITICAL::compareTo).orElse(Severity.values().length),
                difference(customer),
                CellText.shown(customer.label()),
                number,
                money.first(),
                cells));
    }

    /**
     * The monthly prices of a customer's findings, unused and missing together.
     *
     * @param amounts the sum of each currency, by code
     * @param upTo the currencies whose sum has amounts that are the greatest possible ones
     * @param unpriced number of findings without a price, which have no part in a sum
     */
    private record Money(TreeMap<String, BigDecimal> amounts, Set<String> upTo, long unpriced) {
        static Money of(CustomerView customer) {
            TreeMap<String, BigDecimal> amounts = new TreeMap<>();
            Set<String> upTo = new HashSet<>();
            long unpriced = 0;
            for (FindingView finding : customer.findings()) {
                MonthlyAmountView monthly = finding.monthly();
                if (finding.excused() != null) {
                    continue;
                }
                if (monthly != null) {
                    amounts.merge(monthly.currency(), new BigDecimal(monthly.amount()), BigDecimal::add);
                    if (monthly.upTo()) {
                        upTo.add(monthly.currency());
                    }
                } else if (finding.difference() != null && PriceList.applies(FindingKind.valueOf(finding.kind()))) {
                    unpriced++;
                }
            }
            return new Money(amounts, upTo, unpriced);
        }

        SortAmount first() {
            return amounts.isEmpty()
                    ? SortAmount.NONE
                    : new SortAmount(amounts.firstKey(), amounts.firstEntry().getValue());
        }

        /** Returns a few words, such as {@code up to 995.20 USD, 1 without a price}; {@code -} if there is nothing to price. */
        String text() {
            String sums = amounts.entrySet().stream()
                    .map(sum -> (upTo.contains(sum.getKey()) ? "up to " : "")
                            + sum.getValue().toPlainString() + " " + sum.getKey())
                    .collect(Collectors.joining(", "));
            String others = unpriced == 0 ? "" : unpriced + " without a price";
            return sums.isEmpty() && others.isEmpty()
                    ? NOT_REPORTED
                    : sums + (sums.isEmpty() || others.isEmpty() ? "" : ", ") + others;
        }
    }

    private static List<String> seats(CustomerView customer, String product) {
        return customer.coverage().stream()
                .filter(one -> one.productCode().equals(product))
                .findFirst()
                .map(one -> List.of(
                        CellText.shown(one.assigned()), CellText.shown(one.purchased()), verdict(customer, one)))
                .orElse(List.of(NOT_REPORTED, NOT_REPORTED, NOT_REPORTED));
    }

    private static String verdict(CustomerView customer, PurchasedSeatComparisonView coverage) {
        if (!customer.isApplicable(coverage)) {
            return "not applicable";
        }
        return switch (coverage.verdict()) {
            case "SHORT" -> coverage.by() + " short";
            case "OVER" -> coverage.by() + " over";
            case "COVERED" -> "covered";
            default -> "not comparable";
        };
    }

    private static Optional<Severity> worst(CustomerView customer) {
        return customer.findings().stream()
                .filter(finding -> finding.excused() == null)
                .map(finding -> Severity.valueOf(finding.severity()))
                .max(Comparator.naturalOrder());
    }

    private static String problems(CustomerView customer, Optional<Severity> worst) {
        long count = customer.findings().stream()
                .filter(finding -> finding.excused() == null)
                .count();
        return worst.map(severity -> count == 1 ? severity.name() : severity + " +" + (count - 1))
                .orElse(NOT_REPORTED);
    }

    /** Returns the largest difference of a finding or of a product; -1 if there is none. */
    private static long difference(CustomerView customer) {
        long findings = customer.findings().stream()
                .filter(finding -> finding.excused() == null)
                .map(FindingView::difference)
                .mapToLong(CustomerTable::known)
                .max()
                .orElse(-1);
        long coverage = customer.coverage().stream()
                .map(PurchasedSeatComparisonView::by)
                .mapToLong(CustomerTable::known)
                .max()
                .orElse(-1);
        return Math.max(findings, coverage);
    }

    private static long known(@Nullable Long difference) {
        return difference == null ? -1 : difference;
    }

    /**
     * Writes the list.
     *
     * @param priced whether the findings have prices
     */
    void write(Writer out, boolean priced) throws IOException {
        Layout layout = new Layout(priced);
        rows.forEach(limit, layout::measure);
        if (layout.fits()) {
            layout.heading(out);
            rows.forEach(limit, row -> layout.line(out, row));
        } else {
            rows.forEach(limit, row -> block(out, row, priced));
        }
        if (rows.size() < rows.added()) {
            out.write("… and " + (rows.added() - rows.size()) + " more\n");
        }
    }

    /** Returns the cell of a product; a row is shorter if its product appeared in a later customer only. */
    private static String cell(Row row, int index) {
        return index < row.cells().size() ? row.cells().get(index) : NOT_REPORTED;
    }

    private void block(Writer out, Row row, boolean priced) throws IOException {
        String problems = cell(row, PROBLEMS);
        int left = problems.equals(NOT_REPORTED) ? 0 : TextWidth.of(problems) + GAP.length();
        String name = TextWidth.fit(row.name(), Math.max(1, width - left));
        out.write((left == 0 ? name : TextWidth.pad(name, width - left) + GAP + problems) + "\n");
        int column = FIXED.size();
        for (String product : products.values()) {
            String verdict = cell(row, column + COVERAGE);
            lines(
                    out,
                    product + ": "
                            + (verdict.equals("not applicable")
                                    ? verdict
                                    : cell(row, column + ASSIGNED) + " assigned, " + cell(row, column + PURCHASED)
                                            + " purchased, " + verdict));
            column += PER_PRODUCT.size();
        }
        if (!cell(row, OVER).equals(NOT_REPORTED)) {
            lines(out, "licenses: " + cell(row, OVER) + ", " + cell(row, FREE));
        }
        if (priced && !cell(row, MONEY).equals(NOT_REPORTED)) {
            lines(out, "a month: " + cell(row, MONEY));
        }
        if (!cell(row, MISSING).isEmpty()) {
            lines(out, "missing data: " + cell(row, MISSING));
        }
    }

    private void lines(Writer out, String text) throws IOException {
        for (String line : TextWidth.wrap(text, Math.max(1, width - GAP.length()))) {
            out.write(GAP + line + "\n");
        }
    }

    /** Columns of the table. Numbers are aligned to the right. */
    private final class Layout {
        private final int[] widths = new int[FIXED.size() + PER_PRODUCT.size() * products.size()];
        private int name = TextWidth.of("customer");
        private boolean missing;
        private final boolean priced;

        private Layout(boolean priced) {
            this.priced = priced;
            for (int i = 0; i < widths.length; i++) {
                widths[i] = TextWidth.of(title(i));
            }
        }

        private String title(int column) {
            return column < FIXED.size()
                    ? FIXED.get(column)
                    : PER_PRODUCT.get((column - FIXED.size()) % PER_PRODUCT.size());
        }

        private boolean isNumber(int column) {
            return column >= FIXED.size() && (column - FIXED.size()) % PER_PRODUCT.size() != COVERAGE;
        }

        private void measure(Row row) {
            name = Math.max(name, TextWidth.of(row.name()));
            missing |= !cell(row, MISSING).isEmpty();
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(cell(row, i)));
            }
        }

        /** Returns whether the lines fit the width. Makes the column of names narrower if that is enough. */
        private boolean fits() {
            long others = 0;
            for (int column : columns()) {
                others += GAP.length() + widths[column];
            }
            if (others + Math.min(name, MIN_NAME) > width) {
                return false;
            }
            name = (int) Math.min(name, width - others);
            return true;
        }

        /** Returns the columns in their order on the screen: problems, products, licenses, money, missing data. */
        private List<Integer> columns() {
            List<Integer> columns = new ArrayList<>();
            columns.add(PROBLEMS);
            for (int i = FIXED.size(); i < widths.length; i++) {
                columns.add(i);
            }
            if (licenses) {
                columns.add(OVER);
                columns.add(FREE);
            }
            if (priced) {
                columns.add(MONEY);
            }
            if (missing) {
                columns.add(MISSING);
            }
            return columns;
        }

        private void heading(Writer out) throws IOException {
            StringBuilder names = new StringBuilder(TextWidth.pad("", name + GAP.length() + widths[PROBLEMS]));
            int column = FIXED.size();
            for (String product : products.values()) {
                int columns =
                        widths[column] + widths[column + PURCHASED] + widths[column + COVERAGE] + 2 * GAP.length();
                names.append(GAP).append(TextWidth.pad(TextWidth.fit(product, columns), columns));
                column += PER_PRODUCT.size();
            }
            out.write(names.toString().stripTrailing() + "\n");
            StringBuilder titles = new StringBuilder(TextWidth.pad("customer", name));
            StringBuilder rule = new StringBuilder("-".repeat(name));
            for (int i : columns()) {
                titles.append(GAP).append(aligned(i, title(i)));
                rule.append(GAP).append("-".repeat(widths[i]));
            }
            out.write(titles.toString().stripTrailing() + "\n" + rule + "\n");
        }

        private String aligned(int column, String text) {
            return isNumber(column)
                    ? " ".repeat(Math.max(0, widths[column] - TextWidth.of(text))) + text
                    : TextWidth.pad(text, widths[column]);
        }

        private void line(Writer out, Row row) throws IOException {
            StringBuilder line = new StringBuilder(TextWidth.pad(TextWidth.fit(row.name(), name), name));
            for (int i : columns()) {
                line.append(GAP).append(aligned(i, cell(row, i)));
            }
            out.write(line.toString().stripTrailing() + "\n");
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
