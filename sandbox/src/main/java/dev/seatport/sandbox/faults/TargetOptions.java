package dev.seatport.sandbox.faults;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The options of every fault in a plan's text: what they aim at. */
final class TargetOptions {
    static final Set<String> NAMES = Set.of("path", "vendor", "customer", "page", "share", "next", "in-a-row");
    private static final String RANGE = "\\.\\.";

    private TargetOptions() {}

    static Target take(Item item) {
        Target target = Target.all();
        target =
                item.take("path").map(TargetOptions::paths).map(target::onPaths).orElse(target);
        Optional<String> vendor = item.take("vendor");
        if (vendor.isPresent()) {
            target = target.ofVendor(Words.one("vendor", vendor.get(), Vendor.values(), Vendor::word));
        }
        target = target.ofCustomer(item.take("customer").orElse(""));
        Optional<String> page = item.take("page");
        if (page.isPresent()) {
            target = onPages(target, page.get());
        }
        Optional<String> share = item.take("share");
        if (share.isPresent()) {
            target = target.share(Words.share(share.get()));
        }
        Optional<String> next = item.take("next");
        if (next.isPresent()) {
            target = target.next(Words.integer("number of calls", next.get()));
        }
        Optional<String> inARow = item.take("in-a-row");
        return inARow.isPresent() ? target.atMostInARow(Words.integer("in-a-row", inARow.get())) : target;
    }

    private static Set<PathKind> paths(String text) {
        Set<PathKind> kinds = EnumSet.noneOf(PathKind.class);
        for (String word : text.split("\\+", -1)) {
            kinds.add(Words.one("path", word, PathKind.values(), PathKind::word));
        }
        return kinds;
    }

    private static Target onPages(Target target, String text) {
        List<String> range = List.of(text.split(RANGE, 2));
        int first = Words.integer("page", range.get(0));
        if (range.size() == 1) {
            return target.onPage(first);
        }
        return range.get(1).isEmpty()
                ? target.fromPage(first)
                : target.onPages(first, Words.integer("page", range.get(1)));
    }
}
