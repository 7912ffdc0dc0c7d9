package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Allowed dependencies between layers and components, allowed libraries, and input and output in the core. */
final class DependencyRules {
    static final String LAYERS = "layer-dependencies";
    static final String COMPONENTS = "component-dependencies";
    static final String LIBRARIES = "allowed-libraries";
    static final String RESTRICTED = "restricted-libraries";
    static final String REFLECTION = "reflective-dependencies";
    static final String CORE_IO = "core-io";

    /** Packages of the JDK for files, sockets, databases and remote objects. */
    private static final List<String> IO_PACKAGES =
            List.of("java.net", "java.nio.file", "java.nio.channels", "java.sql", "java.rmi");

    /** Classes of the JDK for files and processes in packages that also have other classes. */
    private static final Set<String> IO_TYPES = Set.of(
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.io.Console",
            "java.util.zip.ZipFile",
            "java.util.jar.JarFile",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle");

    /** Classes with constructors that open a file by its name. Their other constructors write to an argument. */
    private static final Set<String> FILE_WRITERS =
            Set.of("java.io.PrintWriter", "java.io.PrintStream", "java.util.Formatter");

    /** Values and text functions in packages for input and output. */
    private static final Set<String> PURE_TYPES = Set.of(
            "java.net.URI",
            "java.net.URISyntaxException",
            "java.net.URLEncoder",
            "java.net.URLDecoder",
            "java.net.IDN");

    private DependencyRules() {}

    static List<ArchitectureRule> rules() {
        return List.of(
                new ArchitectureRule(
                        LAYERS,
                        RuleGroup.LAYERS,
                        "a layer uses only the layers further inside",
                        (layout, classes) -> each(layout, classes, DependencyRules::layerViolation)),
                new ArchitectureRule(
                        COMPONENTS,
                        RuleGroup.LAYERS,
                        "a component uses another only through its inbound ports",
                        (layout, classes) -> each(layout, classes, DependencyRules::componentViolation)),
                new ArchitectureRule(
                        LIBRARIES,
                        RuleGroup.LAYERS,
                        "a layer uses only its allowed libraries",
                        (layout, classes) -> each(layout, classes, DependencyRules::libraryViolation)),
                new ArchitectureRule(
                        RESTRICTED,
                        RuleGroup.LAYERS,
                        "only the named layers use a restricted library",
                        (layout, classes) -> each(layout, classes, DependencyRules::restrictedViolation)),
                new ArchitectureRule(
                        REFLECTION,
                        RuleGroup.LAYERS,
                        "no layer names a class of a forbidden layer in a text",
                        DependencyRules::reflection),
                new ArchitectureRule(
                        CORE_IO,
                        RuleGroup.JDK_IO,
                        "the core has no files, sockets, databases and processes",
                        (layout, classes) -> Stream.concat(
                                each(layout, classes, DependencyRules::ioViolation), ioCalls(layout, classes))));
    }

    /** One use of a class by a class in a layer. */
    private record Use(Layout layout, ComponentLayer from, JavaClass origin, JavaClass target, String location) {
        String subject() {
            return origin.getName();
        }

        String cause() {
            return "uses " + target.getName() + " " + location;
        }
    }

    /**
     * Returns one violation per class and used class, with the first place in the source. For libraries, returns one per package,
     * because one annotation brings the classes of its parameters.
     */
    private static Stream<Violation> each(
            Layout layout, Collection<JavaClass> classes, Function<Use, Optional<Violation>> check) {
        return classes.stream()
                .flatMap(
                        type -> layout.layerOf(type).stream().flatMap(place -> violations(layout, place, type, check)));
    }

    private static Stream<Violation> violations(
            Layout layout, ComponentLayer place, JavaClass type, Function<Use, Optional<Violation>> check) {
        Map<String, Violation> found = new LinkedHashMap<>();
        uses(layout, place, type)
                .forEach(use -> check.apply(use)
                        .ifPresent(violation -> found.putIfAbsent(
                                layout.layerOf(use.target()).isPresent()
                                        ? use.target().getName()
                                        : use.target().getPackageName(),
                                violation)));
        return found.values().stream();
    }

    private static Stream<Use> uses(Layout layout, ComponentLayer place, JavaClass type) {
        Map<String, Use> uses = new LinkedHashMap<>();
        type.getDirectDependenciesFromSelf().stream()
                .sorted(Comparator.comparingInt((Dependency dependency) ->
                                dependency.getSourceCodeLocation().getLineNumber())
                        .thenComparing(dependency -> !target(dependency).isAnnotation())
                        .thenComparing(dependency -> target(dependency).getName()))
                .forEach(dependency -> uses.putIfAbsent(
                        target(dependency).getName(),
                        new Use(
                                layout,
                                place,
                                type,
                                target(dependency),
                                dependency.getSourceCodeLocation().toString())));
        return uses.values().stream();
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    private static Optional<Violation> layerViolation(Use use) {
        return use.layout()
                .layerOf(use.target())
                .filter(to -> !use.from().isOtherComponent(to) && !use.layout().mayUse(use.from(), to))
                .map(to -> new Violation(
                        LAYERS,
                        use.subject(),
                        use.cause(),
                        reason(use.layout(), use.from(), to),
                        remedy(use.from(), to)));
    }

    private static String reason(Layout layout, ComponentLayer from, ComponentLayer to) {
        List<String> usable = from.layer().usable(layout.layers);
        return from.label() + " must not use " + to.label() + ", only itself"
                + (usable.isEmpty() ? "" : " and " + String.join(", ", usable));
    }

    private static String remedy(ComponentLayer from, ComponentLayer to) {
        if (from.kind().isAdapter() && to.kind().isAdapter()) {
            return "Let the application call both, or move what they share to a layer of adapterSupport";
        }
        if (from.kind().isCore() && !to.kind().isCore()) {
            return "Declare a port in the core and implement it in the adapter";
        }
        if (from.kind() == Layer.Kind.ADAPTER && to.kind() == Layer.Kind.INBOUND_PORTS) {
            return "Declare an adapter that calls inbound ports with inbound";
        }
        // Code that calls a port is a use case, and not a port itself.
        String home = to.kind().isPort() ? "the application" : to.label();
        return "Move the code to " + home + ", or pass the value as an argument";
    }

    private static Optional<Violation> componentViolation(Use use) {
        return use.layout()
                .layerOf(use.target())
                .filter(to -> use.from().isOtherComponent(to) && !use.layout().mayUse(use.from(), to))
                .map(to -> new Violation(
                        COMPONENTS,
                        use.subject(),
                        use.cause(),
                        use.from().label() + " must not use " + to.label()
                                + (to.kind() == Layer.Kind.INBOUND_PORTS
                                        ? ", only the application and the adapters use inbound ports of others"
                                        : ", a component is used through its inbound ports"),
                        componentRemedy(use.from(), to)));
    }

    private static String componentRemedy(ComponentLayer from, ComponentLayer to) {
        if (to.kind() != Layer.Kind.INBOUND_PORTS) {
            return "Call an inbound port of " + to.component() + ", or move the type to the shared kernel";
        }
        return from.kind() == Layer.Kind.INBOUND_PORTS
                ? "Move the type to the shared kernel, or declare mayUse(\"inboundPorts\", \"inboundPorts\")"
                : "Declare an own type, or move the type to the shared kernel";
    }

    private static Optional<Violation> libraryViolation(Use use) {
        if (use.layout().layerOf(use.target()).isPresent() || use.layout().mayUseLibrary(use.from(), use.target())) {
            return Optional.empty();
        }
        JavaClass target = use.target();
        if (use.layout().isBelowRoot(target.getPackageName())) {
            return Optional.of(new Violation(
                    LIBRARIES,
                    use.subject(),
                    use.cause(),
                    target.getName() + " is in no layer",
                    "Declare its package, or move it to a package of a layer"));
        }
        String allowed = Stream.concat(use.from().layer().libraries().stream(), use.layout().everywhere.stream())
                .map(PackagePattern::text)
                .distinct()
                .collect(Collectors.joining(", "));
        return Optional.of(new Violation(
                LIBRARIES,
                use.subject(),
                use.cause(),
                use.from().label() + " may use only " + (allowed.isEmpty() ? "" : allowed + " and ")
                        + "packages below java",
                Layout.matches(Layout.KOTLIN, target)
                        ? "Add kotlin() to the declaration"
                        : "Move the use to an adapter, or add the library to the declaration of the layer"));
    }

    private static Optional<Violation> restrictedViolation(Use use) {
        return use.layout().restricted.entrySet().stream()
                .filter(entry -> Layout.matches(List.of(entry.getKey()), use.target()))
                .filter(entry -> !entry.getValue().contains(use.from().name())
                        && !entry.getValue().contains(use.from().layer().name()))
                .findFirst()
                .map(entry -> new Violation(
                        RESTRICTED,
                        use.subject(),
                        use.cause(),
                        (entry.getValue().isEmpty() ? "no layer" : "only " + String.join(", ", entry.getValue()))
                                + " may use " + entry.getKey().text(),
                        entry.getValue().isEmpty() ? "Remove the use" : "Move the use there"));
    }

    private static Optional<Violation> ioViolation(Use use) {
        if (!use.from().kind().isCore() || !isIo(use.target())) {
            return Optional.empty();
        }
        return Optional.of(ioViolation(use.from(), use.subject(), use.cause()));
    }

    private static Violation ioViolation(ComponentLayer from, String subject, String cause) {
        return new Violation(
                CORE_IO,
                subject,
                cause,
                from.label() + " must run without files, network, database and processes",
                "Declare an outbound port, and implement it in an adapter");
    }

    /** Returns calls that open a file or start a process without a dependency on a class for it. One per class and method. */
    private static Stream<Violation> ioCalls(Layout layout, Collection<JavaClass> classes) {
        return classes.stream()
                .flatMap(type -> layout.layerOf(type).filter(from -> from.kind().isCore()).stream()
                        .flatMap(
                                from -> ioCalls(type).stream().map(cause -> ioViolation(from, type.getName(), cause))));
    }

    private static Collection<String> ioCalls(JavaClass type) {
        Map<String, String> found = new LinkedHashMap<>();
        type.getCodeUnitAccessesFromSelf().stream()
                .filter(access -> isIoCall(access.getTarget()))
                .sorted(Comparator.comparingInt(JavaAccess::getLineNumber))
                .forEach(access -> {
                    String name = access.getTargetOwner().getSimpleName() + "."
                            + access.getTarget().getName();
                    found.putIfAbsent(name, "uses " + name + " " + access.getSourceCodeLocation());
                });
        return found.values();
    }

    private static boolean isIoCall(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        if (owner.equals("java.lang.Runtime")) {
            return target.getName().equals("exec");
        }
        return FILE_WRITERS.contains(owner)
                && target.getName().equals("<init>")
                && target.getRawParameterTypes().stream()
                        .limit(1)
                        .anyMatch(parameter -> parameter.getName().equals("java.lang.String"));
    }

    private static boolean isIo(JavaClass type) {
        if (PURE_TYPES.contains(type.getName())) {
            return false;
        }
        return IO_TYPES.contains(type.getName())
                || IO_PACKAGES.stream()
                        .anyMatch(name -> type.getPackageName().equals(name)
                                || type.getPackageName().startsWith(name + "."));
    }

    /** Bytecode has no dependency on a class that is loaded by its name, but it has the name as a constant. */
    private static Stream<Violation> reflection(Layout layout, Collection<JavaClass> classes) {
        Set<String> names = classes.stream().map(JavaClass::getName).collect(Collectors.toSet());
        return classes.stream()
                .flatMap(type -> layout.layerOf(type).stream()
                        .flatMap(from -> StringConstants.of(type)
                                .map(text -> text.replace('/', '.'))
                                .filter(names::contains)
                                .flatMap(name -> namedLayer(layout, name)
                                        .filter(to -> !layout.mayUse(from, to))
                                        .map(to -> new Violation(
                                                REFLECTION,
                                                type.getName(),
                                                "has the class name " + name + " as a text "
                                                        + type.getSourceCodeLocation(),
                                                from.label() + " must not use " + to.label()
                                                        + ", and not by reflection",
                                                "Use a port instead of the name of the class"))
                                        .stream())));
    }

    private static Optional<ComponentLayer> namedLayer(Layout layout, String className) {
        return layout.layerOf(className.substring(0, Math.max(0, className.lastIndexOf('.'))));
    }
}
