package dev.seatport.reports.review;

import dev.seatport.domain.observed.Gap;
import dev.seatport.reports.output.CellText;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.ReviewSummary.GapCause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Groups gaps by cause. Keeps a few names per cause, so memory does not grow with the customers. Confined to one thread. */
final class GapCauses {
    private static final int MAX_NAMES = 20;

    private static final int MAX_TENANTS = 3;

    /** Differs from request to request. The gap itself keeps it. */
    private static final Pattern CORRELATION = Pattern.compile("(?:, )?correlation [^,()]*(?=\\)$)");

    private static final Pattern EMPTY_DETAILS = Pattern.compile(" ?\\(\\)$");
    private static final Pattern STATUS = Pattern.compile("^ ?\\(HTTP \\d+\\)");
    private static final Pattern SEPARATOR = Pattern.compile("^[;:,]? *");

    private final Map<Key, Cause> causes = new LinkedHashMap<>();

    /** Identity of a cause; {@code atLarge} is the text of a gap of no customer in the result, and otherwise empty. */
    private record Key(String vendor, String source, String kind, String atLarge) {}

    private static final class Cause {
        private final String explanation;
        private final List<String> names = new ArrayList<>();
        private long customers;

        private Cause(String explanation) {
            this.explanation = explanation;
        }
    }

    /** Adds the gaps of a customer. Several gaps with one cause count once. */
    void add(CustomerView customer) {
        Map<Key, List<MissingDataView>> gaps = new LinkedHashMap<>();
        for (MissingDataView gap : customer.gaps()) {
            gaps.computeIfAbsent(new Key(gap.vendor(), gap.source(), gap.kind(), ""), added -> new ArrayList<>())
                    .add(gap);
        }
        gaps.forEach((key, missing) -> {
            Cause cause = causes.computeIfAbsent(key, added -> new Cause(explanation(missing.get(0))));
            cause.customers++;
            if (cause.names.size() < MAX_NAMES) {
                cause.names.add(CellText.shown(name(customer, missing)));
            }
        });
    }

    /** Returns the customer's name, and the names of its tenants with a gap if it has other tenants. */
    private static String name(CustomerView customer, List<MissingDataView> gaps) {
        List<String> tenants = gaps.stream()
                .map(MissingDataView::tenant)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (tenants.isEmpty() || customer.tenants().size() < 2) {
            return customer.label();
        }
        if (tenants.size() == customer.tenants().size()) {
            return customer.label() + " (all " + tenants.size() + " tenants)";
        }
        String more = tenants.size() > MAX_TENANTS ? " and " + (tenants.size() - MAX_TENANTS) + " more" : "";
        return customer.label() + " (tenant" + (tenants.size() == 1 ? " " : "s ")
                + tenants.stream().limit(MAX_TENANTS).collect(Collectors.joining(", ")) + more + ")";
    }

    /** Adds a gap that belongs to no customer in the result. */
    void add(Gap gap) {
        MissingDataView view = ReviewStatistics.VIEWS.gap(gap, gap.customer(), null);
        String explanation = explanation(view);
        Key key = new Key(view.vendor(), view.source(), view.kind(), explanation);
        causes.computeIfAbsent(key, added -> new Cause(explanation));
    }

    List<GapCause> causes() {
        return causes.entrySet().stream()
                .map(entry -> cause(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((GapCause cause) -> cause.customers() > 0)
                        .thenComparing(Comparator.comparing(GapCause::customers).reversed()))
                .toList();
    }

    private static GapCause cause(Key key, Cause cause) {
        return new GapCause(
                key.vendor(), key.source(), key.kind(), cause.customers, List.copyOf(cause.names), cause.explanation);
    }

    /** Returns the text without the parts that the title of the cause repeats, and without the correlation id of one request. */
    private static String explanation(MissingDataView gap) {
        String text = EMPTY_DETAILS
                .matcher(CORRELATION.matcher(gap.text()).replaceFirst(""))
                .replaceFirst("");
        text = afterPrefix(text, gap.vendor() + " " + gap.source() + ": ");
        text = afterPrefix(text, gap.kind() + ": ");
        String words = gap.kind().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (!text.startsWith(words)) {
            return text;
        }
        String rest = STATUS.matcher(text.substring(words.length())).replaceFirst("");
        return SEPARATOR.matcher(rest).replaceFirst("");
    }

    private static String afterPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }
}
