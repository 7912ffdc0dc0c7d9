package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Declares the layers of a hexagonal project and checks its classes.
 *
 * <pre>{@code
 * Hexagon.of("com.acme")
 *         .domain("domain..")
 *         .ports("ports..")
 *         .application("application..")
 *         .adapter("stripe", "adapter.stripe..")
 *         .inbound("web", "web..")
 *         .outermost("main", ".")
 *         .check();
 * }</pre>
 *
 * <p>Packages are in ArchUnit's notation and relative to the first root package. A package below one of the roots may be
 * written in full. {@code a.b} is one package, {@code a.b..} also those below, {@code .} is the root package. {@code *} is one
 * segment: directly below the root it stands for the component; as the last star of an adapter named {@code *} for the
 * adapter. Of several patterns, the one with more fixed segments decides.
 *
 * <p>A core layer may use the JDK, inner layers and its declared libraries. Any other layer may use all libraries unless it
 * declares some. Immutable and thread-safe: each method returns new rules.
 */
public final class Hexagon {
    private final Layout layout;
    private final List<Exemption> exemptions;
    private final LocalDate today;

    private Hexagon(Layout layout, List<Exemption> exemptions, LocalDate today) {
        this.layout = layout;
        this.exemptions = List.copyOf(exemptions);
        this.today = today;
    }

    /** Starts a declaration. Relative packages are below the first root; each class below any root must be in a layer. */
    public static Hexagon of(String root, String... moreRoots) {
        List<String> roots = new ArrayList<>(List.of(root));
        roots.addAll(Arrays.asList(moreRoots));
        return new Hexagon(new Layout(roots), List.of(), LocalDate.now(ZoneId.systemDefault()));
    }

    /**
     * Returns the layout of the book "Get Your Hands Dirty on Clean Architecture": {@code application.domain.model},
     * {@code application.domain.service}, {@code application.port.in} and {@code out}, {@code adapter.in.*} and {@code out.*}.
     * A project need not have all of these ports and adapters.
     */
    public static Hexagon buckpal(String root) {
        return of(root).domain("application.domain.model..")
                .inboundPorts("application.port.in..")
                .outboundPorts("application.port.out..")
                .application("application.domain.service..")
                .inbound("*", "adapter.in.*..")
                .adapter("*", "adapter.out.*..")
                .with(copy -> copy.optional = Set.of(
                        Layer.Kind.INBOUND_PORTS, Layer.Kind.OUTBOUND_PORTS, Layer.Kind.INBOUND, Layer.Kind.ADAPTER));
    }

    /** Adds packages of the domain. Libraries are patterns of packages or classes that it may use besides the JDK. */
    public Hexagon domain(String packages, String... libraries) {
        return plus("domain", Layer.Kind.DOMAIN, packages, libraries);
    }

    /** Adds packages that all layers and components may use, with the rules of a domain. */
    public Hexagon sharedKernel(String packages, String... libraries) {
        return plus("sharedKernel", Layer.Kind.SHARED_KERNEL, packages, libraries);
    }

    /** Adds packages of ports, inbound and outbound together. */
    public Hexagon ports(String packages, String... libraries) {
        return plus("ports", Layer.Kind.PORTS, packages, libraries);
    }

    /** Adds packages of ports that the application implements. Other components may use them. */
    public Hexagon inboundPorts(String packages, String... libraries) {
        return plus("inboundPorts", Layer.Kind.INBOUND_PORTS, packages, libraries);
    }

    /** Adds packages of ports that adapters implement. */
    public Hexagon outboundPorts(String packages, String... libraries) {
        return plus("outboundPorts", Layer.Kind.OUTBOUND_PORTS, packages, libraries);
    }

    /** Adds packages of use cases. */
    public Hexagon application(String packages, String... libraries) {
        return plus("application", Layer.Kind.APPLICATION, packages, libraries);
    }

    /**
     * Adds an adapter that implements outbound ports.
     *
     * @param name the name, or {@code *} for one adapter per value of the last star in the packages
     */
    public Hexagon adapter(String name, String packages, String... libraries) {
        return plus(name, Layer.Kind.ADAPTER, packages, libraries);
    }

    /**
     * Adds an adapter that calls inbound ports, such as a controller.
     *
     * @param name the name, or {@code *} for one adapter per value of the last star in the packages
     */
    public Hexagon inbound(String name, String packages, String... libraries) {
        return plus(name, Layer.Kind.INBOUND, packages, libraries);
    }

    /** Adds a layer that adapters share, such as an HTTP client. */
    public Hexagon adapterSupport(String name, String packages, String... libraries) {
        return plus(name, Layer.Kind.ADAPTER_SUPPORT, packages, libraries);
    }

    /** Adds another layer, which may use no layer until {@link #mayUse} adds some. */
    public Hexagon layer(String name, String packages, String... libraries) {
        return plus(name, Layer.Kind.CUSTOM, packages, libraries);
    }

    /** Adds a layer that may use everything, print, exit and use the clock: the main class and the wiring. */
    public Hexagon outermost(String name, String packages, String... libraries) {
        return plus(name, Layer.Kind.OUTERMOST, packages, libraries);
    }

    private Hexagon plus(String name, Layer.Kind kind, String packages, String... libraries) {
        return changed(
                layout.plus(new Layer(name, kind, List.of(layout.pattern(packages)), patterns(libraries), Set.of())));
    }

    /**
     * Lets a layer use further layers of its component. An unknown name in {@code others} is a violation. The inbound ports of a
     * component may use those of others after {@code mayUse("inboundPorts", "inboundPorts")}.
     *
     * @param layer the name of the layer. A layer without a declared name has that of its method, such as {@code sharedKernel}.
     *     Adapters that were declared as {@code *} have the name {@code *}, inbound and outbound ones together
     * @param others names of layers. Of the adapters declared as {@code *}, one is named by its package
     */
    public Hexagon mayUse(String layer, String... others) {
        return changed(layout.change(layer, found -> found.mayAlsoUse(List.of(others))));
    }

    /** Lets all layers use these libraries. */
    public Hexagon allowEverywhere(String... libraries) {
        return with(copy -> copy.everywhere = joined(copy.everywhere, patterns(libraries)));
    }

    /** Lets all layers use the Kotlin standard library and the annotations of JetBrains. */
    public Hexagon kotlin() {
        return with(copy -> copy.everywhere = joined(copy.everywhere, Layout.KOTLIN));
    }

    /** Refuses a library in all layers but these. Each restricted library must be in use there. Without layers, refuses it everywhere. */
    public Hexagon restrictLibrary(String library, String... layers) {
        for (String layer : layers) {
            layout.requireLayer(layer);
        }
        return with(copy -> {
            Map<PackagePattern, Set<String>> more = new LinkedHashMap<>(copy.restricted);
            more.put(PackagePattern.of(library), Set.of(layers));
            copy.restricted = Map.copyOf(more);
        });
    }

    /** Refuses types of these libraries in public signatures outside internal packages. A library that no layer uses is an error. */
    public Hexagon notInSignatures(String... libraries) {
        return with(copy -> copy.hidden = joined(copy.hidden, patterns(libraries)));
    }

    /** Refuses these words in names of the core, besides the names of the adapters. {@code dto} is no word of {@code Dtos}. */
    public Hexagon forbiddenWords(String... words) {
        return with(copy -> copy.words = joined(copy.words, Set.of(words)));
    }

    /**
     * Refuses names of the core that contain one of these texts, also inside a word: {@code http} refuses the package
     * {@code httpclient}, and {@code dto} refuses {@code SeatDtos}. A text that begins inside a word must end in it, so
     * {@code dto} allows {@code AddToReport}.
     */
    public Hexagon forbiddenParts(String... parts) {
        return with(copy -> copy.parts = joined(copy.parts, Set.of(parts)));
    }

    /** Allows fields that change in these classes of the core, by patterns of packages or class names. Each must have classes. */
    public Hexagon mutableClasses(String... classes) {
        return with(copy -> copy.mutable =
                joined(copy.mutable, Stream.of(classes).map(copy::pattern).toList()));
    }

    /**
     * Names the public types of an adapter outside its internal packages. Without names, an adapter has one public type, or any
     * number in the packages of {@link #entryPackages}.
     */
    public Hexagon entryTypes(String adapter, String... simpleNames) {
        layout.requireLayer(adapter);
        return with(copy -> {
            Map<String, Set<String>> more = new HashMap<>(copy.entryTypes);
            more.merge(adapter, Set.of(simpleNames), Hexagon::joined);
            copy.entryTypes = Map.copyOf(more);
        });
    }

    /** Names the only packages of a layer besides its internal ones. Further calls add packages. */
    public Hexagon entryPackages(String layer, String... packages) {
        layout.requireLayer(layer);
        return with(copy -> {
            Map<String, List<PackagePattern>> more = new HashMap<>(copy.entryPackages);
            more.merge(layer, Stream.of(packages).map(copy::pattern).toList(), Hexagon::joined);
            copy.entryPackages = Map.copyOf(more);
        });
    }

    /** Lets these layers implement ports in their internal packages only, so that callers see the port and not the class. */
    public Hexagon implementPortsInternally(String... layers) {
        for (String layer : layers) {
            layout.requireLayer(layer);
        }
        return with(copy -> copy.internalImplementations = joined(copy.internalImplementations, Set.of(layers)));
    }

    /** Makes clock, chance, environment and console arguments in these layers too, as in the core. */
    public Hexagon ambientIn(String... layers) {
        for (String layer : layers) {
            layout.requireLayer(layer);
        }
        return with(copy -> copy.ambient = joined(copy.ambient, Set.of(layers)));
    }

    /** Names the annotation of packages that {@link RuleGroup#NULLNESS} expects. The default is that of JSpecify. */
    public Hexagon nullMarker(String annotation) {
        return with(copy -> copy.nullMarker = annotation);
    }

    /** Switches groups on. */
    public Hexagon with(RuleGroup... groups) {
        return with(copy -> copy.groups = joined(copy.groups, Set.of(groups)));
    }

    /** Switches groups off. */
    public Hexagon without(RuleGroup... groups) {
        return with(copy -> {
            Set<RuleGroup> fewer = new HashSet<>(copy.groups);
            fewer.removeAll(Set.of(groups));
            copy.groups = Set.copyOf(fewer);
        });
    }

    /**
     * Adds an exception from a rule for a class and its nested classes. After its last day, the exception is a violation.
     *
     * @param className the full class name, or the package in a cycle
     * @param rule id of the rule, as in the message
     * @param reason why, for the reader
     * @param until the last day
     */
    public Hexagon except(String className, String rule, String reason, LocalDate until) {
        return excepted(className, rule, "", reason, until);
    }

    /**
     * Adds an exception from a rule for one use in a class and its nested classes. Other uses are violations.
     *
     * @param className the full class name
     * @param rule id of the rule, as in the message
     * @param use what the message has after "uses", such as {@code InstantSource.system} or a full class name
     * @param reason why, for the reader
     * @param until the last day
     */
    public Hexagon exceptUse(String className, String rule, String use, String reason, LocalDate until) {
        if (use.isBlank()) {
            throw new IllegalArgumentException("the exception of " + className + " from " + rule + " names no use");
        }
        return excepted(className, rule, use, reason, until);
    }

    private Hexagon excepted(String className, String rule, String use, String reason, LocalDate until) {
        if (ArchitectureRule.all().stream().noneMatch(known -> known.id().equals(rule))) {
            throw new IllegalArgumentException(rule + " is not the id of a rule: copy it from the message");
        }
        return new Hexagon(
                layout, joined(exemptions, List.of(new Exemption(className, rule, use, reason, until))), today);
    }

    /** Sets the day that decides which exceptions have expired. The default is the current day. */
    public Hexagon asOf(LocalDate day) {
        return new Hexagon(layout, exemptions, day);
    }

    /** Returns the rules for ArchUnit, such as for freezing. Unlike {@link #check}, they skip the declaration itself. */
    public List<ArchRule> rules() {
        return active().map(rule -> rule.toArchRule(
                        layout, found -> exemptions.stream().noneMatch(exemption -> exemption.covers(found, today))))
                .toList();
    }

    /** Returns all violations, sorted by class: those of the declaration only, if it has any. */
    public List<Violation> violations(JavaClasses classes) {
        return violations(classes.stream().toList());
    }

    List<Violation> violations(Collection<JavaClass> classes) {
        List<Violation> declaration =
                StructureRules.declaration(layout, classes).distinct().toList();
        if (!declaration.isEmpty()) {
            return declaration;
        }
        List<Violation> found =
                active().flatMap(rule -> rule.violations(layout, classes)).toList();
        return Stream.concat(
                        found.stream()
                                .filter(violation ->
                                        exemptions.stream().noneMatch(exemption -> exemption.covers(violation, today))),
                        exemptions.stream().flatMap(exemption -> exemption.problems(found, today)))
                .sorted(Comparator.comparing(Violation::subject).thenComparing(Violation::rule))
                .toList();
    }

    /**
     * Checks all rules.
     *
     * @param classes production classes, without tests
     * @throws AssertionError with one line for each violation
     */
    public void check(JavaClasses classes) {
        report("architecture rules", violations(classes));
    }

    /** Imports the classes below the root packages from the class path, without tests, and checks all rules. */
    public void check() {
        check(importClasses());
    }

    /** Returns the classes below the root packages on the class path, without tests. */
    public JavaClasses importClasses() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(layout.roots);
    }

    static void report(String title, List<Violation> violations) {
        if (!violations.isEmpty()) {
            int count = violations.size();
            StringBuilder lines = new StringBuilder(title + ": " + count + (count == 1 ? " violation" : " violations"));
            violations.forEach(violation -> lines.append(System.lineSeparator()).append(violation));
            throw new AssertionError(lines.toString());
        }
    }

    Layout layout() {
        return layout;
    }

    Stream<ArchitectureRule> active() {
        return ArchitectureRule.all().stream().filter(rule -> layout.groups.contains(rule.group()));
    }

    private Hexagon changed(Layout other) {
        return new Hexagon(other, exemptions, today);
    }

    private Hexagon with(Consumer<Layout> change) {
        return changed(layout.with(change));
    }

    private static List<PackagePattern> patterns(String... texts) {
        return Stream.of(texts).map(PackagePattern::of).toList();
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static <T> Set<T> joined(Set<T> one, Set<T> other) {
        Set<T> joined = new HashSet<>(one);
        joined.addAll(other);
        return Set.copyOf(joined);
    }
}
