package dev.seatport.reports.review;

import dev.seatport.domain.observed.Gap;
import dev.seatport.reports.output.CellText;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.ReviewSummary.GapCause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Groups gaps by cause. Keeps a few names per cause, so memory does not grow with the customers. Confined to one thread. */
final class GapCauses {
    private static final int MAX_NAMES = 20;

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
        Set<Key> seen = new LinkedHashSet<>();
        for (MissingDataView gap : customer.gaps()) {
            Key key = new Key(gap.vendor(), gap.source(), gap.kind(), "");
            Cause cause = causes.computeIfAbsent(key, added -> new Cause(explanation(gap)));
            if (seen.add(key)) {
                cause.customers++;
                if (cause.names.size() < MAX_NAMES) {
                    cause.names.add(CellText.shown(customer.label()));
                }
            }
        }
    }

    /** Adds a gap that belongs to no customer in the result. */
    void add(Gap gap) {
        MissingDataView view = ReviewStatistics.VIEWS.gap(gap, gap.customer());
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
