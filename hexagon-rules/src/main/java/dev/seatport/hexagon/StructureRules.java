package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cycles of packages, classes outside all layers, names in the core, marked packages, and errors of the declaration. */
final class StructureRules {
    static final String CYCLES = "package-cycles";
    static final String COVERAGE = "layer-coverage";
    static final String NAMES = "core-names";
    static final String NULLNESS = "null-marked";
    static final String DECLARATION = "declaration";

    private static final Pattern WORD_BOUNDARY =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[$._-]");

    private StructureRules() {}

    static List<ArchitectureRule> rules() {
        return List.of(
                new ArchitectureRule(
                        CYCLES, RuleGroup.CYCLES, "no cycles between packages of a layer", StructureRules::cycles),
                new ArchitectureRule(
                        COVERAGE, RuleGroup.COVERAGE, "each class is in a layer", StructureRules::coverage),
                new ArchitectureRule(
                        NAMES,
                        RuleGroup.NAMES,
                        "no name in the core contains an adapter or a forbidden word",
                        StructureRules::names),
                new ArchitectureRule(
                        NULLNESS,
                        RuleGroup.NULLNESS,
                        "each package has a package-info with the nullness annotation",
                        StructureRules::nullness));
    }

    private static Stream<Violation> cycles(Layout layout, Collection<JavaClass> classes) {
        Map<String, Map<String, String>> uses = packageUses(layout, classes);
        Set<String> reported = new LinkedHashSet<>();
        List<Violation> violations = new ArrayList<>();
        for (String start : uses.keySet()) {
            List<String> cycle = reported.contains(start) ? List.of() : shortestCycle(uses, start);
            if (!cycle.isEmpty()) {
                reported.addAll(cycle);
                violations.add(new Violation(
                        CYCLES,
                        start,
                        "is in a cycle of packages, " + steps(uses, cycle),
                        "packages in a cycle can only be understood, tested and moved together",
                        "Move the used class, or pass an interface"));
            }
        }
        return violations.stream();
    }

    /** Returns for each package the packages of its layer that it uses, each with one example. */
    private static Map<String, Map<String, String>> packageUses(Layout layout, Collection<JavaClass> classes) {
        Map<String, Map<String, String>> uses = new TreeMap<>();
        for (JavaClass type : classes) {
            layout.layerOf(type)
                    .ifPresent(place -> type.getDirectDependenciesFromSelf().stream()
                            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                            .filter(target -> !target.getPackageName().equals(type.getPackageName()))
                            .filter(target ->
                                    layout.layerOf(target).filter(place::equals).isPresent())
                            .forEach(target -> uses.computeIfAbsent(type.getPackageName(), unused -> new TreeMap<>())
                                    .merge(
                                            target.getPackageName(),
                                            type.getName() + " uses " + target.getName(),
                                            (one, other) -> one.compareTo(other) <= 0 ? one : other)));
        }
        return uses;
    }

    /** Breadth-first search. Returns the packages of the cycle by order of use; empty if there is none. */
    private static List<String> shortestCycle(Map<String, Map<String, String>> uses, String start) {
        Map<String, String> previous = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String at = open.remove();
            for (String next : uses.getOrDefault(at, Map.of()).keySet()) {
                if (next.equals(start)) {
                    return path(previous, start, at);
                }
                if (previous.putIfAbsent(next, at) == null) {
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<String> path(Map<String, String> previous, String start, String end) {
        List<String> path = new ArrayList<>();
        String at = end;
        while (!at.equals(start)) {
            path.add(0, at);
            at = previous.getOrDefault(at, start);
        }
        path.add(0, start);
        return path;
    }

    private static String steps(Map<String, Map<String, String>> uses, List<String> cycle) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < cycle.size(); i++) {
            String next = cycle.get((i + 1) % cycle.size());
            steps.add(uses.getOrDefault(cycle.get(i), Map.of()).getOrDefault(next, ""));
        }
        return String.join(" and ", steps);
    }

    private static Stream<Violation> coverage(Layout layout, Collection<JavaClass> classes) {
        return classes.stream()
                .filter(type -> layout.isBelowRoot(type.getPackageName()) && !Layout.isPackageInfo(type))
                .filter(type -> type.isTopLevelClass() && layout.layerOf(type).isEmpty())
                .map(type -> new Violation(
                        COVERAGE,
                        type.getName(),
                        "is in no layer " + type.getSourceCodeLocation(),
                        "no rule checks the package " + type.getPackageName(),
                        "Move it to a package of a layer, or declare its package"));
    }

    private static Stream<Violation> names(Layout layout, Collection<JavaClass> classes) {
        Set<String> words = layout.forbiddenWords(classes);
        Set<String> parts = layout.forbiddenParts();
        return classes.stream()
                .filter(type -> !Layout.isPackageInfo(type))
                .filter(type -> layout.layerOf(type)
                        .filter(place -> place.kind().isCore())
                        .isPresent())
                .flatMap(type -> forbidden(words(layout.belowRoot(type.getName())), words, parts)
                        .map(word -> new Violation(
                                NAMES,
                                type.getName(),
                                "has " + word + " in its name " + type.getSourceCodeLocation(),
                                "the core must not depend on one vendor or technology",
                                "Name it by its role in the domain, or declare another name for the adapter")));
    }

    private static Stream<String> forbidden(List<String> name, Set<String> words, Set<String> parts) {
        return Stream.concat(
                        words.stream().filter(word -> hasWord(name, word)),
                        parts.stream().filter(part -> hasPart(name, part)))
                .distinct();
    }

    private static List<String> words(String name) {
        return WORD_BOUNDARY
                .splitAsStream(name)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Returns whether consecutive words form the forbidden one, so that AddTo does not match dto. */
    private static boolean hasWord(List<String> words, String forbidden) {
        for (int from = 0; from < words.size(); from++) {
            String joined = "";
            for (int to = from; to < words.size() && joined.length() < forbidden.length(); to++) {
                joined += words.get(to);
            }
            if (joined.equals(forbidden)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a word contains the part, or consecutive words begin with it. So AddTo does not have the part dto. */
    private static boolean hasPart(List<String> words, String part) {
        for (int from = 0; from < words.size(); from++) {
            boolean inside = words.get(from).contains(part);
            if (inside || String.join("", words.subList(from, words.size())).startsWith(part)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Violation> nullness(Layout layout, Collection<JavaClass> classes) {
        Map<String, JavaClass> unmarked = new TreeMap<>();
        for (JavaClass type : classes) {
            boolean marked = type.getPackage()
                    .tryGetPackageInfo()
                    .map(info -> info.isAnnotatedWith(layout.nullMarker))
                    .orElse(false);
            if (!marked && !Layout.isPackageInfo(type) && layout.layerOf(type).isPresent()) {
                unmarked.putIfAbsent(type.getPackageName(), type);
            }
        }
        return unmarked.values().stream()
                .map(type -> new Violation(
                        NULLNESS,
                        type.getPackageName(),
                        "has " + type.getSimpleName() + " and no package-info with "
                                + layout.nullMarker.substring(layout.nullMarker.lastIndexOf('.') + 1),
                        "tools then accept null everywhere in it",
                        "Add a package-info.java with the annotation"));
    }

    /** Returns the errors of the declaration. A rule about a package or library that does not exist can never fail. */
    static Stream<Violation> declaration(Layout layout, Collection<JavaClass> classes) {
        Map<Layer, List<JavaClass>> members = classes.stream()
                .filter(type -> !Layout.isPackageInfo(type))
                .filter(type -> layout.layerOf(type).isPresent())
                .collect(Collectors.groupingBy(
                        type -> layout.layerOf(type).orElseThrow().layer()));
        return Stream.of(
                        layout.layers.stream()
                                .filter(layer -> !layout.optional.contains(layer.kind()))
                                .flatMap(layer -> emptyPackages(layer, members.getOrDefault(layer, List.of()))),
                        layout.layers.stream()
                                .flatMap(layer -> unusedLibraries(layer, members.getOrDefault(layer, List.of()))),
                        unknownLayers(layout, classes),
                        missingEntryTypes(layout, classes),
                        missingMutableClasses(layout, members),
                        unusedRestrictions(layout, members),
                        unusedHiddenLibraries(layout, members))
                .flatMap(found -> found);
    }

    private static Stream<Violation> emptyPackages(Layer layer, List<JavaClass> members) {
        return layer.packages().stream()
                .filter(pattern -> members.stream().noneMatch(type -> pattern.matches(type.getPackageName())))
                .map(pattern -> declarationError(
                        layer.name(),
                        "has no classes in " + pattern.text(),
                        "Correct the package, or import its classes"));
    }

    private static Stream<Violation> unusedLibraries(Layer layer, List<JavaClass> members) {
        return layer.libraries().stream()
                .filter(library -> !members.isEmpty() && !isUsed(library, members))
                .map(library -> declarationError(
                        layer.name(),
                        "does not use its allowed library " + library.text(),
                        "Correct the library, or remove it"));
    }

    /** An adapter declared as a star has the name of its package. */
    private static Stream<Violation> unknownLayers(Layout layout, Collection<JavaClass> classes) {
        Set<String> known = Stream.concat(
                        layout.layers.stream().map(Layer::name),
                        layout.places(classes).keySet().stream().map(ComponentLayer::name))
                .collect(Collectors.toSet());
        return layout.layers.stream()
                .flatMap(layer -> layer.extra().stream()
                        .filter(name -> !known.contains(name))
                        .map(name -> declarationError(
                                layer.name(),
                                "may use " + name + ", which is not the name of a layer",
                                "Correct the name, or remove it")));
    }

    private static Stream<Violation> unusedHiddenLibraries(Layout layout, Map<Layer, List<JavaClass>> members) {
        List<JavaClass> all = members.values().stream().flatMap(List::stream).toList();
        return layout.hidden.stream()
                .filter(library -> !isUsed(library, all))
                .map(library -> declarationError(
                        library.text(),
                        "is not to be in signatures, and no layer uses it",
                        "Correct the library, or remove it"));
    }

    private static Stream<Violation> missingMutableClasses(Layout layout, Map<Layer, List<JavaClass>> members) {
        List<JavaClass> core = members.entrySet().stream()
                .filter(entry -> entry.getKey().kind().isCore())
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        return layout.mutable.stream()
                .filter(pattern -> core.stream().noneMatch(type -> Layout.matches(List.of(pattern), type)))
                .map(pattern -> declarationError(
                        pattern.text(),
                        "is declared with mutableClasses and is no class of the core",
                        "Correct the name, or remove it"));
    }

    private static Stream<Violation> unusedRestrictions(Layout layout, Map<Layer, List<JavaClass>> members) {
        // Without layers, the library is refused everywhere, and so nothing uses it.
        return layout.restricted.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .filter(entry -> layout.layers.stream()
                        .filter(layer -> entry.getValue().contains(layer.name()))
                        .noneMatch(layer -> isUsed(entry.getKey(), members.getOrDefault(layer, List.of()))))
                .map(entry -> declarationError(
                        String.join(", ", entry.getValue()),
                        "does not use the restricted library " + entry.getKey().text(),
                        "Correct the library, or remove it"));
    }

    private static boolean isUsed(PackagePattern library, List<JavaClass> members) {
        return members.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> Layout.matches(
                        List.of(library), dependency.getTargetClass().getBaseComponentType()));
    }

    private static Stream<Violation> missingEntryTypes(Layout layout, Collection<JavaClass> classes) {
        return layout.entryTypes.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(name -> classes.stream().noneMatch(type -> isEntry(layout, entry.getKey(), type, name)))
                        .map(name -> declarationError(
                                entry.getKey(), "has no entry type " + name, "Correct the name, or remove it")));
    }

    private static boolean isEntry(Layout layout, String adapter, JavaClass type, String simpleName) {
        return type.getSimpleName().equals(simpleName)
                && !layout.isInternal(type)
                && layout.layerOf(type)
                        .filter(place -> place.name().equals(adapter)
                                || place.layer().name().equals(adapter))
                        .isPresent();
    }

    private static Violation declarationError(String layer, String cause, String remedy) {
        return new Violation(DECLARATION, layer, cause, "a rule about it can never fail", remedy);
    }
}
