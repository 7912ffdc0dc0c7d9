package dev.seatport.sandbox.faults;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a plan's text: the grammar stands at {@link FaultPlan}. */
final class PlanParser {
    private static final Pattern STATUS = Pattern.compile("\\d+");
    private static final String SEED = "seed";
    private static final String IN_A_ROW = "in-a-row";

    private PlanParser() {}

    static FaultPlan parse(String text) {
        FaultPlan plan = FaultPlan.none();
        for (String item : Quotes.split(text, ';')) {
            if (!item.isEmpty()) {
                plan = with(plan, Item.read(item));
            }
        }
        return plan;
    }

    private static FaultPlan with(FaultPlan plan, Item item) {
        if (item.word().equals(SEED)) {
            item.requireOptionsTaken(Set.of());
            return plan.withSeed(Words.seed(item.text()));
        }
        if (item.word().equals(IN_A_ROW)) {
            item.requireOptionsTaken(Set.of());
            return plan.withAtMostInARow(Words.integer(IN_A_ROW, item.text()));
        }
        return plan.with(fault(item));
    }

    private static Fault fault(Item item) {
        EffectWord word = STATUS.matcher(item.word()).matches() ? EffectWords.STATUS : EffectWords.ALL.get(item.word());
        if (word == null) {
            throw Words.illegal("fault", item.word(), legalWords());
        }
        Fault fault = word.reader().apply(item);
        Target target = TargetOptions.take(item);
        Set<String> legal = new TreeSet<>(TargetOptions.NAMES);
        legal.addAll(word.options());
        item.requireOptionsTaken(legal);
        return fault.at(target);
    }

    private static String legalWords() {
        return EffectWords.ALL.keySet().stream().sorted().collect(Collectors.joining(", "))
                + ", 200 to 599, "
                + String.join(", ", List.of(SEED, IN_A_ROW));
    }
}
