package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Declared layers and options. Immutable after {@link #with}, which changes a copy. */
final class Layout {
    /** Segment of packages that only their own layer may use. */
    private static final String INTERNAL = "internal";

    /** Packages that each Kotlin class may use without a line in the source. */
    static final List<PackagePattern> KOTLIN = Stream.of("kotlin..", "org.jetbrains.annotations..")
            .map(PackagePattern::of)
            .toList();

    /** Root packages. A class below one of them must be in a layer. */
    final List<String> roots;

    /** Layers by order of declaration. */
    List<Layer> layers = List.of();

    Set<RuleGroup> groups =
            Stream.of(RuleGroup.values()).filter(RuleGroup::isOnByDefault).collect(Collectors.toUnmodifiableSet());

    /** Libraries that each layer may use. */
    List<PackagePattern> everywhere = List.of();

    /** Names of the only layers that may use a library. */
    Map<PackagePattern, Set<String>> restricted = Map.of();

    /** Libraries whose types no public signature may contain. */
    List<PackagePattern> hidden = List.of();

    /** Words that no name in the core may contain, besides the names of adapters. */
    Set<String> words = Set.of();

    /** Texts that no name in the core may contain, also inside a word. */
    Set<String> parts = Set.of();

    /** Kinds of layers that need not have classes. */
    Set<Layer.Kind> optional = Set.of();

    /** Names of core classes that may change, such as entities. */
    List<PackagePattern> mutable = List.of();

    /** Simple names of the public types of an adapter. */
    Map<String, Set<String>> entryTypes = Map.of();

    /** The only packages of a layer outside {@code internal}. */
    Map<String, List<PackagePattern>> entryPackages = Map.of();

    /** Names of layers that implement ports in {@code internal} packages only. */
    Set<String> internalImplementations = Set.of();

    /** Names of layers outside the core in which clock, chance, environment and console are arguments, too. */
    Set<String> ambient = Set.of();

    private final Map<String, Optional<ComponentLayer>> cachedPlaces = new ConcurrentHashMap<>();

    String nullMarker = "org.jspecify.annotations.NullMarked";

    Layout(List<String> roots) {
        this.roots = List.copyOf(roots);
    }

    private Layout(Layout other) {
        this(other.roots);
        this.layers = other.layers;
        this.groups = other.groups;
        this.everywhere = other.everywhere;
        this.restricted = other.restricted;
        this.hidden = other.hidden;
        this.words = other.words;
        this.parts = other.parts;
        this.optional = other.optional;
        this.mutable = other.mutable;
        this.entryTypes = other.entryTypes;
        this.entryPackages = other.entryPackages;
        this.internalImplementations = other.internalImplementations;
        this.ambient = other.ambient;
        this.nullMarker = other.nullMarker;
    }

    Layout with(Consumer<Layout> change) {
        Layout copy = new Layout(this);
        change.accept(copy);
        return copy;
    }

    /** Completes a pattern that is relative to the first root package. */
    PackagePattern pattern(String text) {
        boolean absolute = roots.stream().anyMatch(root -> text.equals(root) || text.startsWith(root + "."));
        if (absolute) {
            return PackagePattern.of(text);
        }
        String root = roots.get(0);
        if (text.equals(".")) {
            return PackagePattern.of(root);
        }
        return PackagePattern.of(text.startsWith(".") ? root + text : root + "." + text);
    }

    /** Adds a layer, or packages and libraries to the layer of the same name and kind. */
    Layout plus(Layer added) {
        List<Layer> more = new ArrayList<>(layers);
        for (int i = 0; i < more.size(); i++) {
            Layer known = more.get(i);
            if (known.name().equals(added.name()) && known.kind() == added.kind()) {
                more.set(i, known.plus(added));
                return with(copy -> copy.layers = List.copyOf(more));
            }
            if (known.name().equals(added.name()) && !added.name().equals("*")) {
                throw new IllegalArgumentException(
                        added.name() + " is already the name of a layer of another kind: choose another name");
            }
        }
        more.add(added);
        return with(copy -> copy.layers = List.copyOf(more));
    }

    /**
     * Changes the layers of a name.
     *
     * @throws IllegalArgumentException if no layer has this name
     */
    Layout change(String name, UnaryOperator<Layer> change) {
        requireLayer(name);
        List<Layer> changed = layers.stream()
                .map(layer -> layer.name().equals(name) ? change.apply(layer) : layer)
                .toList();
        return with(copy -> copy.layers = changed);
    }

    void requireLayer(String name) {
        if (layers.stream().noneMatch(layer -> layer.name().equals(name))) {
            throw new IllegalArgumentException(name + " is not the name of a layer: declare the layer first");
        }
    }

    /** Returns the layer of a class, or of the elements of an array; empty if it is in none. */
    Optional<ComponentLayer> layerOf(JavaClass type) {
        return layerOf(type.getBaseComponentType().getPackageName());
    }

    /** Returns the layer of a package; empty if it is in none. Of several patterns, the most precise decides. */
    Optional<ComponentLayer> layerOf(String packageName) {
        return cachedPlaces.computeIfAbsent(packageName, this::findPlace);
    }

    private Optional<ComponentLayer> findPlace(String packageName) {
        Optional<ComponentLayer> best = Optional.empty();
        int weight = -1;
        for (Layer layer : layers) {
            for (PackagePattern pattern : layer.packages()) {
                Optional<List<String>> stars =
                        pattern.weight() > weight ? pattern.match(packageName) : Optional.empty();
                if (stars.isPresent()) {
                    best = Optional.of(place(layer, pattern, stars.orElseThrow()));
                    weight = pattern.weight();
                }
            }
        }
        return best;
    }

    /** A star directly below a root package stands for the component, the last star for the adapter. */
    private ComponentLayer place(Layer layer, PackagePattern pattern, List<String> stars) {
        boolean component = roots.stream().anyMatch(root -> pattern.text().startsWith(root + ".*"));
        boolean named = layer.name().equals("*") && !stars.isEmpty();
        String name = named ? stars.get(stars.size() - 1) : layer.name();
        boolean onlyTheName = named && stars.size() == 1;
        return new ComponentLayer(layer, name, component && !onlyTheName ? stars.get(0) : "");
    }

    boolean mayUse(ComponentLayer from, ComponentLayer to) {
        if (from.equals(to) || from.kind() == Layer.Kind.OUTERMOST) {
            return true;
        }
        if (from.isOtherComponent(to)) {
            return mayCross(from, to);
        }
        return from.layer().mayUse(to.layer()) || from.layer().extra().contains(to.name());
    }

    /** A component is used through its inbound ports, and not by a domain or a port. Inbound ports may be declared as callers. */
    private static boolean mayCross(ComponentLayer from, ComponentLayer to) {
        boolean caller = from.kind() == Layer.Kind.APPLICATION || !from.kind().isCore();
        boolean declared =
                from.kind() == Layer.Kind.INBOUND_PORTS && from.layer().extra().contains(to.name());
        return (caller || declared) && to.kind() == Layer.Kind.INBOUND_PORTS;
    }

    boolean mayUseLibrary(ComponentLayer from, JavaClass library) {
        JavaClass type = library.getBaseComponentType();
        if (isJdk(type) || matches(everywhere, type) || matches(from.layer().libraries(), type)) {
            return true;
        }
        return !from.kind().isCore() && from.layer().libraries().isEmpty();
    }

    private static boolean isJdk(JavaClass type) {
        return type.isPrimitive() || type.getPackageName().startsWith("java.");
    }

    /** Returns whether a pattern matches the package or the name of a class. */
    static boolean matches(Collection<PackagePattern> patterns, JavaClass type) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.matches(type.getPackageName()) || pattern.matches(type.getName()));
    }

    boolean isBelowRoot(String packageName) {
        return roots.stream().anyMatch(root -> isIn(packageName, root));
    }

    private static boolean isIn(String packageName, String root) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }

    /** Returns whether the class is below a root package, in or below a package named {@code internal}. */
    boolean isInternal(JavaClass type) {
        return isInternal(type.getBaseComponentType().getPackageName());
    }

    boolean isInternal(String packageName) {
        return roots.stream()
                .filter(root -> isIn(packageName, root))
                .anyMatch(root -> (packageName.substring(root.length()) + ".").contains("." + INTERNAL + "."));
    }

    /** Returns whether a layer must not use the classes of an internal package. Classes internal to a component are open to it. */
    boolean isClosed(ComponentLayer from, String internal) {
        return layerOf(internal)
                .filter(to -> !to.equals(from))
                .filter(to -> !(to.component().equals(from.component()) && isInternalToComponent(to, internal)))
                .isPresent();
    }

    /** Returns whether a package is internal to a component, and not only to one of its layers. */
    boolean isInternalToComponent(ComponentLayer place, String packageName) {
        return !place.component().isEmpty()
                && roots.stream()
                        .map(root -> root + "." + place.component() + "." + INTERNAL)
                        .filter(internal -> isIn(packageName, internal))
                        .anyMatch(internal ->
                                !(packageName.substring(internal.length()) + ".").contains("." + INTERNAL + "."));
    }

    /** Returns the text without the root package. */
    String belowRoot(String name) {
        return roots.stream()
                .filter(root -> isIn(name, root))
                .findFirst()
                .map(root -> name.substring(root.length()))
                .orElse(name);
    }

    /** Returns the places that have classes, with the first of their packages. */
    Map<ComponentLayer, String> places(Collection<JavaClass> classes) {
        Map<ComponentLayer, String> places = new LinkedHashMap<>();
        classes.stream()
                .filter(type -> !isPackageInfo(type))
                .map(JavaClass::getPackageName)
                .distinct()
                .sorted()
                .forEach(
                        packageName -> layerOf(packageName).ifPresent(place -> places.putIfAbsent(place, packageName)));
        return places;
    }

    /**
     * Returns the words that no name in the core may contain, in lower case: the declared words and the names of adapters. An
     * adapter is often named after the component that it calls, so the names of components are allowed.
     */
    Set<String> forbiddenWords(Collection<JavaClass> classes) {
        Set<String> forbidden = new LinkedHashSet<>();
        Set<ComponentLayer> known = places(classes).keySet();
        for (ComponentLayer place : known) {
            if (place.kind().isAdapter()) {
                forbidden.add(plain(place.name()));
            }
        }
        known.forEach(place -> forbidden.remove(plain(place.component())));
        words.forEach(word -> forbidden.add(plain(word)));
        return forbidden;
    }

    /** Returns the texts that no name in the core may contain, in lower case. */
    Set<String> forbiddenParts() {
        return parts.stream().map(Layout::plain).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]", "");
    }

    static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }
}
