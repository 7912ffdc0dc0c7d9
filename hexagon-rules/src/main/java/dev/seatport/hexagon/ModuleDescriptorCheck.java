package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares the dependencies in {@code pom.xml}, the module descriptor and the bytecode of Maven modules.
 *
 * <p>Reads {@code pom.xml} and {@code target/classes} of each module. The dependencies must be on the class path or module path
 * of the test. A class whose constants were inlined by the compiler is not in the bytecode.
 */
public final class ModuleDescriptorCheck {
    static final String DESCRIPTOR = "module-descriptor";
    static final String DEPENDENCIES = "module-dependencies";
    static final String REQUIRES = "module-requires";
    static final String EXPORTS = "module-exports";
    static final String OPENS = "module-opens";

    private final List<Path> folders;
    private final List<Exemption> exemptions;
    private final LocalDate today;

    private ModuleDescriptorCheck(Collection<Path> folders, Collection<Exemption> exemptions, LocalDate today) {
        this.folders = List.copyOf(folders);
        this.exemptions = List.copyOf(exemptions);
        this.today = today;
    }

    /**
     * Returns the check of the Maven modules in these folders. A folder without a compiled module descriptor is a violation.
     *
     * @throws IllegalArgumentException if there is no folder
     */
    public static ModuleDescriptorCheck of(Path... folders) {
        if (folders.length == 0) {
            throw new IllegalArgumentException("no module to check: name the folder of at least one Maven module");
        }
        return new ModuleDescriptorCheck(List.of(folders), List.of(), LocalDate.now(ZoneId.systemDefault()));
    }

    /**
     * Adds an exception.
     *
     * @param subject the begin of the message after the rule, such as {@code com.acme requires org.slf4j}
     * @param rule id of the rule, as in the message
     * @param reason why, for the reader
     * @param until the last day
     */
    public ModuleDescriptorCheck except(String subject, String rule, String reason, LocalDate until) {
        List<Exemption> more = new ArrayList<>(exemptions);
        more.add(new Exemption(subject, rule, "", reason, until));
        return new ModuleDescriptorCheck(folders, more, today);
    }

    /** Sets the day that decides which exceptions have expired. The default is the current day. */
    public ModuleDescriptorCheck asOf(LocalDate day) {
        return new ModuleDescriptorCheck(folders, exemptions, day);
    }

    /**
     * Checks all modules.
     *
     * @throws AssertionError with one line for each violation
     */
    public void check() {
        Hexagon.report("modules", violations());
    }

    /** Returns one violation for each difference. */
    public List<Violation> violations() {
        Libraries libraries = Libraries.ofThisProcess();
        List<Violation> found = folders.stream()
                .flatMap(folder -> violations(folder, libraries))
                .toList();
        return Stream.concat(
                        found.stream()
                                .filter(violation ->
                                        exemptions.stream().noneMatch(exemption -> exemption.covers(violation, today))),
                        exemptions.stream().flatMap(exemption -> exemption.problems(found, today)))
                .toList();
    }

    private static Stream<Violation> violations(Path folder, Libraries libraries) {
        Path classes = folder.resolve("target").resolve("classes");
        Path descriptor = classes.resolve("module-info.class");
        if (!Files.exists(descriptor)) {
            return Stream.of(new Violation(
                    DESCRIPTOR,
                    folder.toString(),
                    "has no file target/classes/module-info.class",
                    "nothing in it is compared",
                    "Correct the folder, compile the module, or remove the folder from the check"));
        }
        ModuleDescriptor module = read(descriptor);
        MavenPom pom = MavenPom.read(folder.resolve("pom.xml"));
        return Stream.of(
                        pom.dependencies().stream()
                                .filter(MavenPom.Dependency::isCompiled)
                                .flatMap(dependency -> dependency(module, dependency, libraries)),
                        unusedRequires(module, usedPackages(classes), libraries),
                        exports(module),
                        opens(module))
                .flatMap(found -> found);
    }

    private static ModuleDescriptor read(Path descriptor) {
        try (InputStream input = Files.newInputStream(descriptor)) {
            return ModuleDescriptor.read(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> usedPackages(Path classes) {
        Set<String> used = new HashSet<>();
        for (JavaClass type : new ClassFileImporter().importPath(classes)) {
            type.getDirectDependenciesFromSelf()
                    .forEach(dependency -> used.add(
                            dependency.getTargetClass().getBaseComponentType().getPackageName()));
        }
        return used;
    }

    private static Stream<Violation> dependency(
            ModuleDescriptor module, MavenPom.Dependency dependency, Libraries libraries) {
        Optional<ModuleDescriptor> library = libraries.ofArtifact(dependency.artifactId());
        String subject = module.name() + " depends on " + dependency.artifactId();
        if (library.isEmpty()) {
            return Stream.of(new Violation(
                    DEPENDENCIES,
                    subject,
                    "and it is not on the class path of this test",
                    "the dependency cannot be compared with the module descriptor",
                    "Add it to the test's class path, or remove it from the pom"));
        }
        String name = library.orElseThrow().name();
        boolean required = module.requires().stream().anyMatch(one -> one.name().equals(name));
        return required
                ? Stream.empty()
                : Stream.of(new Violation(
                        DEPENDENCIES,
                        subject,
                        "in pom.xml and does not require " + name,
                        "a dependency that no code needs reaches all users of the module",
                        "Remove it, give it the scope runtime or test, or require it"));
    }

    private static Stream<Violation> unusedRequires(ModuleDescriptor module, Set<String> used, Libraries libraries) {
        return module.requires().stream()
                .filter(required -> required.modifiers().isEmpty())
                .filter(required -> libraries.isKnown(required.name()))
                .filter(required -> libraries.packages(required.name()).stream().noneMatch(used::contains))
                .map(required -> new Violation(
                        REQUIRES,
                        module.name() + " requires " + required.name(),
                        "and uses no class of it",
                        "the module does not start without it",
                        "Remove it, or give a reason with except"));
    }

    private static Stream<Violation> exports(ModuleDescriptor module) {
        return module.exports().stream()
                .filter(exported -> !exported.isQualified())
                .filter(exported -> ("." + exported.source() + ".").contains(".internal."))
                .map(exported -> new Violation(
                        EXPORTS,
                        module.name() + " exports " + exported.source(),
                        "to all modules",
                        "callers can then depend on an internal type",
                        "Remove it, or export it to the one module that needs it"));
    }

    private static Stream<Violation> opens(ModuleDescriptor module) {
        if (module.isOpen()) {
            return Stream.of(opened(module.name() + " is open", "the whole module"));
        }
        return module.opens().stream()
                .filter(opened -> !opened.isQualified())
                .map(opened -> opened(module.name() + " opens " + opened.source(), "a package"));
    }

    private static Violation opened(String subject, String what) {
        return new Violation(
                OPENS,
                subject,
                "to all modules",
                "any library can then read private fields of " + what,
                "Open it to the module that needs reflection");
    }

    /** Modules on the class path and module path of this process, and those of the JDK. */
    private static final class Libraries {
        private static final String VERSION = "-\\d.*\\.jar";

        private final List<Path> entries;
        private final Map<String, ModuleDescriptor> byName = new HashMap<>();

        private Libraries(List<Path> entries) {
            this.entries = entries;
            ModuleFinder.ofSystem().findAll().forEach(this::add);
            entries.forEach(entry -> find(entry).forEach(this::add));
        }

        private static Libraries ofThisProcess() {
            return new Libraries(ClassPath.entries());
        }

        private void add(ModuleReference reference) {
            byName.putIfAbsent(reference.descriptor().name(), reference.descriptor());
        }

        /** A jar whose name is not a module name is not a module. */
        private static Set<ModuleReference> find(Path entry) {
            try {
                return ModuleFinder.of(entry).findAll();
            } catch (FindException e) {
                return Set.of();
            }
        }

        private boolean isKnown(String module) {
            return byName.containsKey(module);
        }

        private Optional<ModuleDescriptor> ofArtifact(String artifactId) {
            return entries.stream()
                    .filter(entry -> isArtifact(entry, artifactId))
                    .flatMap(entry -> find(entry).stream())
                    .map(ModuleReference::descriptor)
                    .findFirst();
        }

        /** The folder of a module in the same build has its pom.xml above target/classes. */
        private static boolean isArtifact(Path entry, String artifactId) {
            if (Files.isRegularFile(entry)) {
                return entry.getFileName().toString().matches(Pattern.quote(artifactId) + VERSION);
            }
            Path module = entry.toAbsolutePath()
                    .normalize()
                    .resolve("..")
                    .resolve("..")
                    .normalize();
            return entry.endsWith(Path.of("target", "classes"))
                    && MavenPom.isIn(module)
                    && MavenPom.read(module.resolve("pom.xml")).artifactId().equals(artifactId);
        }

        /** Includes the packages of modules that it requires transitively, such as those of java.se. */
        private Set<String> packages(String module) {
            Set<String> packages = new HashSet<>();
            ModuleDescriptor descriptor = byName.get(module);
            if (descriptor != null) {
                packages.addAll(descriptor.packages());
                descriptor.requires().stream()
                        .filter(required -> required.modifiers().contains(Requires.Modifier.TRANSITIVE))
                        .forEach(required -> packages.addAll(packages(required.name())));
            }
            return packages;
        }
    }
}
