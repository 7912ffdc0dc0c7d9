package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Generates the sources of {@link RuleProof}: for each rule, classes in the layers of a project that break it. */
final class ViolatingSources {
    private static final String TARGET = "PlantedTarget";
    private static final String LIBRARY = "plantedlibrary.PlantedLibrary";

    private final Layout layout;
    private final Map<ComponentLayer, String> places;
    private final Map<ComponentLayer, String> internals = new LinkedHashMap<>();
    private final Set<String> forbiddenWords;

    /** Public classes outside the project that the project uses. */
    private final List<JavaClass> libraries;

    private final List<Violator> plants = new ArrayList<>();
    /** Starts so high that no number is the beginning of another. */
    private int number = 10_000;

    private ViolatingSources(Layout layout, Collection<JavaClass> classes) {
        this.layout = layout;
        this.places = layout.places(classes);
        this.forbiddenWords = layout.forbiddenWords(classes);
        this.libraries = classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .distinct()
                .toList();
        classes.stream()
                .filter(layout::isInternal)
                .forEach(type ->
                        layout.layerOf(type).ifPresent(place -> internals.putIfAbsent(place, type.getPackageName())));
    }

    /**
     * Class that breaks a rule.
     *
     * @param rule id of the rule
     * @param mark text in the line that the rule must report
     * @param sources the class and what it uses
     */
    record Violator(String rule, String mark, List<String> sources) {}

    static List<Violator> of(Hexagon hexagon, Collection<JavaClass> classes) {
        ViolatingSources sources = new ViolatingSources(hexagon.layout(), classes);
        sources.dependencies();
        sources.libraries();
        sources.publicTypes();
        sources.values();
        sources.ambient();
        sources.structure();
        List<String> active = hexagon.active().map(ArchitectureRule::id).toList();
        return sources.plants.stream()
                .filter(plant -> active.contains(plant.rule()))
                .toList();
    }

    private void dependencies() {
        places.forEach((from, home) -> places.forEach((to, other) -> {
            if (!layout.mayUse(from, to)) {
                String target = other + "." + TARGET;
                String rule = from.isOtherComponent(to) ? DependencyRules.COMPONENTS : DependencyRules.LAYERS;
                add(rule, home, "%s { Object used() { return " + target + ".class; } }", target(other));
                add(
                        DependencyRules.REFLECTION,
                        home,
                        "%s { String used() { return \"" + target + "\"; } }",
                        target(other));
            }
        }));
        core((place, home) -> {
            add(DependencyRules.CORE_IO, home, "%s { Object used() { return java.net.http.HttpClient.class; } }");
            add(
                    DependencyRules.CORE_IO,
                    home,
                    "%s { void used() throws Exception { Runtime.getRuntime().exec(\"ls\"); } }");
            add(
                    DependencyRules.CORE_IO,
                    home,
                    "%s { Object used() throws Exception { return new java.util.Formatter(\"file\"); } }");
        });
    }

    private void libraries() {
        places.forEach((place, home) -> {
            if (place.kind().isCore() || !place.layer().libraries().isEmpty()) {
                add(
                        DependencyRules.LIBRARIES,
                        home,
                        "%s { Object used() { return " + LIBRARY + ".class; } }",
                        publicClass(LIBRARY));
            }
        });
        layout.restricted.forEach((library, allowed) -> {
            String name = classIn(library);
            places.forEach((place, home) -> {
                if (!name.isEmpty()
                        && !allowed.contains(place.name())
                        && !allowed.contains(place.layer().name())) {
                    add(
                            DependencyRules.RESTRICTED,
                            home,
                            "%s { Object used() { return " + name + ".class; } }",
                            generated(name));
                }
            });
        });
    }

    private void publicTypes() {
        internals.forEach((owner, internal) -> {
            String hidden = internal + ".PlantedInternal";
            places.forEach((place, home) -> {
                if (layout.isClosed(place, internal)) {
                    add(
                            PublicTypeRules.INTERNALS,
                            home,
                            "%s { Object used() { return " + hidden + ".class; } }",
                            publicClass(hidden));
                }
            });
            signature(owner, hidden);
        });
        layout.hidden.stream()
                .map(this::classIn)
                .filter(name -> !name.isEmpty())
                .forEach(name -> places.keySet().stream().findFirst().ifPresent(place -> signature(place, name)));
        places.forEach((place, home) -> {
            boolean anyName =
                    layout.entryPackages.containsKey(place.name()) && !layout.entryTypes.containsKey(place.name());
            if (place.kind().isAdapter() && !layout.isInternal(home) && !anyName) {
                add(PublicTypeRules.ENTRY_TYPES, home, "public %s {}", target(home));
            }
            if (layout.internalImplementations.contains(place.name())
                    || layout.internalImplementations.contains(place.layer().name())) {
                implementation(place, home);
            }
            if (layout.entryPackages.containsKey(place.name())) {
                below(place, home, "plantedroom")
                        .ifPresent(room -> add(PublicTypeRules.ENTRY_PACKAGES, room, "public %s {}"));
            }
        });
    }

    /** Adds a class outside the internal packages that implements a port. */
    private void implementation(ComponentLayer place, String home) {
        if (!layout.isInternal(home)) {
            places.entrySet().stream()
                    .filter(other -> other.getKey().kind().isPort() && layout.mayUse(place, other.getKey()))
                    .findFirst()
                    .ifPresent(ports -> {
                        String port = ports.getValue() + ".PlantedPort";
                        add(
                                PublicTypeRules.IMPLEMENTATIONS,
                                home,
                                "%s implements " + port + " {}",
                                "package " + ports.getValue() + ";\npublic interface PlantedPort {}\n");
                    });
        }
    }

    private void signature(ComponentLayer place, String type) {
        String home = places.getOrDefault(place, "");
        if (!home.isEmpty() && !layout.isInternal(home)) {
            add(
                    PublicTypeRules.SIGNATURES,
                    home,
                    "public %s { public " + type + " shown() { return null; } }",
                    generated(type));
        }
    }

    private void values() {
        places.forEach((place, home) -> {
            Layer.Kind kind = place.kind();
            if (kind.isCore() && kind != Layer.Kind.APPLICATION) {
                add(ValueRules.IMMUTABLE, home, "%s { int count; }");
                add(ValueRules.IMMUTABLE, home, "%s { final int[] counts = {}; }");
                add(ValueRules.IMMUTABLE, home, "%s { static String last; }");
            }
            if (kind.isPort()) {
                add(
                        ValueRules.STATELESS_PORTS,
                        home,
                        "%s { interface Port { java.util.List<String> SEEN = new java.util.ArrayList<>(); } }");
                add(ValueRules.PORT_INTERFACES, home, "abstract %s {}");
                add(
                        ValueRules.PORT_INTERFACES,
                        home,
                        "%s { interface Port { int count(); } int used(Port port) { return port.count(); } }");
            }
            if (kind == Layer.Kind.DOMAIN || kind == Layer.Kind.SHARED_KERNEL) {
                add(ValueRules.IDS, home, "%s { static class PlantedId {} }");
            }
            if (!ValueRules.isIndependent(place)) {
                add(ValueRules.DTOS, home, "%s { public static class PlantedDto {} }");
            }
        });
    }

    private void ambient() {
        places.forEach((place, home) -> {
            if (AmbientRules.isCovered(layout, place)) {
                for (AmbientRules.Call call : AmbientRules.CALLS) {
                    add(call.rule(), home, "%s { Object used() { return " + call.sample() + "; } }");
                }
                add(AmbientRules.CLOCK, home, "%s { Object used() { return java.time.Instant.now(); } }");
                add(
                        AmbientRules.CLOCK,
                        home,
                        "%s { Object used() { return java.time.LocalDate.now(java.time.ZoneOffset.UTC); } }");
                add(AmbientRules.CONSOLE, home, "%s { void used() { System.out.println(); } }");
                AmbientRules.STATEMENTS.stream()
                        .filter(call -> !call.sample().isEmpty())
                        .forEach(call -> add(
                                call.rule(), home, "%s { void used() throws Exception { " + call.sample() + " } }"));
            }
        });
    }

    private void structure() {
        String elsewhere = layout.roots.get(0) + ".plantedelsewhere";
        if (layout.layerOf(elsewhere).isEmpty()) {
            add(StructureRules.COVERAGE, elsewhere, "%s {}");
        }
        places.forEach((place, home) -> {
            below(place, home, "planteda")
                    .ifPresent(first -> below(place, home, "plantedb").ifPresent(second -> {
                        String one = first + ".PlantedFirst";
                        String other = second + ".PlantedSecond";
                        plants.add(new Violator(
                                StructureRules.CYCLES, one, List.of(using(one, other), using(other, one))));
                    }));
            below(place, home, "plantedunmarked").ifPresent(room -> add(StructureRules.NULLNESS, room, "%s {}"));
        });
        core((place, home) -> {
            forbiddenWords.forEach(word -> named(home, word));
            layout.forbiddenParts().forEach(part -> named(home, part + "s"));
        });
    }

    private void named(String home, String word) {
        String type = "Planted" + word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        String source = "package " + home + ";\nclass " + type + " {}\n";
        // The space ends the name: one name may be the beginning of another.
        plants.add(new Violator(StructureRules.NAMES, home + "." + type + " ", List.of(source)));
    }

    /** Does something for a place of the core and its package. */
    private interface LayerAction {
        void accept(ComponentLayer place, String home);
    }

    private void core(LayerAction action) {
        places.forEach((place, home) -> {
            if (place.kind().isCore()) {
                action.accept(place, home);
            }
        });
    }

    /** Adds a class in a package. The report names the class or, if it is about a package, the package. */
    private void add(String rule, String home, String template, String... used) {
        number++;
        String type = "Planted" + number;
        List<String> sources = new ArrayList<>(List.of(used));
        sources.add("package " + home + ";\n" + template.replace("%s", "class " + type) + "\n");
        plants.add(new Violator(rule, rule.equals(StructureRules.NULLNESS) ? home : type, sources));
    }

    private Optional<String> below(ComponentLayer place, String home, String segment) {
        String room = home + "." + segment;
        return layout.layerOf(room).filter(place::equals).map(found -> room);
    }

    private static String target(String home) {
        return publicClass(home + "." + TARGET);
    }

    private static String publicClass(String name) {
        int end = name.lastIndexOf('.');
        return "package " + name.substring(0, end) + ";\npublic class " + name.substring(end + 1) + " {}\n";
    }

    private static String using(String name, String other) {
        int end = name.lastIndexOf('.');
        return "package " + name.substring(0, end) + ";\npublic class " + name.substring(end + 1)
                + " { Object used() { return " + other + ".class; } }\n";
    }

    /** Returns the name of a class that a library pattern matches; empty if it is a package of the JDK that nothing uses. */
    private String classIn(PackagePattern library) {
        Optional<String> used = libraries.stream()
                .filter(type -> Layout.matches(List.of(library), type))
                .map(JavaClass::getName)
                .findFirst();
        String home = library.text().replaceAll("\\.\\.$", "").replace("*", "planted");
        boolean jdk = ModuleLayer.boot().modules().stream()
                .anyMatch(module -> module.getPackages().contains(home));
        return used.orElse(jdk ? "" : home + ".PlantedLibrary");
    }

    /** Returns the source of a class of a library, unless the class exists. */
    private static String[] generated(String name) {
        return name.contains(".Planted") ? new String[] {publicClass(name)} : new String[0];
    }
}
